"""Which deeds are left, one by one, and how they are printed."""

from collections.abc import Collection
from dataclasses import replace

import pytest

from bot.model.issue import Child, Issue, Reason
from bot.model.pull import Check, Comment, Label, Person, PullStage, PullState, Status
from bot.model.sync import SyncPull, SyncState
from bot.model.waits import Waits
from bot.plan import actions as a
from bot.plan.desired import (
    CheckWish,
    CommentWish,
    Desired,
    IssueWish,
    LabelWish,
    PullWish,
    ReactionWish,
    StatusWish,
    SyncWish,
)
from bot.plan.difference import difference
from bot.plan.marker import write_marker
from bot.plan.observed import Observed
from bot.plan.performed import with_deeds
from bot.plan.printed import plan_json
from bot.plan.sync_marker import (
    digest_of,
    last_word,
    mark_sync,
    message_of,
    sync_digest,
    taken_back,
    waits_of,
)
from tests.forge.memory import ME, PULL
from tests.plan.worlds import edit, issue_body, suggestion

STATE = PullState(PULL, ME.login)
BODY = f"{write_marker('comment', {})}\nAll well."
OWN = Comment(7, "IC_7", "", ME, BODY, mine=True)
DRAFT = Label("spec: draft", "ededed", "A draft")
HEAD = PULL.head


def plan(wish: PullWish, state: PullState) -> list[tuple[str, str, object, object]]:
    return printed(Desired(pull=wish), Observed(pull=state))


def printed(desired: Desired, observed: Observed) -> list[tuple[str, str, object, object]]:
    actions = plan_json(difference(desired, observed))["actions"]
    assert isinstance(actions, list)
    return [(x["kind"], x["target"], x["before"], x["after"]) for x in actions]


def test_a_reaction_is_left_once_and_on_what_is_there() -> None:
    one, two = replace(OWN, id=8, mine=False), replace(OWN, id=9, reactions=frozenset({"eyes"}))
    asked = ((8, "eyes"), (8, "eyes"), (8, "+1"), (9, "eyes"), (9, "confused"), (10, "eyes"))
    wish = PullWish(1, reactions=tuple(ReactionWish(*each) for each in asked))
    state = replace(STATE, comments=(one, two))
    left = [("comment 8", "eyes"), ("comment 8", "+1"), ("comment 9", "confused")]
    assert plan(wish, state) == [("add-reaction", on, None, content) for on, content in left]
    assert plan(wish, with_deeds(state, difference(Desired(wish), Observed(state)))) == []


def test_a_commit_comes_first_and_only_on_the_head_that_was_judged() -> None:
    wish = PullWish(1, CommentWish(BODY), LabelWish("spec: ", DRAFT), edits=(edit(b"x"),))
    kinds = [kind for kind, *_ in plan(wish, STATE)]
    assert kinds == ["edit-file", "create-label", "add-label", "create-comment"]
    target = "docs/specs/001-new.md on branch spec"
    edits = PullWish(1, edits=wish.edits)
    assert plan(edits, STATE) == [("edit-file", target, wish.edits[0].blob, "Write it anew")]
    for pull in (replace(PULL, head="c" * 40), replace(PULL, stage=PullStage.CLOSED)):
        assert plan(edits, replace(STATE, pull=pull)) == []


def test_reactions_come_before_suggestions() -> None:
    wish = PullWish(1, suggestions=(suggestion("a"),), reactions=(ReactionWish(7, "eyes"),))
    kinds = [kind for kind, *_ in plan(wish, replace(STATE, comments=(OWN,)))]
    assert kinds == ["add-reaction", "suggest"]


def test_nothing_wanted_is_nothing_to_do() -> None:
    assert plan_json(difference(Desired(), Observed())) == {"version": 1, "actions": []}
    assert plan(PullWish(1), STATE) == []


def test_what_was_not_looked_at_is_not_touched() -> None:
    wish = SyncWish("b", "main", PULL.base, (("a", b""),), "t", "b")
    desired = Desired(PullWish(1, CommentWish(BODY)), (IssueWish("k", "t", "b"),), wish)
    assert difference(desired, Observed()) == ()


