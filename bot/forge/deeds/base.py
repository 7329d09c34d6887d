"""What every deed has: the wire, the database's names for issues, and what is known of this run."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from bot.errors import ForgeError
from bot.forge.line import Line
from bot.plan.actions import Ref
from bot.plan.converge import Known, UnclearError

_NOT_FOUND, _INVALID = 404, 422


@dataclass(slots=True)
class Hand:
    """Does deeds. ``ids`` are the database's names of the issues that were observed."""

    line: Line
    ids: dict[int, int] = field(default_factory=dict)

    def number(self, ref: Ref, known: Known) -> int:
        """Give an issue's number, which it may have got in this very run."""
        return known.numbers[ref.key] if ref.number is None else ref.number

    def id(self, number: int, known: Known) -> int:
        """Give what the database calls an issue; sub-issues and dependencies are made with that."""
        if number not in known.ids and number not in self.ids:
            self.ids[number] = self.line.get(f"/issues/{number}").number("id")
        return known.ids.get(number) or self.ids[number]


@contextmanager
def unless_gone() -> Iterator[None]:
    """Take something away; that it is gone already is as good."""
    try:
        yield
    except ForgeError as error:
        if error.status != _NOT_FOUND:
            raise


@contextmanager
def unless_there() -> Iterator[None]:
    """Make something; where GitHub calls that invalid, it is looked whether it is there."""
    try:
        yield
    except ForgeError as error:
        if error.status != _INVALID:
            raise
        raise UnclearError(error.what) from None
