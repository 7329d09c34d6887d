"""The job's summary: first what is in the way of the comment, then all that the comment says."""

from collections.abc import Mapping, Sequence

from bot.model.hearing import Hearing
from bot.render.comment.address import Address
from bot.render.comment.detail import Detail, fitted, steps
from bot.render.comment.page import arrange
from bot.render.comment.phrases import clipped
from bot.render.comment.printing import own_path, printed
from bot.render.defuse import ticked
from bot.render.pages import Written

MOST = 1_000_000
"""bytes; GitHub drops a summary of more than 1 MiB as a whole"""

_NAME = "summary.md.j2"
_NOTHING: Mapping[str, str] = {}
_NOTES = 20
_LONG = 2_000  # characters of a note


def render_summary(
    hearing: Hearing,
    address: Address,
    notes: Sequence[str] = (),
    overrides: Mapping[str, str] = _NOTHING,
) -> str:
    """Write the summary; in ``notes`` what stands between backticks is code, and the rest text."""
    shown = tuple(_noted(note) for note in notes[:_NOTES])

    def write(detail: Detail) -> str:
        page = arrange(hearing, address, detail)
        more = max(0, len(notes) - _NOTES)
        return printed(_NAME, overrides, page=page, notes=shown, more_notes=more)

    first = Detail(rows=400, parts=400, remarks=200, elsewhere="“steward check” prints it all")
    return fitted(write, steps(first), lambda text: len(_bytes(text)) < MOST, where=own_path(_NAME))


def _noted(note: str) -> Written:
    return Written(ticked(clipped(note, _LONG)))


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")