@pytest.mark.parametrize(
    ("comments", "wish", "left"),
    [
        ((), CommentWish(BODY), [("create-comment", "pull request #1", None, BODY)]),
        ((), CommentWish(None), []),
        ((OWN,), CommentWish(BODY), []),
        ((OWN,), CommentWish(None), []),
        ((replace(OWN, body=BODY.replace("\n", "\r\n") + "\n"),), CommentWish(BODY), []),
        ((OWN,), CommentWish(f"{BODY}!"), [("update-comment", "comment 7", BODY, f"{BODY}!")]),
        (
            (OWN,),
            CommentWish(BODY, hidden=True),
            [("minimise-comment", "comment 7", "shown", "hidden")],
        ),
        ((replace(OWN, hidden=True),), CommentWish(BODY, hidden=True), []),
        ((replace(OWN, hidden=True),), CommentWish(BODY), []),  # people have folded it
        (
            (replace(OWN, hidden=True),),
            CommentWish(BODY, hidden=False),
            [("unminimise-comment", "comment 7", "hidden", "shown")],
        ),
        ((replace(OWN, hidden=True),), CommentWish(None), []),
        (
            (replace(OWN, hidden=None),),
            CommentWish(BODY, hidden=False),
            [],
        ),  # where it is not known
        (
            (replace(OWN, id=9), OWN),
            CommentWish(BODY),
            [("delete-comment", "comment 9", BODY, None)],
        ),
        # a forged marker in somebody else's comment
        (
            (replace(OWN, mine=False, author=Person("eve")),),
            CommentWish(BODY),
            [("create-comment", "pull request #1", None, BODY)],
        ),
        # a comment of our own without a marker on its first line
        (
            (replace(OWN, body=f"words\n{BODY}"),),
            CommentWish(BODY),
            [("create-comment", "pull request #1", None, BODY)],
        ),
    ],
)
def test_the_comment(
    comments: tuple[Comment, ...], wish: CommentWish, left: list[tuple[str, str, object, object]]
) -> None:
    assert plan(PullWish(1, comment=wish), replace(STATE, comments=comments)) == left


@pytest.mark.parametrize(
    ("standing", "known", "label", "left"),
    [
        ((), (), DRAFT, ["create-label spec: draft", "add-label spec: draft"]),
        (("bug",), (DRAFT,), DRAFT, ["add-label spec: draft"]),
        (("Spec: Draft",), (Label("SPEC: DRAFT"),), DRAFT, []),
        (("spec: draft",), (), DRAFT, []),  # what stands on it is known, whoever lists it
        (("spec: done",), (DRAFT,), DRAFT, ["add-label spec: draft", "remove-label spec: done"]),
        (("spec: done", "specs"), (), None, ["remove-label spec: done"]),
        ((), (), None, []),
    ],
)
def test_the_label(
    standing: tuple[str, ...], known: tuple[Label, ...], label: Label | None, left: list[str]
) -> None:
    state = replace(STATE, labels=standing, known_labels=known)
    asked = PullWish(1, label=LabelWish("spec: ", label))
    plan_ = difference(Desired(asked), Observed(state))
    assert [kind for kind, *_ in plan(asked, state)] == [each.split()[0] for each in left]
    told = []
    for action in plan_:
        match action:
            case a.CreateLabel():
                told.append(f"{action.kind} {action.label.name}")
            case a.AddLabel() | a.RemoveLabel():
                told.append(f"{action.kind} {action.name}")
    assert told == left


def test_the_check() -> None:
    wish = CheckWish("spec-steward", HEAD, "success", "All well", "Nothing to mend.")
    same = Check(4, "spec-steward", "success", wish.digest, "steward")
    asked = PullWish(1, check=wish)
    written = [("write-check", f"commit {HEAD}", None, "success")]
    assert plan(asked, STATE) == written
    assert plan(asked, replace(STATE, checks=(same,))) == []
    assert plan(asked, replace(STATE, checks=(replace(same, name="other"),))) == written
    for other in (
        replace(same, digest="e" * 40),
        replace(same, conclusion=None),
        replace(same, conclusion="failure"),
        replace(same, app="impostor"),  # another app's, of our name
    ):
        (left,) = plan(asked, replace(STATE, checks=(other,)))
        assert left[0] == "write-check"
    # the last one counts
    late = replace(same, id=9, digest="e" * 40)
    assert plan(asked, replace(STATE, checks=(same, late)))
    assert not plan(asked, replace(STATE, checks=(replace(late, id=1), same)))
    # but none that a workflow's job of our name has made, under the same app
    job = replace(late, conclusion=None, digest="0b9d6e6e-a2b4-uuid")
    assert not plan(asked, replace(STATE, checks=(same, job)))


