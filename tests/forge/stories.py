"""A story for each kind of deed: what stood before, and what is wanted then.

The stories are told to a door, so that they stand behind any.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial

from bot.forge.door import Door, FileName
from bot.model.issue import Reason
from bot.model.pull import Label
from bot.plan import actions as a
from bot.plan.actions import Action, Ref
from bot.plan.converge import Known, Outcome, Perform, converge
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
from bot.plan.edit import EditWish
from bot.plan.marker import write_marker
from bot.plan.observed import Observed
from bot.plan.suggestion import SuggestionWish
from tests.plan.worlds import suggestion

BRANCH = "spec-steward/sync"
BODY = f"{write_marker('comment', {'head': 'one'})}\nAll well."
DRAFT = Label("spec: draft", "ededed", "Being written")


@dataclass(frozen=True)
class Told:
    """Where a story is told: a door, and the numbers and commits behind it."""

    door: Door
    pull: int
    head: str
    base: str

    @classmethod
    def at(cls, door: Door, number: int) -> "Told":
        state = door.pull(number)
        return cls(door, number, state.pull.head, door.default_branch()[1])

    def look(self, desired: Desired) -> Observed:
        """Observe what is asked about."""
        return Observed(
            self.door.pull(self.pull) if desired.pull else None,
            self.door.issues() if desired.issues is not None else None,
            self.door.sync(BRANCH, self.base) if desired.sync else None,
        )

    def run(self, desired: Desired, perform: Perform | None = None) -> Outcome:
        look = partial(self.look, desired)
        return converge(desired, look, perform or self.door.perform, look())

    def before(self, *actions: Action) -> None:
        known = Known()
        for action in actions:
            self.door.perform(action, known)

    def on_pull(self, **wishes: object) -> Desired:
        return Desired(replace(PullWish(self.pull), **wishes))  # type: ignore[arg-type]  # by name

    def suggestion(self, key: str) -> SuggestionWish:
        """Wish for something at the one line that the pull request has changed."""
        return replace(suggestion(key), head=self.head)

    def edit(self, data: bytes) -> EditWish:
        """Wish for a commit that writes the one file anew which the pull request adds."""
        name = FileName(self.head, "docs/specs/001-new.md")
        blob = self.door.read([name], 1_000)[name].blob
        return EditWish(self.head, "spec", name.path, blob, data, "Write it anew")

    def sync(self, *files: tuple[str, bytes]) -> SyncWish:
        return SyncWish(BRANCH, "main", self.base, files, "Write back", "Words")


def issue(key: str, **values: object) -> IssueWish:
    body = f"Words\n\n{write_marker('issue', {'key': key})}"
    made = IssueWish(key, key.upper(), body, labels=("spec-steward",))
    return replace(made, **values)  # type: ignore[arg-type]  # by name


def _edit(told: Told) -> Desired:
    return told.on_pull(edits=(told.edit(b"# Newer\n"),))


def _update_comment(told: Told) -> Desired:
    told.before(a.CreateComment(told.pull, BODY))
    return told.on_pull(comment=CommentWish(f"{BODY}!"))


def _delete_comment(told: Told) -> Desired:
    told.before(a.CreateComment(told.pull, BODY), a.CreateComment(told.pull, BODY))
    return told.on_pull(comment=CommentWish(BODY))


def _minimise_comment(told: Told) -> Desired:
    told.before(a.CreateComment(told.pull, BODY))
    return told.on_pull(comment=CommentWish(BODY, hidden=True))


def _unminimise_comment(told: Told) -> Desired:
    told.before(a.CreateComment(told.pull, BODY))
    told.run(told.on_pull(comment=CommentWish(BODY, hidden=True)))
    return told.on_pull(comment=CommentWish(BODY, hidden=False))


def _react(told: Told) -> Desired:
    told.before(a.CreateComment(told.pull, "/spec help"))
    (comment,) = told.door.pull(told.pull).comments
    return told.on_pull(reactions=(ReactionWish(comment.id, "eyes"),))


def _remove_label(told: Told) -> Desired:
    told.before(a.AddLabel(told.pull, "spec: done"))
    return told.on_pull(label=LabelWish("spec: ", None))


def _label(told: Told) -> Desired:
    return told.on_pull(label=LabelWish("spec: ", DRAFT))


def _check(told: Told) -> Desired:
    wish = CheckWish("spec-steward", told.head, "success", "All well", "Nothing to mend.")
    return told.on_pull(check=wish)


def _status(told: Told) -> Desired:
    return told.on_pull(status=StatusWish("spec-steward", told.head, "success", "All well"))


def _suggest(told: Told) -> Desired:
    return told.on_pull(suggestions=(told.suggestion("a"), told.suggestion("b")))


def _delete_suggestion(told: Told) -> Desired:
    wish = told.suggestion("a")
    deed = a.Suggest(told.pull, wish.head, wish.path, wish.line, wish.body)
    told.before(deed, deed)
    return told.on_pull(suggestions=(wish,))


def family(*, is_open: bool = True) -> tuple[IssueWish, ...]:
    return (
        issue("a"),
        issue("c", parent="a", blocked_by=("b",)),
        issue("b", parent="a", is_open=is_open, reason=Reason.NOT_PLANNED),
    )


def _tree(_: Told) -> Desired:
    return Desired(issues=family())


def _some(told: Told) -> Known:
    known = Known()
    for key in ("a", "b", "c"):
        told.door.perform(a.CreateIssue(issue(key)), known)
    return known


def _order(told: Told) -> Desired:
    known = _some(told)
    for key in ("b", "c"):
        told.door.perform(a.AddSubIssue(Ref("a"), Ref(key)), known)
    return Desired(issues=family())


def _update_issue(told: Told) -> Desired:
    _some(told)
    return Desired(issues=tuple(issue(key, title="New") for key in ("a", "b", "c")))


def _close_issue(told: Told) -> Desired:
    _order(told)
    return Desired(issues=family(is_open=False))


def _reopen_issue(told: Told) -> Desired:
    known = _some(told)
    told.door.perform(a.CloseIssue(Ref("b"), Reason.COMPLETED), known)
    return Desired(issues=tuple(issue(key) for key in ("a", "b", "c")))


def _apart(told: Told) -> Desired:
    known = _some(told)
    told.door.perform(a.AddSubIssue(Ref("a"), Ref("b")), known)
    told.door.perform(a.AddDependency(Ref("c"), Ref("b")), known)
    return Desired(issues=tuple(issue(key) for key in ("a", "b", "c")))


def _write_back(told: Told) -> Desired:
    return Desired(sync=told.sync(("docs/a.md", b"new\n")))


def _written(told: Told) -> SyncWish:
    wish = told.sync(("docs/a.md", b"new\n"))
    told.before(a.CommitFiles(wish), a.OpenPullRequest(wish))
    return wish


def _update_pull(told: Told) -> Desired:
    return Desired(sync=replace(_written(told), title="Else"))


def _nothing_left(told: Told) -> Desired:
    return Desired(sync=replace(_written(told), files=()))


STORIES: dict[str, tuple[Callable[[Told], Desired], str, str]] = {
    "edit-file": (_edit, "PUT", r"/contents/docs/specs/001-new\.md$"),
    "create-comment": (
        lambda told: told.on_pull(comment=CommentWish(BODY)), "POST", r"/issues/\d+/comments$"),
    "update-comment": (_update_comment, "PATCH", r"/issues/comments/\d+$"),
    "delete-comment": (_delete_comment, "DELETE", r"/issues/comments/\d+$"),
    "minimise-comment": (_minimise_comment, "POST", r"/graphql$"),
    "unminimise-comment": (_unminimise_comment, "POST", r"/graphql$"),
    "add-reaction": (_react, "POST", r"/issues/comments/\d+/reactions$"),
    "create-label": (_label, "POST", r"/widgets/labels$"),
    "add-label": (_label, "POST", r"/issues/\d+/labels$"),
    "remove-label": (_remove_label, "DELETE", r"/labels/"),
    "write-check": (_check, "POST", r"/check-runs$"),
    "set-status": (_status, "POST", r"/statuses/"),
    "suggest": (_suggest, "POST", r"/pulls/\d+/comments$"),
    "delete-suggestion": (_delete_suggestion, "DELETE", r"/pulls/comments/\d+$"),
    "create-issue": (_tree, "POST", r"/issues$"),
    "update-issue": (_update_issue, "PATCH", r"/issues/\d+$"),
    "close-issue": (_close_issue, "PATCH", r"/issues/\d+$"),
    "reopen-issue": (_reopen_issue, "PATCH", r"/issues/\d+$"),
    "add-sub-issue": (_tree, "POST", r"/sub_issues$"),
    "remove-sub-issue": (_apart, "DELETE", r"/sub_issue$"),
    "order-sub-issue": (_order, "PATCH", r"/sub_issues/priority$"),
    "add-dependency": (_tree, "POST", r"/blocked_by$"),
    "remove-dependency": (_apart, "DELETE", r"/blocked_by/"),
    "commit-file": (_write_back, "POST", r"/git/refs$"),
    "open-pull-request": (_write_back, "POST", r"/pulls$"),
    "update-pull-request": (_update_pull, "PATCH", r"/pulls/\d+$"),
    "close-pull-request": (_nothing_left, "PATCH", r"/pulls/\d+$"),
    "delete-branch": (_nothing_left, "DELETE", r"/git/refs/"),
}  # fmt: skip
"""by kind: what stood and is wanted, and the request that does the deed"""
