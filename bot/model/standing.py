"""How a spec stands with people, beside its text: who agreed to it, and which status was asked for.

Only a pull request knows; a check on a laptop has no standing to look at.
"""

from dataclasses import dataclass
from enum import StrEnum

from bot.model.approvers import is_team
from bot.model.stage import Stage


@dataclass(frozen=True, slots=True)
class Voice:
    """Somebody's latest word for a spec.

    ``why`` says why it does not count, and is empty where it does; ``changed`` names the sections
    that were changed since.
    """

    login: str
    why: str = ""
    changed: tuple[str, ...] = ()

    @property
    def counts(self) -> bool:
        """Tell whether this is an approval of what stands there now."""
        return not self.why


@dataclass(frozen=True, slots=True)
class Approvals:
    """The approvals that entering one stage needs, and those there are.

    ``wanted`` says who may give them, in the words of the configuration or of CODEOWNERS;
    ``unknown`` are those among them of whom nobody can tell who they are, ``spent`` those whose
    word nobody can wait for: they gave it, or it never counts. ``beyond`` are approvals that are
    missing and that nobody is left to give. ``vetoes`` are people who want changes. ``word`` is
    what the spec calls the stage.
    """

    stage: Stage
    minimum: int
    wanted: tuple[str, ...] = ()
    voices: tuple[Voice, ...] = ()
    vetoes: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()
    spent: tuple[str, ...] = ()
    beyond: int = 0
    word: str = ""

    @property
    def aim(self) -> str:
        """Name what is to be entered."""
        return self.word or self.stage.value

    @property
    def left(self) -> tuple[str, ...]:
        """Give those of the ``wanted`` whose approval can still come."""
        return tuple(word for word in self.wanted if word not in self.spent)

    @property
    def can_come(self) -> int:
        """Count the approvals that are missing, and that somebody could give."""
        return self.missing - self.beyond

    @property
    def hidden(self) -> tuple[str, ...]:
        """Give the teams that could not be looked up."""
        return tuple(word for word in self.unknown if is_team(word))

    @property
    def missing(self) -> int:
        """Count the approvals that are still to come."""
        return max(0, self.minimum - sum(voice.counts for voice in self.voices))

    @property
    def is_met(self) -> bool:
        """Tell whether enough people agree, and nobody objects."""
        return not self.missing and not self.vetoes

    @property
    def changed(self) -> tuple[str, ...]:
        """Name the sections that were changed after somebody had approved."""
        return tuple(dict.fromkeys(title for voice in self.voices for title in voice.changed))


class Way(StrEnum):
    """How a status was asked for."""

    LABEL = "label"
    COMMAND = "command"


@dataclass(frozen=True, slots=True)
class Request:
    """A status that somebody asked for, and that the spec does not have.

    ``refusal`` says in one sentence why not, and what it needs; empty where it is granted, and only
    the document has to follow. It ``is_waiting`` where it is granted by itself once what it needs
    is there.
    """

    word: str
    by: str
    at: str
    way: Way
    refusal: str = ""
    is_waiting: bool = False


@dataclass(frozen=True, slots=True)
class Ended:
    """A request that is over without having been granted to all: who asked, and for which word.

    That is since the spec at ``path`` ``says`` something else; where that is empty, it has joined.
    """

    word: str
    by: str
    path: str
    says: str = ""


@dataclass(frozen=True, slots=True)
class Standing:
    """All of it, for one spec.

    ``approvals`` are those that its status needs, stage by stage. ``edited`` names the sections
    that differ from the text that the base branch has as approved. ``start`` is the status that it
    goes from where a label alone tells it, empty where its texts do.
    """

    approvals: tuple[Approvals, ...] = ()
    edited: tuple[str, ...] = ()
    request: Request | None = None
    start: str = ""
