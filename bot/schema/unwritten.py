"""What the template says in a document, and not its author."""

from collections.abc import Iterable

from bot.model.spec import Leftover, SpecSection, State
from bot.schema.words import NOTHING_YET


def template_lines(sections: Iterable[SpecSection], leftovers: Iterable[Leftover]) -> set[int]:
    """Give the lines of untouched sections, and those with placeholders left."""
    untouched = [s.found for s in sections if s.found and s.state is State.UNTOUCHED]
    lines = {n for s in untouched for n in range(s.start, s.stop)}
    lines.update(leftover.line for leftover in leftovers)
    return lines


def says_nothing(text: str) -> bool:
    """Tell whether an entry of a list is there to be filled in."""
    return NOTHING_YET.fullmatch(text) is not None or not any(map(str.isalnum, text))
