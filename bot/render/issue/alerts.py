"""What is said above the text of an issue whose spec, or whose place in the spec, is gone."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.model.sheet import Lapse
from bot.render.comment.phrases import clipped
from bot.render.comment.printing import printed
from bot.render.issue.framing import NOTHING
from bot.render.issue.unclear import mark
from bot.render.pages import Written

_PATHS = 5


@dataclass(frozen=True, slots=True)
class Lapsed:
    """What has become of a spec, in words that go on after “the spec”: ``was deleted``.

    Or the paths of which nobody can tell whether it is there now, ``more`` of them left out; then
    ``number`` and ``mark`` are what settles it, if one of its tasks has an issue.
    """

    lapsed: str
    may_be: tuple[str, ...] = ()
    more: int = 0
    number: int | None = None
    mark: Written | None = None


def gone_alert(overrides: Mapping[str, str] = NOTHING) -> str:
    """Say that the spec lists it no longer."""
    return _quoted(printed("issues/gone.md.j2", overrides))


def lapsed_alert(lapse: Lapse, overrides: Mapping[str, str] = NOTHING) -> str:
    """Say what has become of the spec."""
    page = Lapsed(
        clipped(lapse.words, 200).rstrip("."),
        lapse.may_be[:_PATHS],
        len(lapse.may_be[_PATHS:]),
        lapse.number,
        mark(lapse.number) if lapse.number else None,
    )
    return _quoted(printed("issues/lapsed.md.j2", overrides, page=page))


def _quoted(text: str) -> str:
    """Keep every line within the alert: it is found again, and taken off, as a quote."""
    lines = text.replace("\r\n", "\n").strip("\n").split("\n")
    return "\n".join(line if line.startswith(">") else f"> {line}".rstrip() for line in lines)
