"""What every door does: the model in memory, the embedded GitHub, and its recordings.

``make record`` makes the recordings anew.
"""

from dataclasses import replace

import pytest

from bot.forge.door import Door, FileName
from bot.model.change import Change
from bot.model.issue import Child, Reason
from bot.model.pull import Comment, Label, Labelling, PullStage
from bot.model.role import Role
from bot.plan import actions as a
from bot.plan.actions import Ref
from bot.plan.converge import Known
from bot.plan.desired import Annotation, CheckWish, Desired, IssueWish, StatusWish, SyncWish
from bot.plan.difference import difference
from bot.plan.marker import write_marker
from bot.plan.observed import Observed
from bot.plan.outcome import DoubtfulError
from bot.plan.pulls import own_comments
from bot.plan.suggestion import mark_suggestion
from bot.plan.sync_marker import digest_of, mark_sync
from tests.forge.conftest import Opened
from tests.forge.stages import BASE, CHANGES, HEAD, HUNKS

BODY = f"{write_marker('comment', {'head': 'one'})}\nAll well."
BRANCH = "spec-steward/sync"


def _own(door: Door, number: int) -> list[Comment]:
    return own_comments(door.pull(number))


def test_a_pull_request_is_seen(opened: Opened) -> None:
    state = opened.door.pull(opened.stage.pull)
    pull = state.pull
    assert (pull.number, pull.title, pull.stage) == (
        opened.stage.pull,
        "Add a spec",
        PullStage.OPEN,
    )
    assert (pull.base_branch, pull.is_draft, pull.is_fork) == ("main", False, False)
    assert pull.author is not None
    assert not pull.author.is_bot
    assert len({pull.base, pull.head}) == 2
    assert state.me.endswith("[bot]")
    assert (state.labels, state.comments, state.reviews, state.checks) == ((), (), (), ())
    assert opened.stage.pull in opened.door.open_pulls()
    assert opened.door.default_branch() == ("main", pull.base)


def test_the_checks_that_the_base_requires_are_told(opened: Opened) -> None:
    door, number = opened.door, opened.stage.pull
    opened.stage.require("built", "protection")
    opened.stage.require("spec-steward", "ruleset")
    assert door.pull(number).required == {"built"}
    assert door.required_checks("main") == {"spec-steward"}
    assert door.required_checks("release/1") == frozenset()


def test_what_it_changes_is_seen(opened: Opened) -> None:
    pull = opened.door.pull(opened.stage.pull).pull
    changes = opened.door.changes(pull)
    assert changes.is_whole
    assert changes.merge_base == pull.base
    bare = [Change(c.path, c.old_path, c.kind) for c in changes.files]
    assert sorted(bare, key=lambda change: change.path) == list(CHANGES)
    paths = {entry.path for entry in opened.door.tree(pull.base).files}
    assert paths >= set(BASE)
    blobs = {entry.path: entry.blob for entry in opened.door.tree(pull.head).files}
    assert all(blobs[c.path] == c.blob for c in changes.files if c.blob)


def test_texts_are_read_byte_for_byte(opened: Opened) -> None:
    pull = opened.door.pull(opened.stage.pull).pull
    wanted = {FileName(pull.head, path): data for path, data in HEAD.items()}
    wanted |= {FileName(pull.base, path): data for path, data in BASE.items()}
    absent = [FileName(pull.head, "docs/specs/003-gone.md"), FileName(pull.head, "docs/specs")]
    found = opened.door.read([*wanted, *absent], cap=1_000)
    assert {name: text.data for name, text in found.items()} == wanted
    assert {text.size for text in found.values()} == {len(data) for data in wanted.values()}
    large = FileName(pull.head, "docs/specs/001-old.md")
    assert opened.door.read([large], cap=100)[large].data is None


def test_the_comment_is_written_and_changed(opened: Opened) -> None:
    door, number = opened.door, opened.stage.pull
    door.perform(a.CreateComment(number, BODY), Known())
    (own,) = _own(door, number)
    assert (own.body, own.mine, own.hidden) == (BODY, True, False)
    door.perform(a.UpdateComment(number, own.id, BODY, f"{BODY}!"), Known())
    door.perform(a.MinimiseComment(number, own.id, own.node), Known())
    (own,) = _own(door, number)
    assert (own.body, own.hidden) == (f"{BODY}!", True)
    door.perform(a.UnminimiseComment(number, own.id, own.node), Known())
    (own,) = _own(door, number)
    assert own.hidden is False
    door.perform(a.DeleteComment(number, own.id, own.body), Known())
    assert _own(door, number) == []