def test_the_status() -> None:
    wish = StatusWish("spec-steward", HEAD, "success", "All well", "https://x.test")
    same = Status("spec-steward", "success", "All well", "https://x.test")
    asked = PullWish(1, status=wish)
    assert plan(asked, STATE) == [("set-status", f"commit {HEAD}", None, "success")]
    assert plan(asked, replace(STATE, statuses=(same,))) == []
    late = replace(same, state="pending")
    left = plan(asked, replace(STATE, statuses=(late,)))
    assert left == [("set-status", f"commit {HEAD}", "pending", "success")]


def issue(number: int, key: str, **values: object) -> Issue:
    made = Issue(number * 7, number, "Title", issue_body(key), mine=True)
    return replace(made, **values)  # type: ignore[arg-type]  # by name


def wish(key: str, **values: object) -> IssueWish:
    return replace(IssueWish(key, "Title", issue_body(key)), **values)  # type: ignore[arg-type]


def left(wishes: tuple[IssueWish, ...], *standing: Issue) -> list[tuple[str, str, object, object]]:
    return printed(Desired(issues=wishes), Observed(issues=standing))


@pytest.mark.parametrize(
    ("wishes", "standing", "told"),
    [
        ((wish("a"),), (), [("create-issue", "issue a", None, "Title")]),
        ((wish("a"),), (issue(1, "a"),), []),
        ((wish("a"),), (issue(1, "a", mine=False),), [("create-issue", "issue a", None, "Title")]),
        ((wish("a", number=3),), (issue(3, "b"),), [
            ("update-issue", "issue #3", {"title": "Title", "body": issue_body("b")},
             {"title": "Title", "body": issue_body("a"), "milestone": None}),
        ]),
        ((wish("a", title="New"),), (issue(1, "a"),), [
            ("update-issue", "issue #1", {"title": "Title", "body": issue_body("a")},
             {"title": "New", "body": issue_body("a"), "milestone": None}),
        ]),
        ((wish("a", labels=("Work", "x")),), (issue(1, "a", labels=("work",)),),
         [("add-label", "#1", None, "x")]),
        ((wish("a"),), (issue(1, "a", is_open=False),),
         [("reopen-issue", "issue #1", "closed", "open")]),
        ((wish("a", is_open=False),), (issue(1, "a"),),
         [("close-issue", "issue #1", "open", "completed")]),
        ((wish("a", is_open=False),), (), [
            ("create-issue", "issue a", None, "Title"),
            ("close-issue", "issue a", "open", "completed"),
        ]),
        ((wish("a"),), (issue(1, "a"), issue(2, "a", parent=5)), [
            ("remove-sub-issue", "issue #5", "issue #2", None),
            ("close-issue", "issue #2", "open", "duplicate"),
        ]),
        ((wish("a"),), (issue(1, "a"), issue(2, "a", is_open=False)), []),
        ((), (issue(1, "a"),), []),
        # one that is named and was not found is somewhere else, and is never made again
        ((wish("a", number=7), wish("b", parent="a", blocked_by=("a",))), (issue(2, "b"),), []),
        # hierarchy
        ((wish("a"), wish("b", parent="a")), (issue(1, "a"), issue(2, "b")),
         [("add-sub-issue", "issue #1", None, "issue #2")]),
        ((wish("a"), wish("b")), (issue(1, "a", children=(Child(2),)), issue(2, "b", parent=1)),
         [("remove-sub-issue", "issue #1", "issue #2", None)]),
        # under somebody else's issue it stays
        ((wish("a"), wish("b", parent="a")), (issue(1, "a"), issue(2, "b", parent=9)), []),
        ((wish("a"), wish("c", parent="a"), wish("b", parent="a")),
         (issue(1, "a", children=(Child(2), Child(9), Child(3))), issue(2, "b", parent=1),
          issue(3, "c", parent=1)),
         [("order-sub-issue", "issue #1", "issue #2", "issue #3")]),
        ((wish("a"), wish("c", parent="a"), wish("b", parent="a")),
         (issue(1, "a", children=(Child(2),)), issue(2, "b", parent=1)),
         [("create-issue", "issue c", None, "Title"),
          ("add-sub-issue", "issue #1", None, "issue c"),
          ("order-sub-issue", "issue #1", "issue #2", "issue c")]),
        # dependencies
        ((wish("a"), wish("b", blocked_by=("a", "a", "gone"))), (issue(1, "a"), issue(2, "b")),
         [("add-dependency", "issue #2", None, "issue #1")]),
        ((wish("a"), wish("b")), (issue(1, "a"), issue(2, "b", blocked_by=(1, 9))),
         [("remove-dependency", "issue #2", "issue #1", None)]),
        ((wish("a"), wish("b", blocked_by=("a",))), (issue(1, "a"), issue(2, "b", blocked_by=(1,))),
         []),
        ((wish("a", is_open=False),), (issue(1, "a", is_open=False),), []),
        # never a parent with an open part
        ((wish("a", is_open=False), wish("b", parent="a")),
         (issue(1, "a", children=(Child(2),)), issue(2, "b", parent=1)), []),
        ((wish("a", is_open=False),), (issue(1, "a", children=(Child(9),)),), []),
        ((wish("a", is_open=False),), (issue(1, "a", children=(Child(9, is_open=False),)),),
         [("close-issue", "issue #1", "open", "completed")]),
        # one that is named is this one, closed or not
        ((wish("a", number=3),), (issue(3, "a", is_open=False),),
         [("reopen-issue", "issue #3", "closed", "open")]),
        ((wish("a", number=3, is_open=False),), (issue(3, "a", is_open=False),), []),
        # of two that name one issue the first has it, and the other is left alone
        ((wish("a", number=3), wish("b", number=3)), (issue(3, "a"),), []),
        # under a parent that is none of these it stays as it is
        ((wish("b", parent="nowhere"),), (issue(1, "a"), issue(2, "b", parent=1)), []),
        ((wish("b", parent="nowhere"),), (), [("create-issue", "issue b", None, "Title")]),
        ((wish("a", is_open=False), wish("b", parent="a", is_open=False)),
         (issue(1, "a", children=(Child(2),)), issue(2, "b", parent=1)),
         [("close-issue", "issue #2", "open", "completed"),
          ("close-issue", "issue #1", "open", "completed")]),
    ],
)  # fmt: skip
def test_issues(
    wishes: tuple[IssueWish, ...],
    standing: tuple[Issue, ...],
    told: list[tuple[str, str, object, object]],
) -> None:
    assert left(wishes, *standing) == told


