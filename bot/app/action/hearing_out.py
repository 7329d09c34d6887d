"""A pull request heard out: its texts, its labels, and the people who have spoken."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, partial

from bot.app.action.answering import Answering
from bot.app.action.council import Council, spoken_commits
from bot.app.action.hear import Circumstances, hear
from bot.app.action.heeding import (
    Told,
    asked_in,
    heed,
    in_vain,
    take_up_waivers,
    told_in,
    too_late,
)
from bot.app.action.keeping import Keeping
from bot.app.action.material import Material, gather
from bot.app.action.memory import Memory, recall
from bot.app.action.over import is_over, testify
from bot.app.action.question import Question
from bot.forge.door import Door
from bot.lifecycle.afterwards import as_merged, asked_since
from bot.lifecycle.asked import all_asked
from bot.lifecycle.contest import contested_by, turns, undone_by
from bot.lifecycle.granted import Granted
from bot.lifecycle.remembered import Remembered
from bot.lifecycle.taken_off import put_back
from bot.model.heard import Exempted
from bot.model.hearing import Hearing
from bot.model.pull import PullState
from bot.plan.desired import ReactionWish


@dataclass(frozen=True, slots=True)
class HeardOut:
    """The hearing, what it was made from, what to remember of it, and how to react to commands."""

    hearing: Hearing
    material: Material | None
    memory: Memory
    reactions: tuple[ReactionWish, ...] = ()


def hear_out(door: Door, state: PullState, question: Question, lenient: str) -> HeardOut:
    """Read what there is to read, and judge it; what people may do is asked where it matters."""
    pull, memory = state.pull, recall(state)
    role_of = cache(door.role)
    ended, late = _parted_in_time(state)
    heeded = heed(ended, memory.keeping, memory.last)
    spoken = spoken_commits((*ended.reviews, *heeded.approvals), pull.head)
    material = gather(door, replace(question, seen=memory.seen, spoken=spoken))
    if material is None:
        return HeardOut(Hearing(pull, lenient=lenient), None, memory)
    granted, refused = take_up_waivers(ended, heeded.comments, memory.keeping.granted, role_of)
    council = Council(
        policy=material.shelf.policy,
        owners=material.owners,
        author=pull.author.login if pull.author else None,
        head=pull.head,
        reviews=ended.reviews,
        commanded=heeded.approvals,
        granted=granted,
        members_of=door.members,
        role_of=role_of,
    )
    about = Circumstances(
        pull=pull,
        seen=memory.seen,
        questions=memory.asked,
        lenient=lenient,
        me=state.me,
        asked=all_asked(ended, heeded.asked),
        remembered=_remembered(memory, pull.head),
        witness=testify(state, is_alone=memory.is_lost),
        is_over=ended is not state,
        late=asked_since(all_asked(state, asked_in(late)), pull.merged_at),
        role_of=role_of,
        merged_labels=partial(_merged_labels, door, pull.base),
    )
    hearing, settled = hear(material, about, council)
    since = _since(state, memory)
    back = put_back(state, hearing.specs, about.asked, memory.keeping.back)
    useful, useless = _parted(hearing, granted, memory.keeping.granted)
    kept = Keeping(settled.remembered, heeded.approved, useful, since, back)
    hearing = replace(
        hearing, contested=contested_by(state, since), put_back=back.word if back else ""
    )
    whys = (*refused, *in_vain(heeded.comments, useless), *too_late(late))
    answering = Answering(hearing, heeded, settled, whys, late)
    out = HeardOut(hearing, material, replace(memory, keeping=kept))
    return _answered(out, answering, useful)


def _parted_in_time(state: PullState) -> tuple[PullState, Told]:
    """Part what counts of a merged pull request from the commands that came later."""
    if not is_over(state):
        return state, ()
    ended = as_merged(state)
    end = state.pull.merged_at
    return ended, told_in(each for each in state.comments if not each.mine and each.at > end)


def _remembered(memory: Memory, head: str) -> Remembered:
    """Give what the last look left; why a request ended is told at the head where it did."""
    kept = memory.keeping.status
    if memory.last == head:
        return kept
    return replace(kept, asked=replace(kept.asked, joined="", moved=""))


def _since(state: PullState, memory: Memory) -> int:
    """Tell from which turn of the labels on another bot's are counted: anew for each head.

    Where no bot has taken any there is nothing to count, and the comment may stay as it is.
    """
    kept = memory.keeping.turns
    is_quiet = memory.last == state.pull.head or not undone_by(state, kept)
    return kept if is_quiet else turns(state)


def _merged_labels(door: Door, commit: str, paths: Collection[str]) -> Mapping[str, Sequence[str]]:
    return door.merged_labels(paths, commit)


def _parted(
    hearing: Hearing, granted: Sequence[Granted], known: Sequence[Granted]
) -> tuple[tuple[Granted, ...], tuple[Granted, ...]]:
    """Part waivers from those that are new and take nothing away: a slip, or not the place."""
    useless = [g for g in granted if g not in known and not _exempted(hearing, g).findings]
    return tuple(each for each in granted if each not in useless), tuple(useless)


def _answered(out: HeardOut, answering: Answering, granted: tuple[Granted, ...]) -> HeardOut:
    exempted = (_exempted(out.hearing, each) for each in granted)
    hearing = replace(out.hearing, answers=tuple(answering.answers()), exceptions=tuple(exempted))
    return replace(out, hearing=hearing, reactions=tuple(answering.reactions()))


def _exempted(hearing: Hearing, granted: Granted) -> Exempted:
    """Give a waiver with all that it takes away in this pull request."""
    said = Exempted(granted.by, granted.rule, granted.section, granted.reason, 0)
    taken = (each for spec in hearing.specs for each in spec.exempted)
    count = sum(each.findings for each in taken if replace(each, findings=0) == said)
    return replace(said, findings=count)
