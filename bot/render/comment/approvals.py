"""Who agreed to a spec, whose word counts and whose does not, and who may still approve."""

from collections.abc import Iterator
from dataclasses import dataclass

from bot.model.hearing import HeardSpec, Hearing
from bot.model.pull import PullStage
from bot.model.standing import Approvals, Voice
from bot.render.comment.address import Links
from bot.render.comment.approvers import people
from bot.render.comment.detail import Detail
from bot.render.comment.names import Names
from bot.render.comment.phrases import ICONS, Target, clipped
from bot.render.tally import plural

APPROVALS = ("missing-approval", "edited-after-approval")
"""the rules of what people have to do, and no line of the document does"""

_LOGIN = 60
_VOICES = 8  # people that a line names
_WHY = 300


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
    ``lacking`` of these are not met.
    """

    lines: tuple[Agreed, ...]
    more: int
    lacking: int
    wanted: str
    is_open: bool


def agreement(hearing: Hearing, links: Links, names: Names, detail: Detail) -> Agreement | None:
    """Tell of the approvals; of what is closed without a merge, and where none are needed, nothing.

    Those that lack something come first.
    """
    pull = hearing.pull
    found = [(spec, each) for spec in hearing.specs for each in needed(spec)]
    if not found or pull.stage is PullStage.CLOSED:
        return None
    found.sort(key=lambda pair: pair[1].is_met)
    circles = list(dict.fromkeys(each.wanted for _, each in found if each.missing))
    is_open = bool(circles) and pull.stage is PullStage.OPEN
    is_apart = len(circles) > 1 and is_open
    left = found[detail.lists :]
    return Agreement(
        lines=tuple(
            _agreed(spec, each, links, names, is_apart=is_apart)
            for spec, each in found[: detail.lists]
        ),
        more=len(left),
        lacking=sum(not each.is_met for _, each in left),
        wanted=people(circles[0]) if is_open and not is_apart and detail.lists else "",
        is_open=is_open,
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
    said = list(_voices(needs))
    more = len(said) - _VOICES
    return Agreed(
        icon=ICONS["fine"] if needs.is_met else "⏳",
        target=Target(names[path].quoted, links.file(path)),
        said=_count(needs),
        stage=needs.stage.value,
        voices=(*said[:_VOICES], *([f"{more:,} more"] if more > 0 else [])),
        wanted=people(needs.wanted) if is_apart and needs.missing else "",
    )


def _count(needs: Approvals) -> str:
    return f"{needs.minimum - needs.missing:,} of {plural(needs.minimum, 'approval')}"


def _voices(needs: Approvals) -> Iterator[str]:
    """Say of each person what their word is worth: those that count, objections, the others."""
    for voice in needs.voices:
        if voice.counts:
            yield f"{ICONS['fine']} {_login(voice.login)}"
    for login in needs.vetoes:
        yield f"{ICONS['error']} {_login(login)} wants changes"
    for voice in needs.voices:
        if not voice.counts:
            yield _unheard(voice)
    if needs.missing:
        for word in needs.unknown:
            yield f"who belongs to {clipped(word, _LOGIN)} cannot be told here"


def _unheard(voice: Voice) -> str:
    return f"{_login(voice.login)} {clipped(voice.why, _WHY)}"


def _login(login: str) -> str:
    return clipped(login, _LOGIN) or "somebody"