def test_a_forged_marker_is_no_word(opened: Opened) -> None:
    opened.stage.comment("eve", BODY)
    state = opened.door.pull(opened.stage.pull)
    assert [(c.body, c.mine) for c in state.comments] == [(BODY, False)]
    assert own_comments(state) == []


def test_a_command_is_answered_with_a_reaction(opened: Opened) -> None:
    door, number = opened.door, opened.stage.pull
    opened.stage.comment("eve", "/spec check")
    opened.stage.react("bob", "heart")
    (comment,) = door.pull(number).comments
    assert comment.reactions == frozenset()
    for content in ("confused", "confused", "+1"):
        door.perform(a.React(number, comment.id, content), Known())
    (comment,) = door.pull(number).comments
    assert comment.reactions == {"confused", "+1"}


def test_that_a_comment_was_edited_is_seen(opened: Opened) -> None:
    opened.stage.comment("eve", "/spec check")
    opened.stage.comment("bob", "/spec check")
    opened.stage.reword("bob", "/spec approve")
    told = [(c.body, c.is_edited) for c in opened.door.pull(opened.stage.pull).comments]
    assert told == [("/spec check", False), ("/spec approve", True)]


def test_the_lines_that_the_difference_shows_are_seen(opened: Opened) -> None:
    pull = opened.door.pull(opened.stage.pull).pull
    assert {c.path: c.hunks for c in opened.door.changes(pull).files} == HUNKS


def _edit(opened: Opened, path: str, data: bytes) -> a.EditFile:
    pull = opened.door.pull(opened.stage.pull).pull
    blob = opened.door.read([FileName(pull.head, path)], cap=1_000)[FileName(pull.head, path)].blob
    return a.EditFile(
        *(pull.number, pull.head, pull.head_branch, path, blob, data),
        "Set the status to done\n\nAsked for by bob.",
    )


def test_a_commit_moves_the_head_and_nothing_but_its_file(opened: Opened) -> None:
    known, path = Known(), "docs/specs/005-bom.md"
    data = HEAD[path].replace(b"# Mark", b"# Mark, done")
    deed = _edit(opened, path, data)
    opened.door.perform(deed, known)
    head = opened.door.pull(opened.stage.pull).pull.head
    assert known.heads == {deed.head: head}
    assert head != deed.head
    wanted = {FileName(head, name): text for name, text in HEAD.items()}
    found = opened.door.read(list(wanted), cap=1_000)
    assert {name: text.data for name, text in found.items()} == {
        **wanted,
        FileName(head, path): data,
    }


def test_a_file_that_has_changed_since_is_not_written_over(opened: Opened) -> None:
    first = _edit(opened, "docs/specs/with space & #.md", b"# Odd, done\n")
    opened.door.perform(first, Known())
    head = opened.door.pull(opened.stage.pull).pull.head
    with pytest.raises(DoubtfulError, match="does not match") as conflict:
        opened.door.perform(replace(first, data=b"# Odder\n"), Known())
    assert conflict.value.status == 409
    assert opened.door.pull(opened.stage.pull).pull.head == head


def test_suggestions_are_made_at_lines_and_taken_back(opened: Opened) -> None:
    door, number = opened.door, opened.stage.pull
    head = door.pull(number).pull.head
    assert door.pull(number).remarks == ()
    bodies = [f"{mark_suggestion(key)}\n```suggestion\n# Odd\n```" for key in "ab"]
    known = Known()
    for at, body in enumerate(bodies, start=30):
        door.perform(a.Suggest(number, head, "docs/specs/001-old.md", at, body), known)
    remarks = door.pull(number).remarks
    assert [(each.body, each.mine) for each in remarks] == [(body, True) for body in bodies]
    assert tuple(known.remarks.values()) == remarks
    door.perform(a.DeleteSuggestion(number, remarks[0].id, bodies[0]), Known())
    assert door.pull(number).remarks == remarks[1:]


