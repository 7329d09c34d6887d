"""What the issues of a run are called: by their numbers where these are known, else by titles.

A deed on an issue that was about to be opened names it by its key, which says nothing to people.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from bot.model.work import Rank
from bot.plan.actions import CreateIssue, Plan, Ref, UpdateIssue
from bot.plan.marker import issue_markers
from bot.render.comment.phrases import clipped
from bot.render.defuse import prose


@dataclass(frozen=True, slots=True)
class Names:
    """The numbers and titles of issues by their keys, and the numbers of tracking issues."""

    numbers: Mapping[str, int] = field(default_factory=dict)
    titles: Mapping[str, str] = field(default_factory=dict)
    tracking: Mapping[int, str] = field(default_factory=dict)

    @classmethod
    def of(cls, plan: Plan, numbers: Mapping[str, int]) -> "Names":
        """Read them from what was done; ``numbers`` are those of issues by their keys."""
        made = {a.wish.key: a.wish for a in plan if isinstance(a, CreateIssue)}
        found = {key: number for key in made if (number := numbers.get(key))}
        opened = {n: made[key].title for key, n in found.items() if _tracks(made[key].body, n)}
        changed = {
            action.number: action.title or action.before[0]
            for action in plan
            if isinstance(action, UpdateIssue) and _tracks(action.before[1], action.number)
        }
        return cls(numbers, {key: wish.title for key, wish in made.items()}, opened | changed)

    def __call__(self, ref: Ref | int) -> str:
        """Call an issue by its number, or else by its title."""
        if isinstance(ref, int):
            return f"#{ref}"
        if number := ref.number or self.numbers.get(ref.key):
            return f"#{number}"
        return quoted(self.titles[ref.key]) if ref.key in self.titles else "an issue"


def quoted(text: str) -> str:
    """Quote others' words in a log, on one short line."""
    return f"“{prose(clipped(text))}”"


def _tracks(body: str, number: int) -> bool:
    found = issue_markers(body.split("\n"), number).values()
    return any(values.get("rank") == Rank.SPEC for values in found)
