"""How a run has ended: what was done, what was refused, and what is left because of that."""

from dataclasses import dataclass

from bot.plan.actions import Action, Plan


class UnclearError(Exception):
    """GitHub gave no clear answer: the deed may have been done."""


class DoubtfulError(UnclearError):
    """GitHub says that a deed does not fit what stands, which may be since it was observed.

    If it says so again after another look, that is its last word.
    """

    def __init__(self, what: str, status: int = 0) -> None:
        """Take GitHub's own words."""
        super().__init__(what)
        self.what = what
        self.status = status


@dataclass(frozen=True, slots=True)
class Refusal:
    """A deed that GitHub refused, and why, in one line, and how to mend it.

    ``way`` is what is closed for the rest of the run; without one it is this deed alone. ``grant``
    is the line of a workflow's ``permissions`` that opens the way, where that would do.
    """

    deed: Action
    way: str
    what: str
    mend: str = ""
    grant: str = ""
    status: int = 0


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a plan. ``left`` is what was not done: refused, or in need of what was.

    ``warned`` is what GitHub left out of deeds that it did, a line each.
    """

    done: Plan = ()
    refused: tuple[Refusal, ...] = ()
    left: Plan = ()
    warned: tuple[str, ...] = ()

    @property
    def closed(self) -> frozenset[str]:
        """The ways that turned out to be closed, for a caller that has another one."""
        return frozenset(refusal.way for refusal in self.refused if refusal.way)