def test_a_suggestion_of_somebody_else_is_none_of_ours(opened: Opened) -> None:
    body = f"{mark_suggestion('a')}\nwords"
    opened.stage.remark("eve", "docs/specs/001-old.md", 31, body)
    (remark,) = opened.door.pull(opened.stage.pull).remarks
    assert (remark.body, remark.mine) == (body, False)


def test_labels_are_set_one_by_one(opened: Opened) -> None:
    door, number = opened.door, opened.stage.pull
    opened.stage.label("bob", "bug")
    draft = Label("spec: draft", "ededed", "Being written")
    door.perform(a.CreateLabel(draft), Known())
    door.perform(a.CreateLabel(replace(draft, name="SPEC: DRAFT")), Known())  # it is there
    door.perform(a.AddLabel(number, "spec: draft"), Known())
    door.perform(a.AddLabel(number, "spec: draft"), Known())
    state = door.pull(number)
    assert sorted(state.labels) == ["bug", "spec: draft"]
    assert draft in state.known_labels
    door.perform(a.RemoveLabel(number, "spec: draft"), Known())
    door.perform(a.RemoveLabel(number, "spec: draft"), Known())  # it is gone
    assert door.pull(number).labels == ("bug",)


def test_who_set_a_label_is_seen(opened: Opened) -> None:
    opened.stage.label("bob", "spec: approved")
    opened.stage.unlabel("bob", "spec: approved")
    found: tuple[Labelling, ...] = opened.door.pull(opened.stage.pull).labellings
    assert [(e.name, e.is_set, e.by is not None and e.by.is_bot) for e in found] == [
        ("spec: approved", True, False),
        ("spec: approved", False, False),
    ]


def test_reviews_are_bound_to_a_commit(opened: Opened) -> None:
    opened.stage.approve("bob", "Fine")
    state = opened.door.pull(opened.stage.pull)
    assert [(r.state, r.commit, r.body, r.can_push) for r in state.reviews] == [
        ("approved", state.pull.head, "Fine", True)
    ]


def test_the_pull_requests_at_a_commit_are_found(opened: Opened) -> None:
    door, pull = opened.door, opened.door.pull(opened.stage.pull).pull
    assert door.pulls_at(pull.head, pull.head_branch) == (pull.number,)
    assert door.pulls_at("0" * 40, pull.head_branch) == (pull.number,)  # somebody has pushed since
    assert door.pulls_at(pull.head, "no-such-branch") == ()
    opened.stage.merge("ann", "merge")
    assert door.pulls_at(pull.head, pull.head_branch) == ()


def test_the_labels_of_what_brought_a_file_are_told(opened: Opened) -> None:
    opened.stage.label("bob", "spec: approved")
    opened.stage.merge("ann", "squash")
    tip = opened.door.default_branch()[1]
    brought = [change.path for change in CHANGES]
    others = ["docs/specs/with space & #.md", "docs/specs/no-such.md"]
    found = opened.door.merged_labels([*brought, *others], tip)
    assert found == dict.fromkeys(brought, ("spec: approved",))
    assert opened.door.merged_labels([], tip) == {}


def test_a_check_has_all_its_annotations_before_its_conclusion(opened: Opened) -> None:
    head = opened.door.pull(opened.stage.pull).pull.head
    notes = tuple(
        Annotation("docs/specs/001-old.md", at, "warning", "placeholder", f"line {at}")
        for at in range(1, 121)
    )
    wish = CheckWish("spec-steward", head, "failure", "2 to mend", "Words", notes)
    opened.door.perform(a.WriteCheck(wish), Known())
    (check,) = opened.door.pull(opened.stage.pull).checks
    assert (check.name, check.conclusion, check.digest) == ("spec-steward", "failure", wish.digest)
    assert opened.door.verdicts(head) == ((check,), ())


def test_a_status_stands_in_for_a_check(opened: Opened) -> None:
    head = opened.door.pull(opened.stage.pull).pull.head
    wish = StatusWish("spec-steward", head, "success", "All well", "https://x.test/1")
    opened.door.perform(a.SetStatus(wish), Known())
    (status,) = opened.door.pull(opened.stage.pull).statuses
    assert (status.context, status.state, status.description, status.url) == (
        *("spec-steward", "success", "All well", "https://x.test/1"),
    )