def test_a_ring_of_parents_does_not_stall() -> None:
    ring = (wish("a", parent="b", is_open=False), wish("b", parent="a", is_open=False))
    kinds = [kind for kind, *_ in left(ring)]
    assert kinds == ["create-issue", "create-issue", "add-sub-issue", "add-sub-issue"]


def test_reasons_for_closing_are_told() -> None:
    dropped = wish("a", is_open=False, reason=Reason.NOT_PLANNED)
    assert left((dropped,), issue(1, "a")) == [("close-issue", "issue #1", "open", "not_planned")]


def _ticks(*names: str) -> Waits:
    return dict.fromkeys(names, True)


SYNC = SyncWish("sync", "main", PULL.base, (("docs/a.md", b"a\n"),), "Write back", "Body")
A_BLOB = "78981922613b2afb6025042ff6bd878ac1994e85"
COMMITTED = SyncState("sync", "1" * 40, PULL.base, files=(("docs/a.md", A_BLOB),))
OPENED = replace(COMMITTED, pulls=(SyncPull(5, "Write back", "Body", mine=True),))

MADE_BEFORE = replace(
    OPENED, parent="2" * 40, pulls=(replace(OPENED.pulls[0], body=mark_sync("it", made="then")),)
)

MERGED = SyncPull(4, "Write back", mark_sync("x"), mine=True, state=PullStage.MERGED)
REFUSED = replace(
    MERGED, body=f"Body\n\n{mark_sync(sync_digest(SYNC.files))}", state=PullStage.CLOSED
)
ONE_WAITS = mark_sync("x", _ticks("7"))
BOTH_WAIT = mark_sync("x", _ticks("7", "8"))
WAITING = replace(REFUSED, body=mark_sync("x", _ticks("7", "8"), "y"))
REWRITTEN = replace(REFUSED, body="No.")
AGAIN = [
    ("commit-file", "branch sync", None, ["docs/a.md"]),
    ("open-pull-request", "branch sync", None, "Write back"),
]


