"""What a refusal tells its reader, and which way it closes."""

import pytest
from github import GithubException

from bot.forge.refusals import refusal

CASES = [
    (
        401, {"message": "Bad credentials"}, "comments", "",
        "acme/w: GitHub does not accept the token; see that it is set and has not expired",
    ),
    (
        403, {"message": "Resource not accessible by integration"}, "checks", "checks",
        ("acme/w: the token may not write checks (Resource not accessible by integration); "
        "grant it in the workflow: “permissions: {checks: write}”"),
    ),
    (
        403, {"message": ""}, "reading", "reading",
        "acme/w: the token may not read; grant it in the workflow: “permissions: {contents: read}”",
    ),
    (
        403, {"message": "API rate limit exceeded for installation"}, "comments", "",
        "acme/w: GitHub's rate limit is used up; run it again later, or less often",
    ),
    (
        429, {}, "issues", "",
        "acme/w: GitHub's rate limit is used up; run it again later, or less often",
    ),
    (
        404, {"message": "Not Found"}, "issues", "issues",
        ("acme/w: GitHub finds nothing there, or does not show it to this token; see that the name "
        "is right; in a private repository, grant it in the workflow: "
        "“permissions: {issues: write}”"),
    ),
    (
        410, {"message": "Issues are disabled for this repo"}, "issues", "issues",
        "acme/w: issues are switched off in this repository; switch them on in its settings",
    ),
    (
        422,
        {"message": "Validation Failed", "errors": [{"field": "name", "code": "already_exists"}]},
        "labels", "",
        ("acme/w: GitHub refused with 422: Validation Failed; name already_exists; see what it "
        "says; if it makes no sense, report it"),
    ),
    (
        400, None, "labels", "",
        ("acme/w: GitHub refused with 400: it gave no reason; see what it says; if it makes no "
        "sense, report it"),
    ),
]  # fmt: skip


@pytest.mark.parametrize(("status", "data", "way", "closed", "told"), CASES)
def test_a_refusal_says_what_to_grant(
    status: int, data: object, way: str, closed: str, told: str
) -> None:
    error = refusal(GithubException(status, data), way, "acme/w")
    assert str(error) == told
    assert (error.way, error.status, error.exit_code) == (closed, status, 3)
