"""What people tell the Steward in a comment: the commands, once they are read.

None says whether its author may; that is asked of those commands alone that somebody wrote.
"""

from dataclasses import dataclass
from typing import TypeAlias

from bot.model.pull import Person


@dataclass(frozen=True, slots=True)
class Said:
    """Where a command comes from: the comment, who wrote that, and when.

    It is always somebody: of a comment whose author is gone nobody can tell what they may.
    """

    comment: int
    by: Person
    at: str


@dataclass(frozen=True, slots=True)
class Help:
    """Say which commands there are."""

    origin: Said


@dataclass(frozen=True, slots=True)
class Check:
    """Look at the specs again."""

    origin: Said


@dataclass(frozen=True, slots=True)
class PlanAsked:
    """Say what merging will do."""

    origin: Said


@dataclass(frozen=True, slots=True)
class SetStatus:
    """Ask for a status, in the letters that it was asked for; it may be none that a spec has."""

    origin: Said
    word: str


@dataclass(frozen=True, slots=True)
class Approve:
    """Agree to the specs as they stand."""

    origin: Said


@dataclass(frozen=True, slots=True)
class Waive:
    """Make an exception of a rule that there is, for one section or for all, and stand for it."""

    origin: Said
    rule: str
    section: str | None
    reason: str


@dataclass(frozen=True, slots=True)
class Unknown:
    """Something that nobody can do: the words that are not understood, and why in one sentence.

    ``nearest`` is the command or the rule that was meant, as far as anybody can guess.
    """

    origin: Said
    said: str
    nearest: str | None
    why: str


Command: TypeAlias = Help | Check | PlanAsked | SetStatus | Approve | Waive | Unknown
