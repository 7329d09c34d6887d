"""What a refusal tells its reader, and which way it closes."""

import pytest
from github import GithubException
from github.GithubException import RateLimitExceededExceedsMaxWait

from bot.errors import RefusedError
from bot.forge.refusals import message_of, refusal

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
        404, {"message": "Not Found"}, "sub-issues", "sub-issues",
        "acme/w: GitHub finds no sub-issues there; an older server does not have them",
    ),
    (
        403,
        {"message": "GitHub Actions is not permitted to create or approve pull requests."},
        "pulls", "pulls",
        ("acme/w: GitHub Actions is not permitted to create or approve pull requests.; allow it in "
        "the repository's settings, under Actions, General"),
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


def test_a_refusal_gives_the_line_to_grant() -> None:
    said = {"message": "Resource not accessible by integration"}
    error = refusal(GithubException(403, said), "checks", "acme/w")
    assert isinstance(error, RefusedError)
    assert error.grant == "checks: write"
    invalid = refusal(GithubException(422, {}), "checks", "acme/w")
    assert isinstance(invalid, RefusedError)
    assert invalid.grant == ""


@pytest.mark.parametrize("status", [401, 429])
def test_what_ends_the_run_is_no_refusal_of_a_deed(status: int) -> None:
    assert not isinstance(refusal(GithubException(status, {}), "checks", "acme/w"), RefusedError)


def test_it_is_told_how_long_github_asks_to_wait() -> None:
    error = RateLimitExceededExceedsMaxWait(429, {}, {}, wait=3_600)
    assert str(refusal(error, "issues", "acme/w")) == (
        "acme/w: GitHub's rate limit is used up, and it asks to wait 3600 seconds; "
        "run it again after that"
    )


def test_what_github_echoes_does_no_harm() -> None:
    said = {"message": "no label \u202e\n\n::error::x " + "y" * 999}
    told = message_of(GithubException(422, said))
    assert told.startswith("no label \\u202e :\u2060:error")
    assert told.endswith("y…")
    assert len(told) == 301
