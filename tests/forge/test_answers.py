"""Answers as GitHub gives them and the embedded one does not: cursors, neighbours, half answers."""

import json

import pytest

from bot.errors import ForgeError
from bot.forge.reading.families import ELSEWHERE
from bot.model.issue import Child
from bot.plan.desired import Desired
from bot.sandbox.wire.faults import Fault
from tests.forge.conftest import NAME, Served
from tests.forge.stories import Told, family, issue

OTHER = "acme/elsewhere"


@pytest.mark.parametrize(
    "following",
    ["/repositories/1/pulls?after=Y3Vyc29y%3D%3D&per_page=100", f"/repos/{NAME}/pulls?page=2"],
)
def test_the_next_page_is_asked_for_as_github_says(served: Served, following: str) -> None:
    """By number or by cursor, and under the repository's number instead of its name."""
    link = (("Link", f'<https://github.test{following}>; rel="next", <x>; rel="last"'),)
    first = Fault(path="/pulls$", status=200, headers=link, body='[{"number": 1}]')
    served.desk.faults.add(first)
    served.desk.faults.add(Fault(path="/pulls$", status=200, body='[{"number": 2}]', nth=2))
    assert served.gateway().open_pulls() == (1, 2)
    asked = served.desk.journal.entries[-1]
    path, _, words = following.partition("?")
    assert (asked.path, asked.query) == (path, words)


def test_a_next_page_that_is_nowhere_ends(served: Served) -> None:
    link = (("Link", '<http://[>; rel="next"'),)
    served.desk.faults.add(Fault(path="/pulls$", status=200, headers=link, body="[]"))
    with pytest.raises(ForgeError, match="could not be reached"):
        served.gateway().open_pulls()


def _seen(served: Served, **answer: object) -> list[tuple[int | None, tuple[Child, ...]]]:
    told = Told.at(served.gateway(), 1)
    told.run(Desired(issues=(issue("a"),)))
    (number,) = (each.number for each in told.door.issues())
    nodes = [{"number": number, "repository": {"nameWithOwner": NAME}, **answer}]
    data = {"repository": {"issues": {"nodes": nodes, "pageInfo": {"hasNextPage": False}}}}
    body = json.dumps({"data": data})
    served.desk.faults.add(Fault(path="/graphql", status=200, body=body))
    return [(each.parent, each.children) for each in told.door.issues()]


def _part(number: int, home: str) -> dict[str, object]:
    return {
        "number": number,
        "fullDatabaseId": "77",
        "state": "OPEN",
        "repository": {"nameWithOwner": home},
    }


@pytest.mark.parametrize(("home", "known"), [(OTHER, False), (NAME.upper(), True)])
def test_an_issue_of_another_repository_has_no_number_here(
    served: Served, home: str, known: bool
) -> None:
    ((parent, children),) = _seen(
        served, parent=_part(5, home), subIssues={"nodes": [_part(6, home)]}
    )
    assert parent == (5 if known else ELSEWHERE)
    assert children == (Child(6 if known else ELSEWHERE),)


@pytest.mark.parametrize("nodes", [None, [], [None]])
def test_issues_that_were_not_told_are_not_taken_for_none(
    served: Served, nodes: list[None] | None
) -> None:
    """Twins would be made of all of them; so REST is asked."""
    told = Told.at(served.gateway(), 1)
    told.run(Desired(issues=family()))
    issues = None if nodes is None else {"nodes": nodes, "pageInfo": {"hasNextPage": False}}
    _half(served, repository={"issues": issues})
    assert len(told.door.issues()) == 3
    assert not told.door.can("graphql")


def test_by_rest_neither_has_one(served: Served) -> None:
    told = Told.at(served.gateway(), 1)
    told.run(Desired(issues=family()))
    standing = {each.number: each for each in told.door.issues()}
    top = next(iter(standing))
    served.desk.faults.add(Fault(path="/graphql", status=403, body="{}", times=99))
    part = {"number": 3, "id": 9, "state": "open"}
    part["repository_url"] = f"https://github.test/repos/{OTHER}"
    served.desk.faults.add(Fault(path="/sub_issues$", status=200, body=json.dumps([part])))
    listed = [
        {
            "number": top,
            "id": 1,
            "state": "open",
            "parent_issue_url": f"https://github.test/repos/{OTHER}/issues/4",
            "sub_issues_summary": {"total": 1},
            "issue_dependencies_summary": {"total_blocked_by": 1},
        }
    ]
    body = json.dumps(listed)
    served.desk.faults.add(Fault(path="/issues$", status=200, body=body, times=2))
    served.desk.faults.add(Fault(path="/blocked_by$", status=200, body=json.dumps([part])))
    (found,) = served.gateway().issues()
    assert (found.parent, found.children) == (ELSEWHERE, (Child(ELSEWHERE),))
    assert found.blocked_by == (ELSEWHERE,)


def _half(served: Served, **roots: object) -> None:
    """Let GraphQL answer with data and an error beside it."""
    errors = [{"type": "FORBIDDEN", "message": "Resource not accessible by integration"}]
    body = json.dumps({"data": roots, "errors": errors})
    served.desk.faults.add(Fault(path="/graphql", status=200, body=body, times=9))


def test_what_comes_beside_an_error_is_taken(served: Served) -> None:
    """A token that may not see checks gets null for those, and an error, and all the rest."""
    commits = {"nodes": [{"commit": {"oid": "1" * 40, "statusCheckRollup": None}}]}
    pull = {"number": 1, "title": "Half", "state": "OPEN", "headRefOid": "1" * 40}
    _half(served, viewer={"login": "me"}, repository={"pullRequest": {**pull, "commits": commits}})
    gateway = served.gateway()
    state = gateway.pull(1)
    assert (state.pull.title, state.checks, state.statuses) == ("Half", (), ())
    assert gateway.can("graphql")


@pytest.mark.parametrize("repository", [None, {"pullRequest": None}])
def test_without_what_was_asked_about_it_is_a_refusal(
    served: Served, repository: dict[str, object] | None
) -> None:
    _half(served, viewer={"login": "me"}, repository=repository)
    gateway = served.gateway()
    assert gateway.pull(1).pull.title == "Add a spec"  # by REST
    assert not gateway.can("graphql")


def test_that_there_is_none_is_no_reason_to_ask_otherwise(served: Served) -> None:
    gateway = served.gateway()
    with pytest.raises(ForgeError, match="finds nothing there"):
        gateway.pull(99)
    assert gateway.can("graphql")