def _wish(key: str, **values: str) -> IssueWish:
    body = f"Words\n\n{write_marker('issue', {'key': key})}"
    return replace(IssueWish(key, key.upper(), body, labels=("spec-steward",)), **values)  # type: ignore[arg-type]


def test_issues_hang_together(opened: Opened) -> None:
    door, known = opened.door, Known()
    assert door.issues() == ()
    for key in ("a", "b", "c"):
        door.perform(a.CreateIssue(_wish(key)), known)
    top, one, two = (known.numbers[key] for key in ("a", "b", "c"))
    refs = {key: Ref(key) for key in ("a", "b", "c")}
    door.perform(a.AddSubIssue(refs["a"], refs["b"]), known)
    door.perform(a.AddSubIssue(refs["a"], refs["c"]), known)
    door.perform(a.AddDependency(refs["c"], refs["b"]), known)
    door.perform(a.OrderSubIssue(refs["a"], refs["c"], None), known)
    door.perform(a.CloseIssue(refs["b"], Reason.NOT_PLANNED), known)
    found = {issue.number: issue for issue in door.issues()}
    assert list(found) == [top, one, two]
    assert found[top].children == (Child(two), Child(one, is_open=False))
    assert (found[one].parent, found[two].parent, found[top].parent) == (top, top, None)
    assert found[two].blocked_by == (one,)
    assert (found[one].is_open, found[one].reason) == (False, Reason.NOT_PLANNED)
    assert {(issue.mine, issue.labels) for issue in found.values()} == {(True, ("spec-steward",))}
    assert (found[top].title, found[top].body) == ("A", _wish("a").body)


def test_an_issue_that_has_lost_its_label_is_found(opened: Opened) -> None:
    door, known = opened.door, Known()
    for key in ("a", "b", "c"):
        door.perform(a.CreateIssue(_wish(key)), known)
    numbers = [known.numbers[key] for key in ("a", "b", "c")]
    door.perform(a.AddSubIssue(Ref("a"), Ref("b")), known)
    door.perform(a.AddSubIssue(Ref("b"), Ref("c")), known)
    door.perform(a.RemoveLabel(numbers[1], "spec-steward"), Known())
    found = door.issues()
    assert [issue.number for issue in found] == numbers
    assert [(issue.mine, issue.labels) for issue in found][1] == (True, ())
    assert [issue.parent for issue in found] == [None, numbers[0], numbers[1]]
    assert [len(issue.children) for issue in found] == [1, 1, 0]
    plan = difference(Desired(issues=(_wish("b", title="B"),)), Observed(issues=found[1:2]))
    assert plan == (a.AddLabel(numbers[1], "spec-steward", way="issues"),)


def test_an_issue_is_found_by_its_number(opened: Opened) -> None:
    door, known = opened.door, Known()
    for key in ("a", "b"):
        door.perform(a.CreateIssue(_wish(key)), known)
    door.perform(a.AddDependency(Ref("b"), Ref("a")), known)
    numbers = [known.numbers[key] for key in ("a", "b")]
    found = door.whereabouts([*numbers, opened.stage.pull, 9_999, 0, 2**40])
    assert found == {issue.number: issue for issue in door.issues()}
    assert list(found) == numbers
    assert door.whereabouts([]) == {}


def test_issues_come_apart_again(opened: Opened) -> None:
    door, known = opened.door, Known()
    for key in ("a", "b"):
        door.perform(a.CreateIssue(_wish(key)), known)
    one, two = known.numbers["a"], known.numbers["b"]
    door.perform(a.AddSubIssue(Ref("a"), Ref("b")), known)
    door.perform(a.OrderSubIssue(Ref("a"), Ref("b"), None), known)  # the only one
    door.perform(a.AddDependency(Ref("b"), Ref("a")), known)
    door.perform(a.CloseIssue(Ref("b"), Reason.COMPLETED), known)
    later = Known()
    door.perform(a.ReopenIssue(two), later)
    door.perform(a.RemoveSubIssue(one, two), later)
    door.perform(a.RemoveDependency(two, one), later)
    door.perform(a.UpdateIssue(one, title="New", body="Else"), later)
    door.perform(a.AddLabel(one, "work"), later)
    first, second = door.issues()
    assert (first.title, first.body, first.children) == ("New", "Else", ())
    assert sorted(first.labels) == ["spec-steward", "work"]
    assert (second.is_open, second.reason, second.parent, second.blocked_by) == (
        True,
        None,
        None,
        (),
    )


