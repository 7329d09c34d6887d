"""What stands in a conversation, one under the other."""

from dataclasses import dataclass
from typing import ClassVar

from markupsafe import Markup

from bot.sandbox.pages.dates import Moment
from bot.sandbox.pages.marks import Chip, State
from bot.sandbox.pages.people import Person
from bot.sandbox.pages.remarks import Thread


@dataclass(frozen=True, slots=True)
class Reactions:
    """How many have reacted in one way."""

    sign: str
    word: str
    count: int


@dataclass(frozen=True, slots=True)
class Said:
    """A comment, or the description that all begins with; ``folded`` is why it is minimised."""

    kind: ClassVar[str] = "said"
    anchor: str
    author: Person
    role: str
    date: Moment
    edited: bool
    text: Markup
    folded: str = ""
    reactions: tuple[Reactions, ...] = ()


@dataclass(frozen=True, slots=True)
class Other:
    """Another issue that an event is about; ``path`` is the rest of its address."""

    number: int
    title: str
    path: str
    state: State


@dataclass(frozen=True, slots=True)
class Deed:
    """An event, or several of labels in a row by the same hand."""

    kind: ClassVar[str] = "deed"
    event: str
    actor: Person
    date: Moment
    name: str = ""
    was: str = ""
    added: tuple[Chip, ...] = ()
    removed: tuple[Chip, ...] = ()
    other: Other | None = None
    whom: Person | None = None
    commit: str = ""

    @property
    def words(self) -> str:
        """Its name as a sentence has it, for those that have no sentence of their own."""
        return self.event.replace("_", " ")


@dataclass(frozen=True, slots=True)
class Stance:
    """A review, with the threads that it began."""

    kind: ClassVar[str] = "stance"
    anchor: str
    author: Person
    date: Moment
    state: str
    text: Markup
    threads: tuple[Thread, ...]

    @property
    def words(self) -> str:
        """What was said by it."""
        return _WORDS.get(self.state, "reviewed")


@dataclass(frozen=True, slots=True)
class Push:
    """A commit that was pushed."""

    kind: ClassVar[str] = "push"
    sha: str
    author: str
    subject: str
    body: str
    date: Moment


Entry = Said | Deed | Stance | Push

_WORDS = {
    "APPROVED": "approved these changes",
    "CHANGES_REQUESTED": "requested changes",
    "DISMISSED": "reviewed, which was dismissed",
}
