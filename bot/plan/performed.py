"""What this run has done on a pull request, laid over what GitHub shows of it.

What shows labels and checks may lag behind what writes them; whoever believed that would write the
same check twice.
"""

from collections.abc import Sequence
from dataclasses import replace

from bot.model.pull import Check, PullState, Status
from bot.plan.actions import (
    Action,
    AddLabel,
    CreateLabel,
    DeleteComment,
    MinimiseComment,
    React,
    RemoveLabel,
    SetStatus,
    UnminimiseComment,
    UpdateComment,
    WriteCheck,
)


def with_deeds(state: PullState, done: Sequence[Action]) -> PullState:
    """Let what was done stand, in the order in which it was done."""
    for action in done:
        state = _after(state, action)
    return replace(state, labels=with_labels(state.labels, state.pull.number, done))


def with_labels(labels: tuple[str, ...], number: int, done: Sequence[Action]) -> tuple[str, ...]:
    """Give the labels of an issue or a pull request after deeds, some of which are about it."""
    for action in done:
        if not isinstance(action, AddLabel | RemoveLabel) or action.number != number:
            continue
        name = action.name.casefold()
        if isinstance(action, RemoveLabel):
            labels = tuple(each for each in labels if each.casefold() != name)
        elif name not in {each.casefold() for each in labels}:
            labels = (*labels, action.name)
    return labels


def _after(state: PullState, action: Action) -> PullState:
    match action:
        case CreateLabel(label):
            known = (each for each in state.known_labels if each.name != label.name)
            return replace(state, known_labels=(*known, label))
        case WriteCheck(wish) if wish.head == state.pull.head:
            last = max((check.id for check in state.checks), default=0)
            check = Check(last + 1, wish.name, wish.conclusion, wish.digest, app="")
            return replace(state, checks=(*state.checks, check))
        case SetStatus(wish) if wish.head == state.pull.head:
            others = (each for each in state.statuses if each.context != wish.context)
            status = Status(wish.context, wish.state, wish.shown, wish.url)
            return replace(state, statuses=(*others, status))
    return _after_on_comments(state, action)


def _after_on_comments(state: PullState, action: Action) -> PullState:
    match action:
        case UpdateComment():
            return _with_comment(state, action.id, body=action.body)
        case MinimiseComment():
            return _with_comment(state, action.id, hidden=True)
        case UnminimiseComment():
            return _with_comment(state, action.id, hidden=False)
        case React(_, comment, content):
            return _with_reaction(state, comment, content)
        case DeleteComment():
            left = tuple(each for each in state.comments if each.id != action.id)
            return replace(state, comments=left)
    return state


def _with_comment(state: PullState, id_: int, **values: object) -> PullState:
    comments = (
        replace(each, **values) if each.id == id_ else each  # type: ignore[arg-type]  # by name
        for each in state.comments
    )
    return replace(state, comments=tuple(comments))


def _with_reaction(state: PullState, id_: int, content: str) -> PullState:
    before = next((each.reactions for each in state.comments if each.id == id_), frozenset[str]())
    return _with_comment(state, id_, reactions=before | {content})
