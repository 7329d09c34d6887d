"""What every deed has: the wire, the database's names for issues, and what is known of this run."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from bot.errors import ForgeError
from bot.forge.answer import Answer
from bot.forge.line import Line
from bot.forge.reading.people import person
from bot.plan.actions import Ref
from bot.plan.known import Known
from bot.plan.outcome import DoubtfulError, UnclearError

_NOT_FOUND, _INVALID = 404, 422


@dataclass(slots=True)
class Hand:
    """Does deeds. ``ids`` are the database's names of the issues that were observed.

    ``me`` is who the token turned out to act as, as the first thing that it made tells.
    ``milestones`` are numbers by folded title, once they were asked for; ``assignable`` tells of
    logins whether an issue can be theirs, ``untyped`` are the types of issues that there are not.
    """

    line: Line
    ids: dict[int, int] = field(default_factory=dict)
    me: str = ""
    milestones: dict[str, int] | None = None
    assignable: dict[str, bool] = field(default_factory=dict)
    untyped: set[str] = field(default_factory=set)

    def learn(self, made: Answer) -> None:
        """Read who has made what was just made.

        If that is not whom the token was taken for, what is ours was not seen for ours.
        """
        before, author = self.me, person(made.at("user"))
        self.me = author.login if author else before
        if before not in {self.me, ""}:
            raise UnclearError(f"the token acts as {self.me}, and not as {before}")

    def number(self, ref: Ref, known: Known) -> int:
        """Give an issue's number, which it may have got in this very run."""
        return known.numbers[ref.key] if ref.number is None else ref.number

    def id(self, number: int, known: Known) -> int:
        """Give what the database calls an issue; sub-issues and dependencies are made with that."""
        if number not in known.ids and number not in self.ids:
            self.ids[number] = self.line.get(f"/issues/{number}").number("id")
        return known.ids.get(number) or self.ids[number]


def number_of(made: Answer, name: str = "number") -> int:
    """Read the number of what was just made; an answer without one tells nothing."""
    number = made.number(name)
    if not number:
        raise UnclearError("its answer makes no sense")
    return number


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
        raise DoubtfulError(error.what, error.status) from None
