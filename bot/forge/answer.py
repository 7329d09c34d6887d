"""What GitHub answered, read with types: JSON says nothing of itself that could be believed.

What is absent, null, or of another type reads as nothing: "", 0, False, no parts. GitHub leaves
out what it does not know (a deleted account, a deleted fork), and that is no error.
"""

from collections.abc import Iterator
from typing import TypeAlias

Json: TypeAlias = object


class Answer:
    """A JSON value and ways into it."""

    __slots__ = ("value",)

    def __init__(self, value: Json) -> None:
        self.value = value

    def __bool__(self) -> bool:
        return bool(self.value)

    def at(self, *path: str) -> "Answer":
        """Go into an object, as deep as the names lead."""
        value = self.value
        for name in path:
            value = value.get(name) if isinstance(value, dict) else None
        return Answer(value)

    def parts(self, *path: str) -> Iterator["Answer"]:
        """Give the entries of a list."""
        value = self.at(*path).value
        return map(Answer, value if isinstance(value, list) else ())

    def text(self, *path: str) -> str:
        """Read a text."""
        value = self.at(*path).value
        return value if isinstance(value, str) else ""

    def text_or_none(self, *path: str) -> str | None:
        """Read a text that may be null."""
        value = self.at(*path).value
        return value if isinstance(value, str) else None

    def number(self, *path: str) -> int:
        """Read a whole number."""
        value = self.at(*path).value
        return value if isinstance(value, int) else 0

    def big_number(self, *path: str) -> int:
        """Read a whole number that GraphQL writes as a text, since it may not fit its own."""
        text = self.text(*path)
        return int(text) if text.isdecimal() else self.number(*path)

    def flag(self, *path: str) -> bool:
        """Read a yes or no."""
        return self.at(*path).value is True
