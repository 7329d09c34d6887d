"""A merged pull request, on which the label stands for the status from then on.

What counts is what people had said and done when it was merged. What they do to it afterwards moves
nothing, whoever they are: a status changes in the open, with its gates and its approvals.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace

from bot.lifecycle.asked import Asked
from bot.lifecycle.reconcile import reconcile
from bot.lifecycle.remembered import Remembered
from bot.lifecycle.settled import Settled, granted_to, with_words
from bot.lifecycle.subject import Subject
from bot.model.pull import PullState
from bot.model.role import Role
from bot.model.standing import Request

OVER = (
    "this is merged, and a status is changed by a pull request that changes the spec:"
    " open one, and ask there"
)


def as_merged(state: PullState) -> PullState:
    """Leave out what people have done since the merge."""
    end = state.pull.merged_at
    return replace(
        state,
        labellings=tuple(each for each in state.labellings if each.at <= end),
        comments=tuple(each for each in state.comments if each.mine or each.at <= end),
        reviews=tuple(each for each in state.reviews if each.at <= end),
    )


def asked_since(asked: Sequence[Asked], end: str) -> Request | None:
    """Refuse the latest of what was asked for since the merge."""
    if not asked or asked[0].at <= end:
        return None
    late = asked[0]
    return Request(late.word, late.by.login if late.by else "", late.at, late.way, OVER)


def settle_merged(
    subjects: Sequence[Subject],
    requests: Sequence[Asked],
    role_of: Callable[[str], Role],
    remembered: Remembered,
) -> Settled:
    """Settle it as it stood at the merge, and for good.

    ``requests`` are those of before. Once that is done it is only remembered: an approval that is
    taken back later shuts no gate that was passed. If somebody made that be forgotten, it is found
    out anew from what still stands, by the same gates.
    """
    if remembered.final:
        words = granted_to(subjects, dict(remembered.words))
        return Settled(words, remembered)
    found = reconcile(subjects, requests, role_of, remembered)
    kept = with_words(found.remembered, found.words)
    return Settled(found.words, replace(kept, final=True))
