"""The one comment on a pull request, but for the marker on its first line."""

from collections.abc import Mapping

from bot.model.hearing import Hearing
from bot.render.comment.address import Address
from bot.render.comment.detail import Detail, fitted, letters, steps
from bot.render.comment.page import arrange
from bot.render.comment.printing import own_path, printed

MOST = 60_000
"""characters, with the marker; GitHub takes 65,536"""

_NAME = "comment.md.j2"
_NOTHING: Mapping[str, str] = {}


def render_comment(
    hearing: Hearing,
    address: Address,
    overrides: Mapping[str, str] = _NOTHING,
    room: int = MOST,
) -> str:
    """Write the comment; ``overrides`` are the repository's own templates by their names.

    ``room`` is what the marker leaves of it.
    """

    def fits(text: str) -> bool:
        return letters(text) < room

    def write(detail: Detail) -> str:
        return printed(_NAME, overrides, page=arrange(hearing, address, detail))

    return fitted(write, steps(Detail()), fits, where=own_path(_NAME))
