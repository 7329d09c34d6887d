"""What people on a pull request asked of a spec, and what came of it."""

from dataclasses import dataclass, field

from bot.model.finding import Finding
from bot.model.stage import Stage


@dataclass(frozen=True, slots=True)
class Rewritten:
    """A document as a commit would leave it, in place of the ``blob`` that was judged."""

    blob: str
    data: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Restated:
    """The line that a granted status asks for; None in ``new_line`` where no single line does it.

    ``is_offered`` where it stands in the difference, so that one click takes it over; there is a
    ``rewritten`` document where nobody has to, for the Steward commits it. ``settles`` are findings
    that it mends by the way, such as that there is no status.
    """

    word: str
    line: int
    new_line: str | None
    is_offered: bool = False
    rewritten: Rewritten | None = None
    settles: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class Removed:
    """A spec that goes, as it was at the base.

    It ``is_held`` where people had agreed to it, or should have: ``approvers`` are those whose word
    that took, ``agreed`` those of them who approve the deletion, if they are enough.
    """

    path: str
    id: str | None = None
    title: str | None = None
    status: str = ""
    is_held: bool = False
    approvers: tuple[str, ...] = ()
    agreed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Ahead:
    """The next stage of a spec, and the gates into it by what they want, with what keeps each shut.

    It is the stage where the spec stands already, if it lacks something there. ``words`` are what
    the spec may call it, the usual one first.
    """

    stage: Stage
    shut: tuple[tuple[str, tuple[Finding, ...]], ...]
    words: tuple[str, ...] = ()

    @property
    def word(self) -> str:
        """Name it."""
        return next(iter(self.words), self.stage.value)


@dataclass(frozen=True, slots=True)
class Answer:
    """What became of a command: the words of it, who gave it, why it was not done.

    ``shows`` names what it asked to be shown: the list of commands, what lies ahead.
    """

    comment: int
    by: str
    said: str
    why: str = ""
    shows: str = ""


@dataclass(frozen=True, slots=True)
class Exempted:
    """A waiver by a command: by whom, of what, why, and how many findings it takes away."""

    by: str
    rule: str
    section: str | None
    reason: str
    findings: int