COMMITTED_ANEW = ("commit-file", "branch sync", "1" * 40, ["docs/a.md"])
AGAIN_ON = [COMMITTED_ANEW, AGAIN[1]]
SAID = replace(OPENED, message=message_of("Tick", mark_sync("x", _ticks("7"), "now")))

SAID_NO = replace(SAID, pulls=(), last=REWRITTEN, own=REWRITTEN)


def _told_anew(
    *ticks: str, unticks: Collection[str] = (), made: str = "now"
) -> tuple[str, str, object, object]:
    said = {"title": "Write back", "body": "Body"}
    body = mark_sync("x", {**_ticks(*ticks), **dict.fromkeys(unticks, False)}, made)
    return "update-pull-request", "pull request #5", said, {**said, "body": body}


def _held(before: str, after: str) -> tuple[str, str, object, object]:
    number = 5 if before == "Body" else 4
    said = {"title": "Write back", "body": before}
    return "update-pull-request", f"pull request #{number}", said, {**said, "body": after}


@pytest.mark.parametrize(
    ("state", "wanted", "told"),
    [
        (SyncState("sync"), SYNC, [
            ("commit-file", "branch sync", None, ["docs/a.md"]),
            ("open-pull-request", "branch sync", None, "Write back"),
        ]),
        (COMMITTED, SYNC, [("open-pull-request", "branch sync", None, "Write back")]),
        (OPENED, SYNC, []),
        (replace(OPENED, files=()), SYNC, [
            ("commit-file", "branch sync", "1" * 40, ["docs/a.md"]),
        ]),
        # it writes the same, and was made from what does not stand there any more
        (replace(COMMITTED, parent="2" * 40), SYNC, [
            ("commit-file", "branch sync", "1" * 40, ["docs/a.md"]),
            ("open-pull-request", "branch sync", None, "Write back"),
        ]),
        (MADE_BEFORE, replace(SYNC, body=mark_sync("it", made="now"), digest="it", made="now"), [
            ("commit-file", "branch sync", "1" * 40, ["docs/a.md"]),
            ("update-pull-request", "pull request #5",
             {"title": "Write back", "body": mark_sync("it", made="then")},
             {"title": "Write back", "body": mark_sync("it", made="now")}),
        ]),
        (MADE_BEFORE, replace(SYNC, body=MADE_BEFORE.pulls[0].body, digest="it", made="then"), []),
        # somebody else has opened a pull request for it
        (replace(OPENED, pulls=(replace(OPENED.pulls[0], mine=False),)), SYNC, []),
        # somebody has committed to it
        (replace(OPENED, files=(), mine=False), SYNC, []),
        (OPENED, replace(SYNC, title="Else"), [
            ("update-pull-request", "pull request #5", {"title": "Write back", "body": "Body"},
             {"title": "Else", "body": "Body"}),
        ]),
        (replace(OPENED, pulls=(replace(OPENED.pulls[0], number=9), *OPENED.pulls)), SYNC,
         [("close-pull-request", "pull request #9", "open", "closed")]),
        (OPENED, replace(SYNC, files=()), [
            ("close-pull-request", "pull request #5", "open", "closed"),
            ("delete-branch", "branch sync", "1" * 40, None),
        ]),
        (replace(OPENED, mine=False), replace(SYNC, files=()), [
            ("close-pull-request", "pull request #5", "open", "closed"),
        ]),
        (SyncState("sync"), replace(SYNC, files=()), []),
        # a branch that is left over is left alone, and taken up again
        (replace(COMMITTED, last=MERGED), replace(SYNC, files=()), []),
        (replace(COMMITTED, files=(), last=MERGED), SYNC, [
            ("commit-file", "branch sync", "1" * 40, ["docs/a.md"]),
            ("open-pull-request", "branch sync", None, "Write back"),
        ]),
        # so is one that others have committed to, once all that is merged
        (replace(COMMITTED, mine=False, files=(), last=replace(MERGED, head="1" * 40)), SYNC, [
            ("commit-file", "branch sync", "1" * 40, ["docs/a.md"]),
            ("open-pull-request", "branch sync", None, "Write back"),
        ]),
        (replace(COMMITTED, mine=False, files=(), last=replace(MERGED, head="2" * 40)), SYNC, []),
        # what somebody has refused is not asked for again, whether or not the branch is there
        (replace(COMMITTED, last=REFUSED), SYNC, []),
        (SyncState("sync", last=REFUSED), SYNC, []),
        (SyncState("sync", last=REFUSED), replace(SYNC, files=(("docs/a.md", b"b\n"),)), AGAIN),
        (SyncState("sync", last=REFUSED), replace(SYNC, digest="other"), AGAIN),
        (SyncState("sync", last=replace(REFUSED, body=mark_sync("own"))),
         replace(SYNC, digest="own"), []),
        (SyncState("sync", last=replace(REFUSED, mine=False)), SYNC, AGAIN),
        (SyncState("sync", last=replace(REFUSED, body=taken_back(REFUSED.body))), SYNC, AGAIN),
        # where its body was rewritten the branch tells
        (replace(COMMITTED, last=replace(REFUSED, body="No.")), SYNC, []),
        (SyncState("sync", last=replace(REFUSED, body="No.")), SYNC, AGAIN),
        # what somebody has done in its stead waits no longer, and the rest of it stays as it is
        (SyncState("sync", last=WAITING, own=WAITING), replace(SYNC, files=()),
         [_held(mark_sync("x", _ticks("7", "8"), "y"), mark_sync("x", made="y"))]),
        (SyncState("sync", last=WAITING, own=WAITING),
         replace(SYNC, digest="x", body=mark_sync("x", _ticks("8", "9"))),
         [_held(mark_sync("x", _ticks("7", "8"), "y"), mark_sync("x", _ticks("8"), "y"))]),
        # nor does what is to be written the other way round now
        (replace(OPENED, mine=False, own=replace(WAITING, body=BOTH_WAIT)),
         replace(SYNC, digest="y", body=mark_sync("y", {"7": False, "8": True})),
         [_held(BOTH_WAIT, mark_sync("x", _ticks("8")))]),
        (SyncState("sync", last=WAITING, own=WAITING), replace(SYNC, files=(), pauses=True), []),
        (SyncState("sync", last=MERGED, own=MERGED), replace(SYNC, files=()), []),
        # what somebody has taken out is put back, also where the branch is theirs; what people
        # have done since does not wait for what does not hold it
        (replace(OPENED, mine=False, own=OPENED.pulls[0]),
         replace(SYNC, digest="x", body=BOTH_WAIT, waiting=_ticks("7", "9")),
         [_held("Body", f"Body\n{ONE_WAITS}")]),
        (replace(COMMITTED, last=REWRITTEN, own=REWRITTEN),
         replace(SYNC, body=mark_sync("x", _ticks("7")), waiting=_ticks("7")),
         [_held("No.", f"No.\n{mark_sync(sync_digest(SYNC.files), _ticks('7'))}")]),
        # its commit says what it writes, wherever that is
        (replace(SAID, mine=False, own=OPENED.pulls[0]),
         replace(SYNC, digest="y", body=mark_sync("y", _ticks("7", "8")), waiting=_ticks("7")),
         [_held("Body", f"Body\n{ONE_WAITS}")]),
        (SAID_NO, replace(SYNC, digest="y"), AGAIN_ON),
        (SAID_NO, replace(SYNC, digest="x"),
         [_held("No.", f"No.\n{mark_sync('x')}")]),
        (replace(SAID_NO, own=WAITING),
         replace(SYNC, digest="y", body=ONE_WAITS, files=(("docs/a.md", b"b\n"),)),
         AGAIN_ON),
        # it is made anew where it says something else of what waits, or was made from else
        (SAID, replace(SYNC, body=mark_sync("x", _ticks("7"), "now"), made="now"),
         [_told_anew("7")]),
        (SAID, replace(SYNC, body=mark_sync("x", {"7": False}, "now"), made="now"),
         [COMMITTED_ANEW, _told_anew(unticks=["7"])]),
        (SAID, replace(SYNC, body=mark_sync("x", _ticks("7", "8"), "now"), made="now"),
         [COMMITTED_ANEW, _told_anew("7", "8")]),
        (SAID, replace(SYNC, body=mark_sync("x", _ticks("7"), "then"), made="then"),
         [COMMITTED_ANEW, _told_anew("7", made="then")]),
        # that which is open is kept up all the same: somebody has opened it again
        (replace(OPENED, files=(), last=REFUSED), SYNC, [
            ("commit-file", "branch sync", "1" * 40, ["docs/a.md"]),
        ]),
    ],
)  # fmt: skip
def test_the_write_back(
    state: SyncState, wanted: SyncWish, told: list[tuple[str, str, object, object]]
) -> None:
    assert printed(Desired(sync=wanted), Observed(sync=state)) == told


