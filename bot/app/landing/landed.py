"""What has become of the default branch's work in one run."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from bot.app.landing.ground import Ground
from bot.plan.actions import CloseIssue, CreateIssue, Plan, ReopenIssue, UpdateIssue
from bot.plan.converge import Refusal


@dataclass(frozen=True, slots=True)
class Landed:
    """What became of it. ``plan`` is what was done; on a dry run, what would be.

    ``numbers`` are the issues that were made or changed, ``remaining`` those that another run is to
    open, ``stopped`` says why this one could not go on. ``specs`` counts those that have work now.
    """

    ground: Ground
    specs: int = 0
    plan: Plan = ()
    numbers: tuple[int, ...] = ()
    remaining: int = 0
    stopped: str = ""
    refused: tuple[Refusal, ...] = ()
    warnings: tuple[str, ...] = ()
    is_dry: bool = False


def numbers_of(done: Plan, made: Mapping[str, int]) -> Iterator[int]:
    """Give the issues that were made or changed, in order."""
    found: set[int] = set()
    for action in done:
        match action:
            case CreateIssue(wish):
                found.add(made.get(wish.key, 0))
            case UpdateIssue(number) | ReopenIssue(number):
                found.add(number)
            case CloseIssue(ref):
                found.add(ref.number or made.get(ref.key, 0))
    yield from sorted(found - {0})


def unopened(plan: Plan, made: Collection[str]) -> int:
    """Count the issues that were to be opened, and were not; ``made`` are keys of what is there."""
    return len({each.wish.key for each in plan if isinstance(each, CreateIssue)} - {*made})
