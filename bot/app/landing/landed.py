"""What has become of the default branch's work in one run."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field

from bot.app.deeds.befell import befell
from bot.app.landing.ground import Ground
from bot.plan.actions import CreateIssue, Plan
from bot.plan.converge import Refusal


@dataclass(frozen=True, slots=True)
class Landed:
    """What became of it. ``plan`` is what was done; on a dry run, what would be.

    ``made`` are the numbers of issues by their keys, ``numbers`` those of what was made or changed,
    ``write_back`` that of the pull request which was opened or changed, else 0. ``remaining`` are
    the issues that another run is to open, ``stopped`` says why this one could not go on. ``specs``
    counts those that have work now.
    """

    ground: Ground
    specs: int = 0
    plan: Plan = ()
    made: Mapping[str, int] = field(default_factory=dict)
    write_back: int = 0
    numbers: tuple[int, ...] = ()
    remaining: int = 0
    stopped: str = ""
    refused: tuple[Refusal, ...] = ()
    warnings: tuple[str, ...] = ()
    is_dry: bool = False


def numbers_of(done: Plan, made: Mapping[str, int]) -> Iterator[int]:
    """Give the issues that were made or changed, in order."""
    refs = (found[0] for found in map(befell, done) if found)
    yield from sorted({ref.number or made.get(ref.key, 0) for ref in refs} - {0})


def unopened(plan: Plan, made: Collection[str]) -> int:
    """Count the issues that were to be opened, and were not; ``made`` are keys of what is there."""
    return len({each.wish.key for each in plan if isinstance(each, CreateIssue)} - {*made})