def test_a_pull_request_that_is_taken_back_says_so() -> None:
    body = REFUSED.body.replace("\n", "\r\n")
    said = taken_back(body)
    assert (digest_of(body), digest_of(said), digest_of("Body")) == (
        sync_digest(SYNC.files),
        "",
        None,
    )
    assert said.startswith("Body\n")
    assert taken_back(said) == said
    (deed, _) = difference(Desired(sync=replace(SYNC, files=())), Observed(sync=OPENED))
    assert isinstance(deed, a.ClosePullRequest)
    assert deed.body == taken_back("Body")


@pytest.mark.parametrize(
    ("body", "message", "marker"),
    [
        (f"Body\n{ONE_WAITS}", "", mark_sync("", _ticks("7"))),
        (f"Body\n{ONE_WAITS}", BOTH_WAIT, mark_sync("", _ticks("7"))),
        ("Body", BOTH_WAIT, mark_sync("", _ticks("7", "8"))),
        ("Body", "", ""),
    ],
)
def test_what_waits_for_a_pull_request_that_is_paused_is_kept(
    body: str, message: str, marker: str
) -> None:
    state = replace(OPENED, pulls=(replace(OPENED.pulls[0], body=body),), message=message)
    (deed, _) = difference(Desired(sync=replace(SYNC, files=(), pauses=True)), Observed(sync=state))
    assert isinstance(deed, a.ClosePullRequest)
    assert deed.body == (f"Body\n{marker}" if marker else "Body")


