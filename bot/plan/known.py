"""What one run knows besides what it has observed: what it has created itself.

A listing may lag behind: what GitHub has just said that it created may not stand in it yet. It
counts as observed all the same, so that it is not made a second time. So does all else that this
run has done (``performed``); what somebody changes in between is seen by the next one.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, fields, replace

from bot.model.issue import Issue
from bot.model.pull import Comment, PullState, Remark
from bot.model.sync import SyncPull, SyncState
from bot.plan.actions import Action, ClosePullRequest, CreateIssue, DeleteSuggestion, Ref
from bot.plan.observed import Observed
from bot.plan.performed import with_deeds, with_labels


@dataclass(slots=True)
class Known:
    """What this run has created: issues by key, as numbers and ids of the database; and others.

    ``heads`` are its commits, by the commit of the branch that each was put on. ``warned`` is what
    GitHub did not take of a deed that it did: people are to know of it, and no plan is.
    """

    numbers: dict[str, int] = field(default_factory=dict)
    ids: dict[int, int] = field(default_factory=dict)
    comments: dict[int, Comment] = field(default_factory=dict)
    remarks: dict[int, Remark] = field(default_factory=dict)
    pulls: dict[int, SyncPull] = field(default_factory=dict)
    heads: dict[str, str] = field(default_factory=dict)
    warned: list[str] = field(default_factory=list)

    def warn(self, what: str) -> None:
        """Take note of something, once."""
        if what not in self.warned:
            self.warned.append(what)


def by_number(action: Action, known: Known) -> Action:
    """Name what this run has created by its number, as the next plan is going to."""
    refs = {each.name: getattr(action, each.name) for each in fields(action)}
    named = {
        name: replace(ref, number=known.numbers[ref.key])
        for name, ref in refs.items()
        if isinstance(ref, Ref) and ref.key in known.numbers
    }
    changed: Action = replace(action, **named)  # type: ignore[arg-type]  # by name
    return changed


def with_created(observed: Observed, done: Sequence[Action], known: Known) -> Observed:
    """Add what this run has done, and not undone again, where the listing lacks it."""
    return Observed(
        observed.pull and _with_comments(observed.pull, done, known),
        None if observed.issues is None else _with_issues(observed.issues, done, known),
        observed.sync and _with_pulls(observed.sync, done, known),
    )


def _with_comments(state: PullState, done: Sequence[Action], known: Known) -> PullState:
    listed = {comment.id for comment in state.comments}
    lacking = tuple(known.comments[id_] for id_ in known.comments if id_ not in listed)
    remarks = _with_remarks(state.remarks, done, known)
    state = moved_on(state, known.heads)
    return with_deeds(replace(state, comments=(*state.comments, *lacking), remarks=remarks), done)


def moved_on(state: PullState, heads: Mapping[str, str]) -> PullState:
    """Let the head be the last commit of this run: GitHub tells a new one only after a while."""
    head = last_head(state.pull.head, heads)
    return replace(state, pull=replace(state.pull, head=head))


def last_head(head: str, heads: Mapping[str, str]) -> str:
    """Give the last commit that this run has put on top of one."""
    while head in heads:
        head = heads[head]
    return head


def _with_remarks(
    remarks: tuple[Remark, ...], done: Sequence[Action], known: Known
) -> tuple[Remark, ...]:
    gone = {action.id for action in done if isinstance(action, DeleteSuggestion)}
    gone |= {remark.id for remark in remarks}
    return (*remarks, *(known.remarks[id_] for id_ in known.remarks if id_ not in gone))


def _with_issues(
    issues: tuple[Issue, ...], done: Sequence[Action], known: Known
) -> tuple[Issue, ...]:
    listed = {issue.number for issue in issues}
    made = [
        (known.numbers[action.wish.key], action.wish)
        for action in done
        if isinstance(action, CreateIssue) and action.wish.key in known.numbers
    ]
    lacking = (
        Issue(
            id=known.ids.get(number, 0),
            number=number,
            title=wish.title,
            body=wish.body,
            mine=True,
            labels=wish.labels,
            assignees=wish.assignees,
            milestone=wish.milestone,
        )
        for number, wish in made
        if number not in listed
    )
    return tuple(
        replace(issue, labels=with_labels(issue.labels, issue.number, done))
        for issue in (*issues, *lacking)
    )


def _with_pulls(state: SyncState, done: Sequence[Action], known: Known) -> SyncState:
    gone = {action.number for action in done if isinstance(action, ClosePullRequest)}
    gone |= {pull.number for pull in state.pulls}
    lacking = tuple(known.pulls[number] for number in known.pulls if number not in gone)
    last = lacking[-1] if lacking else state.last
    return replace(state, pulls=(*state.pulls, *lacking), last=last)
