"""GitHub as a model in memory: the shortest words for what each deed means.

It is the first of the three doors that the contract suite opens; the other two are the embedded
GitHub and its recordings.
"""

from collections.abc import Callable, Collection, Mapping
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field, replace

from bot.forge.can import Can
from bot.forge.door import Changes, FileName, FileText, Tree
from bot.model.blob_id import blob_id
from bot.model.entry import FileKind
from bot.model.issue import Child, Issue
from bot.model.pull import (
    Check,
    Comment,
    Label,
    Labelling,
    Person,
    Pull,
    PullStage,
    PullState,
    Remark,
    Status,
)
from bot.model.role import Role
from bot.model.sync import SyncPull, SyncState
from bot.plan import actions as a
from bot.plan.actions import Action, Ref
from bot.plan.family import MOST
from bot.plan.known import Known, last_head
from bot.plan.marker import LABEL
from bot.plan.observed import Observed
from bot.plan.outcome import DoubtfulError
from bot.plan.sync_marker import last_word, message_of
from bot.plan.sync_past import with_past

ME = Person("steward[bot]", is_bot=True)
PULL = Pull(
    number=1,
    title="Add a spec",
    url="https://github.test/acme/widgets/pull/1",
    author=Person("ann"),
    stage=PullStage.OPEN,
    is_draft=False,
    base_branch="main",
    base="b" * 40,
    head_branch="spec",
    head="a" * 40,
    head_repository="acme/widgets",
    is_fork=False,
)


@dataclass
class Memory:
    """What stands, and the deeds upon it."""

    pulls: dict[int, PullState] = field(default_factory=dict)
    standing: dict[int, Issue] = field(default_factory=dict)
    branches: dict[str, SyncState] = field(default_factory=dict)
    known_labels: list[Label] = field(default_factory=list)
    changed: dict[int, Changes] = field(default_factory=dict)
    trees: dict[str, Tree] = field(default_factory=dict)
    texts: dict[FileName, FileText] = field(default_factory=dict)
    roles: dict[str, Role] = field(default_factory=dict)
    teams: dict[str, frozenset[str]] = field(default_factory=dict)
    landed: dict[FileName, int] = field(default_factory=dict)
    rules: dict[str, frozenset[str]] = field(default_factory=dict)
    past: dict[str, tuple[SyncPull, ...]] = field(default_factory=dict)
    tip: str = PULL.base
    can: Can = field(default_factory=Can)
    last: int = 100
    second: int = 0

    def observe(self, pull: int | None = None, branch: str | None = None) -> Observed:
        """Take one look at everything."""
        return Observed(
            self.pull(pull) if pull else None,
            self.issues(),
            self.sync(branch, "main") if branch else None,
        )

    def pull(self, number: int) -> PullState:
        return replace(self.pulls[number], known_labels=tuple(self.known_labels))

    def open_pulls(self) -> tuple[int, ...]:
        return tuple(n for n, s in sorted(self.pulls.items()) if s.pull.stage is PullStage.OPEN)

    def pulls_at(self, head: str, branch: str) -> tuple[int, ...]:
        pulls = [self.pulls[number].pull for number in self.open_pulls()]
        found = [pull for pull in pulls if pull.head_branch == branch]
        return tuple(p.number for p in [p for p in found if p.head == head] or found)

    def merged_labels(self, paths: Collection[str], commit: str) -> dict[str, tuple[str, ...]]:
        """Look up which pull request brought a file, in ``landed``."""
        numbers = {path: self.landed.get(FileName(commit, path)) for path in paths}
        return {path: self.pulls[n].labels for path, n in numbers.items() if n is not None}

    def verdicts(self, commit: str) -> tuple[tuple[Check, ...], tuple[Status, ...]]:
        on = [state for state in self.pulls.values() if state.pull.head == commit]
        return on[0].checks, on[0].statuses

    def required_checks(self, branch: str) -> frozenset[str]:
        return self.rules.get(branch, frozenset())

    def changes(self, pull: Pull) -> Changes:
        return self.changed[pull.number]

    def tree(self, commit: str) -> Tree:
        return self.trees[commit]

    def read(self, names: Collection[FileName], cap: int) -> dict[FileName, FileText]:
        found = {name: self.texts[name] for name in names if name in self.texts}
        return {n: replace(t, data=None) if t.size > cap else t for n, t in found.items()}

    def issues(self) -> tuple[Issue, ...]:
        return tuple(issue for _, issue in sorted(self.standing.items()))

    def labelled_issues(self) -> tuple[Issue, ...]:
        return tuple(issue for issue in self.issues() if LABEL in issue.labels)

    def foresee(self) -> None:
        """Nothing costs anything here."""

    def whereabouts(self, numbers: Collection[int]) -> Mapping[int, Issue]:
        return {number: self.standing[number] for number in numbers if number in self.standing}

    def sync(self, branch: str, base: str) -> SyncState:  # noqa: ARG002 - there is one base here
        state = self.branches.get(branch, SyncState(branch))
        pulls = (*state.pulls, *self.past.get(branch, ()))
        return with_past(state, pulls)

    def me(self) -> str:
        return ME.login

    def role(self, login: str) -> Role:
        return self.roles.get(login, Role.NONE)

    def members(self, team: str) -> frozenset[str]:
        return self.teams[team]

    def default_branch(self) -> tuple[str, str]:
        return "main", self.tip

    def slowly(self) -> AbstractContextManager[None]:
        """Nothing here takes any time."""
        return nullcontext()

    def perform(self, action: Action, known: Known) -> None:
        doing: Callable[[Memory, Action, Known], None] = _DEEDS[type(action)]
        doing(self, action, known)

    def number(self) -> int:
        self.last += 1
        return self.last

    def of(self, ref: Ref, known: Known) -> int:
        return ref.number if ref.number is not None else known.numbers[ref.key]

    def labelled(self, number: int, by: Person | None, name: str, *, is_set: bool) -> None:
        """Tell the timeline of a pull request; that of an issue is nobody's business."""
        if state := self.pulls.get(number):
            event = Labelling(name, by, self.stamp(), is_set)
            self.change_pull(number, labellings=(*state.labellings, event))

    def stamp(self) -> str:
        """Give the next second."""
        self.second += 1
        minutes, seconds = divmod(self.second, 60)
        return f"2026-01-02T{minutes // 60:02}:{minutes % 60:02}:{seconds:02}Z"

    def change_pull(self, number: int, **values: object) -> None:
        self.pulls[number] = replace(self.pulls[number], **values)  # type: ignore[arg-type]  # by name

    def change_issue(self, number: int, **values: object) -> None:
        self.standing[number] = replace(self.standing[number], **values)  # type: ignore[arg-type]