@pytest.mark.parametrize(
    ("body", "message"),
    [
        (f"Body\r\n{ONE_WAITS}\r\n", f"Tick\n\n{ONE_WAITS}"),
        ("Body", "Tick"),
    ],
)
def test_a_commit_says_what_the_body_says(body: str, message: str) -> None:
    assert message_of("Tick", body) == message
    told = last_word(["Other", message, "Typo"])
    assert told == (message if waits_of(body) else "")


def _full(*keys: str) -> tuple[Issue, ...]:
    """Give an issue with a hundred parts, the last of which are ours, by these keys."""
    first = 102 - len(keys)
    parts = tuple(issue(first + at, key, parent=1) for at, key in enumerate(keys))
    return (issue(1, "a", children=tuple(map(Child, range(2, 102)))), *parts)


def test_a_hundred_parts_come_into_their_order() -> None:
    keys = [f"k{at}" for at in range(100)]
    wishes = (wish("a"), *(wish(key, parent="a") for key in reversed(keys)))
    moves = difference(Desired(issues=wishes), Observed(issues=_full(*keys)))
    assert [each.kind for each in moves] == ["order-sub-issue"] * 99
    moved = (wish("a"), *(wish(key, parent="a") for key in (*keys[1:], keys[0])))
    assert len(difference(Desired(issues=moved), Observed(issues=_full(*keys)))) == 1


def test_where_there_is_no_room_nothing_is_put() -> None:
    wishes = (wish("a"), wish("b", parent="a"), wish("c", parent="a"))
    assert left(wishes, *_full("b"), issue(200, "c")) == []
    assert left((wish("a"), wish("c", parent="a"), wish("b")), *_full("b"), issue(200, "c")) == [
        ("remove-sub-issue", "issue #1", "issue #101", None),
        ("add-sub-issue", "issue #1", None, "issue #200"),
    ]
