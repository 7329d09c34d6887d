"""What is left on a pull request: its branch, label, comment, check, and what is optional."""

import re
from collections.abc import Iterator

from bot.model.pull import Check, Comment, PullState
from bot.plan.actions import (
    Action,
    AddLabel,
    CreateComment,
    CreateLabel,
    DeleteComment,
    MinimiseComment,
    RemoveLabel,
    SetStatus,
    UnminimiseComment,
    UpdateComment,
    WriteCheck,
)
from bot.plan.desired import CheckWish, CommentWish, LabelWish, PullWish, StatusWish
from bot.plan.edits import plan_edits
from bot.plan.marker import read_marker
from bot.plan.reactions import plan_reactions
from bot.plan.suggestions import plan_suggestions

COMMENT = "comment"
_APP = "[bot]"
_DIGEST = re.compile(r"[0-9a-f]{40}")


def plan_pull(wish: PullWish, state: PullState) -> Iterator[Action]:
    """Give the deeds, the label before the comment: who looks at that finds it as it says.

    What changes the branch comes before all that is said of it.
    Suggestions come last, for they are the first thing that one can do without.
    """
    yield from plan_edits(wish.edits, state)
    if wish.label:
        yield from _label(wish.label, state)
    if wish.comment:
        yield from _comment(wish.comment, state)
    if wish.status:
        yield from _status(wish.status, state)
    if wish.check:
        yield from _check(wish.check, state)
    yield from plan_reactions(wish.reactions, state)
    yield from plan_suggestions(wish.suggestions, state)


def own_comments(state: PullState) -> list[Comment]:
    """Give the Steward's own comments, the oldest first; a marker of somebody else is no word."""
    found = [c for c in state.comments if c.mine and _is_marked(c)]
    return sorted(found, key=lambda comment: comment.id)


def _is_marked(comment: Comment) -> bool:
    return read_marker(comment.body, COMMENT, first=True) is not None


def _comment(wish: CommentWish, state: PullState) -> Iterator[Action]:
    own, number = own_comments(state), state.pull.number
    if not own:
        if wish.body is not None:
            yield CreateComment(number, wish.body, wish.why)
        return
    first = own[0]
    if wish.body is not None and not same_text(first.body, wish.body):
        yield UpdateComment(number, first.id, first.body, wish.body, wish.why)
    if wish.hidden and first.hidden is False:
        yield MinimiseComment(number, first.id, first.node, wish.why)
    if wish.hidden is False and first.hidden:
        yield UnminimiseComment(number, first.id, first.node, wish.why)
    for twin in own[1:]:
        yield DeleteComment(number, twin.id, twin.body, "the older comment stays the only one")


def _label(wish: LabelWish, state: PullState) -> Iterator[Action]:
    family, number = wish.family.casefold(), state.pull.number
    standing = [name for name in state.labels if name.casefold().startswith(family)]
    if wish.label:
        name = wish.label.name.casefold()
        if name not in (each.casefold() for each in standing):
            if name not in (label.name.casefold() for label in state.known_labels):
                yield CreateLabel(wish.label, wish.why)
            yield AddLabel(number, wish.label.name, wish.why)
        standing = [each for each in standing if each.casefold() != name]
    for other in standing:
        yield RemoveLabel(number, other, wish.why)


def _check(wish: CheckWish, state: PullState) -> Iterator[Action]:
    own = own_checks(state, wish.name)
    last = max(reversed(own), key=lambda check: check.id, default=None)
    if not last or (last.digest, last.conclusion) != (wish.digest, wish.conclusion):
        yield WriteCheck(wish, last.conclusion if last else None, wish.why)


def own_checks(state: PullState, name: str) -> list[Check]:
    """Give the Steward's own checks among those of a name."""
    return [each for each in state.checks if each.name == name and _may_be_mine(each, state.me)]


def _may_be_mine(check: Check, me: str) -> bool:
    """Rule out what has our name and is not ours.

    That is another app's check (only an app is known by the name of one), and a job of a workflow,
    which the workflows' app writes as it writes ours: but not with our digest.
    """
    app = me.removesuffix(_APP)
    return is_told_by_us(check) and (app == me or check.app in {app, ""})


def is_told_by_us(check: Check) -> bool:
    """Tell whether what a check says of its content is what we say of ours."""
    return _DIGEST.fullmatch(check.digest) is not None


def _status(wish: StatusWish, state: PullState) -> Iterator[Action]:
    last = next((s for s in state.statuses if s.context == wish.context), None)
    wanted = (wish.state, wish.shown, wish.url)
    if not last or (last.state, last.description, last.url) != wanted:
        yield SetStatus(wish, last.state if last else None, wish.why)


def same_text(one: str, other: str) -> bool:
    """Compare texts as GitHub keeps them: it may write line ends as it likes."""
    return one.replace("\r\n", "\n").rstrip() == other.replace("\r\n", "\n").rstrip()