def _edit_file(memory: Memory, action: a.EditFile, known: Known) -> None:
    """Let the head be another commit with one text changed, if that is still what it was."""
    state, data = memory.pulls[action.number], action.data
    old = state.pull.head
    text = memory.texts.get(FileName(old, action.path))
    if text is None or text.blob != action.blob:
        raise DoubtfulError(f"{action.path} does not match {action.blob}", 409)
    new = blob_id(old.encode() + data)
    at = [(name, kept) for name, kept in memory.texts.items() if name.commit == old]
    memory.texts |= {FileName(new, name.path): kept for name, kept in at}
    written = FileText(blob_id(data), FileKind.REGULAR, len(data), data)
    memory.texts[FileName(new, action.path)] = written
    listed = memory.trees.get(old, Tree(())).files
    files = (replace(f, blob=written.blob) if f.path == action.path else f for f in listed)
    memory.trees[new] = Tree(tuple(files))
    pull = replace(state.pull, head=new)
    memory.change_pull(action.number, pull=pull, checks=(), statuses=())
    known.heads[last_head(action.head, known.heads)] = new


def _create_comment(memory: Memory, action: a.CreateComment, known: Known) -> None:
    id_ = memory.number()
    made = Comment(id_, f"IC_{id_}", f"{PULL.url}#{id_}", ME, action.body, mine=True)
    memory.change_pull(action.pull, comments=(*memory.pulls[action.pull].comments, made))
    known.comments[id_] = made


def _update_comment(memory: Memory, action: a.UpdateComment, _: Known) -> None:
    comments = memory.pulls[action.pull].comments
    changed = (
        replace(c, body=action.body, editor=ME) if c.id == action.id else c for c in comments
    )
    memory.change_pull(action.pull, comments=tuple(changed))


def _delete_comment(memory: Memory, action: a.DeleteComment, _: Known) -> None:
    comments = memory.pulls[action.pull].comments
    memory.change_pull(action.pull, comments=tuple(c for c in comments if c.id != action.id))


def _minimise_comment(memory: Memory, action: a.MinimiseComment, _: Known) -> None:
    _fold(memory, action, is_hidden=True)


def _unminimise_comment(memory: Memory, action: a.UnminimiseComment, _: Known) -> None:
    _fold(memory, action, is_hidden=False)


def _fold(
    memory: Memory, action: a.MinimiseComment | a.UnminimiseComment, *, is_hidden: bool
) -> None:
    comments = memory.pulls[action.pull].comments
    changed = (replace(c, hidden=is_hidden) if c.id == action.id else c for c in comments)
    memory.change_pull(action.pull, comments=tuple(changed))


def _react(memory: Memory, action: a.React, _: Known) -> None:
    comments = memory.pulls[action.number].comments
    changed = (
        replace(c, reactions=c.reactions | {action.content}) if c.id == action.comment else c
        for c in comments
    )
    memory.change_pull(action.number, comments=tuple(changed))


