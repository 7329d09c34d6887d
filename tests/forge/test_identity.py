"""Who the token acts as, where GraphQL is refused and REST does not say: only one's own counts."""

from bot.forge.gateway import Gateway
from bot.plan.desired import CommentWish, Desired
from bot.plan.pulls import own_comments
from bot.sandbox.wire.faults import Fault
from tests.forge.conftest import Served
from tests.forge.stories import BODY, Told, issue

MINE = "my-app[bot]"


def _app(served: Served, me: str = "") -> Gateway:
    """Open the door as an app, by REST alone."""
    served.scene.app("my-app", "secret")
    served.desk.faults.add(Fault(path="/graphql", times=9_999, status=403, body="{}"))
    gateway = served.gateway("secret")
    return Gateway(gateway._line, me) if me else gateway


def _authors(told: Told) -> list[str]:
    return [c.author.login for c in told.door.pull(1).comments if c.author]


def test_what_it_is_told_counts_and_nothing_else_does(served: Served) -> None:
    theirs = Told.at(served.gateway(), 1)
    theirs.run(theirs.on_pull(comment=CommentWish(BODY)))
    for done in (["create-comment"], []):
        told = Told.at(_app(served, MINE), 1)
        outcome = told.run(told.on_pull(comment=CommentWish(f"{BODY}!")))
        assert [action.kind for action in outcome.done] == done
        assert _authors(told) == ["github-actions[bot]", MINE]
    assert served.gateway().pull(1).comments[0].body == BODY


def test_the_first_thing_that_it_makes_tells(served: Served) -> None:
    """A later run takes itself for a workflow again, and leaves one comment all the same."""
    for _ in range(2):
        told = Told.at(_app(served), 1)
        told.run(told.on_pull(comment=CommentWish(f"{BODY}!")))
        assert _authors(told) == [MINE]
        assert [c.body for c in own_comments(told.door.pull(1))] == [f"{BODY}!"]


def test_an_issue_tells_it_too(served: Served) -> None:
    desired = Desired(issues=(issue("a"), issue("b")))
    for total in (2, 3):
        told = Told.at(_app(served), 1)
        told.run(desired)
        found = told.door.issues()
        assert all(each.mine for each in found)
        assert len(found) == total
        assert [each.is_open for each in found] == [True, True, False][:total]
        assert told.run(desired).done == ()


def test_somebody_who_is_asked_for_by_name_needs_no_question(served: Served) -> None:
    gateway = _app(served, MINE)
    served.desk.journal.clear()
    gateway.issues()
    asked = [entry.path for entry in served.desk.journal.entries]
    assert asked == ["/graphql", *["/repos/acme/widgets/issues"] * 2]


def test_an_account_that_is_not_known_has_made_nothing(served: Served) -> None:
    told = Told.at(_app(served, MINE), 1)
    told.run(Desired(issues=(issue("a"),)))
    unknown = Gateway(served.gateway("secret")._line, "no-such-app[bot]")
    assert [each.mine for each in unknown.issues()] == [False]


def test_issues_of_the_workflow_are_taken_over(served: Served) -> None:
    told = Told.at(served.gateway(), 1)
    told.run(Desired(issues=(issue("a"),)))
    assert [each.mine for each in _app(served, MINE).issues()] == [True]
