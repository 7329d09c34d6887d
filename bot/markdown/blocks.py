"""The block structure of a text, flattened: headings, list items, and spans of code and tables."""

from dataclasses import dataclass, field

from bot.markdown.decode import Unreadable
from bot.model.document import ListItem, Span

_MOST = 20_000  # of a kind: more than any document that a person has written


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading and the lines it takes."""

    title: str
    level: int
    line: int
    stop: int


@dataclass(slots=True)
class Blocks:
    """What one pass over the lines has collected, in document order."""

    headings: list[Heading] = field(default_factory=list)
    items: list[ListItem] = field(default_factory=list)
    code: list[Span] = field(default_factory=list)
    comments: list[Span] = field(default_factory=list)
    tables: list[Span] = field(default_factory=list)

    def add_heading(self, heading: Heading) -> None:
        """Take one more, unless there are too many."""
        if len(self.headings) >= _MOST:
            raise _too_many("headings", heading.line)
        self.headings.append(heading)

    def add_item(self, item: ListItem) -> None:
        """Take one more, unless there are too many."""
        if len(self.items) >= _MOST:
            raise _too_many("list items", item.line)
        self.items.append(item)


def _too_many(name: str, line: int) -> Unreadable:
    return Unreadable(line, f"there are over {_MOST:,} {name}", "split the document")