def _create_label(memory: Memory, action: a.CreateLabel, _: Known) -> None:
    if action.label.name.casefold() not in (k.name.casefold() for k in memory.known_labels):
        memory.known_labels.append(action.label)


def _add_label(memory: Memory, action: a.AddLabel, _: Known) -> None:
    names = _labels(memory, action.number)
    if action.name.casefold() not in (name.casefold() for name in names):
        _set_labels(memory, action.number, (*names, action.name))
        memory.labelled(action.number, ME, action.name, is_set=True)


def _remove_label(memory: Memory, action: a.RemoveLabel, _: Known) -> None:
    names = _labels(memory, action.number)
    left = tuple(name for name in names if name.casefold() != action.name.casefold())
    _set_labels(memory, action.number, left)
    if left != names:
        memory.labelled(action.number, ME, action.name, is_set=False)


def _labels(memory: Memory, number: int) -> tuple[str, ...]:
    state = memory.pulls.get(number)
    return state.labels if state else memory.standing[number].labels


def _set_labels(memory: Memory, number: int, names: tuple[str, ...]) -> None:
    change = memory.change_pull if number in memory.pulls else memory.change_issue
    change(number, labels=names)


def _write_check(memory: Memory, action: a.WriteCheck, _: Known) -> None:
    wish = action.wish
    check = Check(memory.number(), wish.name, wish.conclusion, wish.digest, "steward")
    for number, state in memory.pulls.items():
        if state.pull.head == wish.head:
            memory.change_pull(number, checks=(*state.checks, check))


def _set_status(memory: Memory, action: a.SetStatus, _: Known) -> None:
    wish = action.wish
    status = Status(wish.context, wish.state, wish.description, wish.url)
    for number, state in memory.pulls.items():
        if state.pull.head == wish.head:
            others = tuple(s for s in state.statuses if s.context != wish.context)
            memory.change_pull(number, statuses=(*others, status))


def _suggest(memory: Memory, action: a.Suggest, known: Known) -> None:
    made = Remark(memory.number(), action.body, mine=True)
    memory.change_pull(action.pull, remarks=(*memory.pulls[action.pull].remarks, made))
    known.remarks[made.id] = made


def _delete_suggestion(memory: Memory, action: a.DeleteSuggestion, _: Known) -> None:
    remarks = memory.pulls[action.pull].remarks
    memory.change_pull(action.pull, remarks=tuple(r for r in remarks if r.id != action.id))


def _create_issue(memory: Memory, action: a.CreateIssue, known: Known) -> None:
    number, wish = memory.number(), action.wish
    memory.standing[number] = Issue(
        id=number * 7,
        number=number,
        title=wish.title,
        body=wish.body,
        mine=True,
        labels=wish.labels,
        assignees=wish.assignees,
        milestone=wish.milestone,
    )
    known.numbers[wish.key], known.ids[number] = number, number * 7


def _update_issue(memory: Memory, action: a.UpdateIssue, _: Known) -> None:
    named = {"title": action.title, "body": action.body, "milestone": action.milestone}
    values = {name: value for name, value in named.items() if value is not None}
    memory.change_issue(action.number, **values)


def _close_issue(memory: Memory, action: a.CloseIssue, known: Known) -> None:
    number = memory.of(action.ref, known)
    memory.change_issue(number, is_open=False, reason=action.reason)
    _open_in_parent(memory, number, is_open=False)


def _reopen_issue(memory: Memory, action: a.ReopenIssue, _: Known) -> None:
    memory.change_issue(action.number, is_open=True, reason=None)
    _open_in_parent(memory, action.number, is_open=True)


def _open_in_parent(memory: Memory, number: int, *, is_open: bool) -> None:
    parent = memory.standing[number].parent
    if parent in memory.standing:
        parts = memory.standing[parent].children
        changed = tuple(Child(c.number, is_open) if c.number == number else c for c in parts)
        memory.change_issue(parent, children=changed)


def _add_sub_issue(memory: Memory, action: a.AddSubIssue, known: Known) -> None:
    parent, child = memory.of(action.parent, known), memory.of(action.child, known)
    if memory.standing[child].parent == parent:
        return
    if memory.standing[child].parent is not None:
        raise DoubtfulError("an issue has one parent", 422)
    assert len(memory.standing[parent].children) < MOST, "there is no room for more"
    made = Child(child, memory.standing[child].is_open)
    memory.change_issue(parent, children=(*memory.standing[parent].children, made))
    memory.change_issue(child, parent=parent)


def _remove_sub_issue(memory: Memory, action: a.RemoveSubIssue, _: Known) -> None:
    if memory.standing[action.child].parent != action.parent:
        return  # another run was there before, and may have put it elsewhere since
    if action.parent in memory.standing:
        parts = memory.standing[action.parent].children
        left = tuple(child for child in parts if child.number != action.child)
        memory.change_issue(action.parent, children=left)
    memory.change_issue(action.child, parent=None)


