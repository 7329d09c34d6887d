"""Who agreed to a spec, whose word counts and whose does not, and who may still approve."""

from collections.abc import Iterator
from dataclasses import dataclass

from bot.model.approvers import LET_LOOK_UP, NAME_OTHERS
from bot.model.hearing import HeardSpec, Hearing
from bot.model.pull import PullStage
from bot.model.standing import Approvals
from bot.render.comment.address import Links
from bot.render.comment.approvers import people, person
from bot.render.comment.detail import Detail
from bot.render.comment.names import Names
from bot.render.comment.phrases import ICONS, Target, clipped, first_few, some
from bot.render.comment.voices import voices_of
from bot.render.tally import plural

APPROVALS = ("missing-approval", "edited-after-approval")
"""the rules of what people have to do, and no line of the document does"""

_WORD = 50
_VOICES = 8  # people that a line names


@dataclass(frozen=True, slots=True)
class Agreed:
    """The approvals of a spec for one stage: ``said`` is how many, ``voices`` say who and why not.

    ``wanted`` are those who may give what is still to come, where others may elsewhere.
    """

    icon: str
    target: Target
    said: str
    stage: str
    voices: tuple[str, ...]
    wanted: str


@dataclass(frozen=True, slots=True)
class Agreement:
    """All of them. ``wanted`` are those who may still approve, where they are the same for all.

    ``is_open`` where approvals are still to come, and may be given; ``more`` are left out, and
    ``lacking`` of these are not met. ``hidden`` are teams that could not be looked up, ``stuck``
    the specs that nobody is left to approve of, or too few are; what mends it is in
    ``let_look_up`` and ``name_others``.
    """

    lines: tuple[Agreed, ...]
    more: int
    lacking: int
    wanted: str
    is_open: bool
    hidden: str = ""
    stuck: tuple[Target, ...] = ()
    is_partly_stuck: bool = False
    let_look_up: str = LET_LOOK_UP
    name_others: str = NAME_OTHERS


def agreement(hearing: Hearing, links: Links, names: Names, detail: Detail) -> Agreement | None:
    """Tell of the approvals; of what is closed without a merge, and where none are needed, nothing.

    Those that lack something come first.
    """
    pull = hearing.pull
    found = [(spec, each) for spec in hearing.specs for each in needed(spec)]
    if not found or pull.stage is PullStage.CLOSED:
        return None
    found.sort(key=lambda pair: pair[1].is_met)
    is_pending = pull.stage is PullStage.OPEN
    circles = list(dict.fromkeys(each.left for _, each in found if each.can_come > 0))
    is_open = bool(circles) and is_pending
    is_apart = len(circles) > 1 and is_open
    left = found[detail.lists :]
    told = found[: detail.lists] if is_pending else []
    short = [(spec.report.path, each) for spec, each in told if each.beyond]
    hidden = dict.fromkeys(word for _, each in told if each.missing for word in each.hidden)
    return Agreement(
        lines=tuple(
            _agreed(spec, each, links, names, is_apart=is_apart)
            for spec, each in found[: detail.lists]
        ),
        more=len(left),
        lacking=sum(not each.is_met for _, each in left),
        wanted=people(circles[0]) if is_open and not is_apart and detail.lists else "",
        is_open=is_open,
        hidden=some([person(word) for word in hidden]) if hidden else "",
        stuck=first_few([Target(names[path].quoted, links.file(path)) for path, _ in short]),
        is_partly_stuck=any(each.left for _, each in short),
    )


def needed(spec: HeardSpec) -> tuple[Approvals, ...]:
    """Give the approvals that a spec needs where it stands."""
    return spec.standing.approvals if spec.standing else ()


def is_agreed(hearing: Hearing) -> bool:
    """Tell whether nobody has to approve of anything any more."""
    return all(each.is_met for spec in hearing.specs for each in needed(spec))


def lacking(spec: HeardSpec) -> Iterator[str]:
    """Say in a few words what approvals lack."""
    unmet = [each for each in needed(spec) if not each.is_met]
    for each in unmet:
        yield f"{_count(each)}{', changes wanted' if each.vetoes else ''}"
    if not unmet:
        yield "approvals"


def _agreed(
    spec: HeardSpec, needs: Approvals, links: Links, names: Names, *, is_apart: bool
) -> Agreed:
    path = spec.report.path
    said = list(voices_of(needs))
    more = len(said) - _VOICES
    return Agreed(
        icon=ICONS["fine"] if needs.is_met else "⏳",
        target=Target(names[path].quoted, links.file(path)),
        said=_count(needs),
        stage=clipped(needs.aim, _WORD),
        voices=(*said[:_VOICES], *([f"{more:,} more"] if more > 0 else [])),
        wanted=people(needs.left) if is_apart and needs.can_come > 0 else "",
    )


def _count(needs: Approvals) -> str:
    return f"{needs.minimum - needs.missing:,} of {plural(needs.minimum, 'approval')}"
