"""A merged pull request, on which the label stands for the status from then on.

What counts is what people had said and done when it was merged. What they do to it afterwards moves
nothing, whoever they are: a status changes in the open, with its gates and its approvals.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from bot.lifecycle.asked import Asked
from bot.lifecycle.family import same_word
from bot.lifecycle.labels import label_of
from bot.lifecycle.picking import Picked, pick
from bot.lifecycle.reconcile import reconcile, turned_down
from bot.lifecycle.refusals import Refusal, request_of
from bot.lifecycle.remembered import Remembered
from bot.lifecycle.settled import Settled, for_good, granted_to
from bot.lifecycle.subject import Subject
from bot.lifecycle.witness import Witness
from bot.model.pull import PullState
from bot.model.role import Role
from bot.model.standing import Request

_ELSEWHERE = "open a pull request that changes the spec, and ask there"
OVER = (
    "this is merged, and a status is changed by a pull request that changes the spec:"
    " open one, and ask there"
)
UNMET = f"what it needs was not there when this was merged: {_ELSEWHERE}"


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
    return request_of(asked[0], Refusal(OVER))


def settle_merged(
    subjects: Sequence[Subject],
    requests: Sequence[Asked],
    role_of: Callable[[str], Role],
    remembered: Remembered,
    witness: Witness,
) -> Settled:
    """Settle it as it stood at the merge, and for good.

    ``requests`` are those of before. Once that is done it is only remembered: an approval that is
    taken back later shuts no gate that was passed. If somebody made that be forgotten, it is found
    out anew from what still stands, by the same gates, and is nothing but what our label said.
    """
    picked = pick(requests, remembered.asked.at, remembered.turned.at, role_of)
    if remembered.final:
        kept, words = remembered, granted_to(subjects, remembered)
    else:
        found = reconcile(subjects, requests, role_of, remembered)
        words = _stood(subjects, found, witness)
        kept = for_good(found.remembered, words, subjects)
    turned = turned_down(replace(picked, why=OVER), kept, subjects, words)
    return Settled(words, kept, _unmet(picked, kept, subjects, words), turned=turned)


def _stood(subjects: Sequence[Subject], found: Settled, witness: Witness) -> dict[str, str]:
    """Give the statuses as they stood: what our label said holds against what is lost since."""
    granted = granted_to(subjects, found.remembered)
    free = ((each, found.words[each.path]) for each in subjects if each.path in found.words)
    return {each.path: _held(each, word, granted[each.path], witness) for each, word in free}


def _held(spec: Subject, word: str, granted: str, witness: Witness) -> str:
    said = spec.spelt(witness.word)
    if said is None:
        return word
    if witness.is_alone:
        is_less = spec.rank(word) <= said[1].rank
        return word if is_less and not witness.is_of_head else said[0]
    # the label tells of the least advanced: none that was further had fallen
    is_upheld = witness.is_of_head and not witness.is_disputed
    return granted if is_upheld and spec.rank(granted) <= said[1].rank else word


def _unmet(
    picked: Picked, kept: Remembered, subjects: Sequence[Subject], words: Mapping[str, str]
) -> Request | None:
    """Refuse what was asked for in time, and has not come to be."""
    if picked.asked is None or kept.asked.is_over:
        return None
    is_said = same_word(label_of(subjects, words), picked.asked.word)
    return None if is_said else request_of(picked.asked, Refusal(UNMET))