def _order_sub_issue(memory: Memory, action: a.OrderSubIssue, known: Known) -> None:
    parent, child = memory.of(action.parent, known), memory.of(action.child, known)
    after = memory.of(action.after, known) if action.after else None
    parts = memory.standing[parent].children
    if not {child, child if after is None else after} <= {part.number for part in parts}:
        raise DoubtfulError("both have to be sub-issues of it", 422)
    moved = next(part for part in parts if part.number == child)
    rest = [part for part in parts if part.number != child]
    at = 0 if after is None else [part.number for part in rest].index(after) + 1
    memory.change_issue(parent, children=(*rest[:at], moved, *rest[at:]))


def _add_dependency(memory: Memory, action: a.AddDependency, known: Known) -> None:
    issue, blocker = memory.of(action.issue, known), memory.of(action.blocker, known)
    standing = memory.standing[issue].blocked_by
    memory.change_issue(issue, blocked_by=tuple(dict.fromkeys((*standing, blocker))))


def _remove_dependency(memory: Memory, action: a.RemoveDependency, _: Known) -> None:
    standing = memory.standing[action.issue].blocked_by
    left = tuple(number for number in standing if number != action.blocker)
    memory.change_issue(action.issue, blocked_by=left)


def _commit_files(memory: Memory, action: a.CommitFiles, _: Known) -> None:
    wish = action.wish
    state = memory.branches.get(wish.branch, SyncState(wish.branch))
    files = tuple((path, blob_id(data)) for path, data in wish.files)
    message = message_of(wish.title, wish.body)
    head = blob_id(repr((wish.base, files, message)).encode())
    memory.branches[wish.branch] = replace(
        state, head=head, parent=wish.base, files=files, message=last_word([message]), mine=True
    )


def _open_pull(memory: Memory, action: a.OpenPullRequest, known: Known) -> None:
    wish = action.wish
    state = memory.branches[wish.branch]
    made = SyncPull(memory.number(), wish.title, wish.body, mine=True)
    memory.branches[wish.branch] = replace(state, pulls=(*state.pulls, made))
    known.pulls[made.number] = made


def _update_pull(memory: Memory, action: a.UpdatePullRequest, _: Known) -> None:
    for branch, state in memory.branches.items():
        changed = tuple(
            replace(p, title=action.title, body=action.body) if p.number == action.number else p
            for p in state.pulls
        )
        memory.branches[branch] = replace(state, pulls=changed)
    for branch, pulls in memory.past.items():
        memory.past[branch] = tuple(
            replace(p, title=action.title, body=action.body) if p.number == action.number else p
            for p in pulls
        )


def _close_pull(memory: Memory, action: a.ClosePullRequest, _: Known) -> None:
    for branch, state in memory.branches.items():
        closed = [pull for pull in state.pulls if pull.number == action.number]
        ended = [replace(p, body=action.body, state=PullStage.CLOSED) for p in closed]
        memory.past[branch] = (*memory.past.get(branch, ()), *ended)
        left = tuple(pull for pull in state.pulls if pull.number != action.number)
        memory.branches[branch] = replace(state, pulls=left)


def _delete_branch(memory: Memory, action: a.DeleteBranch, _: Known) -> None:
    state = memory.branches[action.branch]
    memory.branches[action.branch] = SyncState(
        action.branch, pulls=state.pulls, message=state.message
    )


_DEEDS: dict[type, Callable[..., None]] = {
    a.EditFile: _edit_file,
    a.CreateComment: _create_comment,
    a.UpdateComment: _update_comment,
    a.DeleteComment: _delete_comment,
    a.MinimiseComment: _minimise_comment,
    a.UnminimiseComment: _unminimise_comment,
    a.React: _react,
    a.CreateLabel: _create_label,
    a.AddLabel: _add_label,
    a.RemoveLabel: _remove_label,
    a.WriteCheck: _write_check,
    a.SetStatus: _set_status,
    a.Suggest: _suggest,
    a.DeleteSuggestion: _delete_suggestion,
    a.CreateIssue: _create_issue,
    a.UpdateIssue: _update_issue,
    a.CloseIssue: _close_issue,
    a.ReopenIssue: _reopen_issue,
    a.AddSubIssue: _add_sub_issue,
    a.RemoveSubIssue: _remove_sub_issue,
    a.OrderSubIssue: _order_sub_issue,
    a.AddDependency: _add_dependency,
    a.RemoveDependency: _remove_dependency,
    a.CommitFiles: _commit_files,
    a.OpenPullRequest: _open_pull,
    a.UpdatePullRequest: _update_pull,
    a.ClosePullRequest: _close_pull,
    a.DeleteBranch: _delete_branch,
}