def test_what_another_run_has_put_elsewhere_stays_there(opened: Opened) -> None:
    door, known = opened.door, Known()
    for key in ("a", "b", "c", "d"):
        door.perform(a.CreateIssue(_wish(key)), known)
    old, new, moved, beside = (known.numbers[key] for key in ("a", "b", "c", "d"))
    for child in ("c", "d"):
        door.perform(a.AddSubIssue(Ref("b"), Ref(child)), known)
    later = Known()
    door.perform(a.RemoveSubIssue(old, moved), later)
    with pytest.raises(DoubtfulError):
        door.perform(a.OrderSubIssue(Ref("a", old), Ref("c", moved), Ref("d", beside)), later)
    found = {issue.number: issue for issue in door.issues()}
    assert found[old].children == ()
    assert found[new].children == (Child(moved), Child(beside))
    assert found[moved].parent == new


def test_the_write_back_comes_and_goes(opened: Opened) -> None:
    door = opened.door
    branch, base = door.default_branch()
    assert door.sync(BRANCH, base).head is None
    files = (("docs/specs/001-old.md", b"new\n"), ("docs/specs/009-new.md", b"\xff\0"))
    wish = SyncWish(BRANCH, branch, base, files, "Write back", "Words")
    door.perform(a.CommitFiles(wish), Known())
    door.perform(a.OpenPullRequest(wish), Known())
    state = door.sync(BRANCH, base)
    assert (state.parent, state.mine, len(state.files)) == (base, True, 2)
    (pull,) = state.pulls
    assert (pull.title, pull.body, pull.mine) == ("Write back", "Words", True)
    again = replace(wish, files=files[:1])
    door.perform(a.CommitFiles(again, state.head), Known())
    door.perform(a.UpdatePullRequest(pull.number, "Else", "More", ("Write back", "Words")), Known())
    state = door.sync(BRANCH, base)
    assert [path for path, _ in state.files] == ["docs/specs/001-old.md"]
    assert [(p.title, p.body) for p in state.pulls] == [("Else", "More")]
    door.perform(a.ClosePullRequest(pull.number, mark_sync("")), Known())
    assert state.head is not None
    door.perform(a.DeleteBranch(BRANCH, state.head), Known())
    state = door.sync(BRANCH, base)
    assert (state.head, state.pulls, state.last) == (None, (), None)


def test_what_became_of_the_last_write_back_is_told(opened: Opened) -> None:
    door = opened.door
    branch, base = door.default_branch()
    files = (("docs/specs/001-old.md", b"new\n"),)
    wish = SyncWish(BRANCH, branch, base, files, "Write back", mark_sync("one"))
    door.perform(a.CommitFiles(wish), Known())
    door.perform(a.OpenPullRequest(wish), Known())
    state = door.sync(BRANCH, base)
    assert state.last == state.pulls[0]
    assert digest_of(state.message) == "one"
    opened.stage.close("ann", state.pulls[0].number)
    state = door.sync(BRANCH, base)
    refused = state.last
    assert (refused and refused.state, state.pulls) == (PullStage.CLOSED, ())
    door.perform(a.OpenPullRequest(replace(wish, body=mark_sync("two"))), Known())
    (pull,) = door.sync(BRANCH, base).pulls
    assert door.sync(BRANCH, base).last == pull
    door.perform(a.ClosePullRequest(pull.number, mark_sync("")), Known())
    assert state.head is not None
    door.perform(a.DeleteBranch(BRANCH, state.head), Known())
    state = door.sync(BRANCH, base)
    assert state.last == state.own == refused  # which nobody but somebody else has closed


def test_roles_are_told(opened: Opened) -> None:
    assert opened.door.role("ann") is Role.ADMIN
    assert opened.door.role("bob") is Role.WRITE
    assert opened.door.role("nobody-at-all") is Role.NONE
