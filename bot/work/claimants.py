"""Which specs may name an issue of theirs: those whose tasks carry its number."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from bot.model.stage import Stage
from bot.model.work import Task
from bot.work.dangling import Dangling
from bot.work.exact import folded
from bot.work.family import Family
from bot.work.held import Held
from bot.work.identity import match
from bot.work.lapses import is_closed, lapse

Tasks = Mapping[str, tuple[Task, ...]]


@dataclass(slots=True)
class Claims:
    """The specs that may name an issue of theirs, and those that have its very words as well."""

    keys: dict[int, list[str]] = field(default_factory=dict)
    said: dict[int, list[str]] = field(default_factory=dict)

    def of(self, family: Family) -> list[int]:
        """Give the issues of a family that any spec claims."""
        return [kept.issue.number for kept in family.kept if kept.issue.number in self.keys]


def claims_in(families: Sequence[Family], tasks: Tasks, held: Mapping[int, Held]) -> Claims:
    """Find who claims what; a spec that is closed gets nothing that it does not have."""
    claims = Claims()
    for family in families:
        own = {kept.issue.number for kept in family.kept} if is_closed(family) else held.keys()
        for number, naming in _naming(tasks.get(family.key, ())):
            if number in own and _takes(naming, held[number], family.named):
                claims.keys.setdefault(number, []).append(family.key)
                if folded(held[number].text) in {folded(task.text) for task in naming}:
                    claims.said.setdefault(number, []).append(family.key)
    return claims


def superseding(families: Sequence[Family], claims: Claims, stage: Stage) -> dict[int, str]:
    """Give where open issues of closed specs go: to those that have taken their tasks over.

    Such a spec keeps its lines, and they say nothing any more: nobody is to work on them. What was
    closed before stays with it, since that is what has become of its work.
    """
    due = (each for each in families if each.checklist and not lapse(each.checklist, stage))
    living = {each.key for each in due}
    goes: dict[int, str] = {}
    for family in filter(is_closed, families):
        for number in (kept.issue.number for kept in family.kept if kept.issue.is_open):
            keys = (*claims.said.get(number, ()), *claims.keys.get(number, ()))
            if home := next((key for key in keys if key in living), None):
                goes[number] = home
    return goes


def _naming(tasks: Sequence[Task]) -> Iterator[tuple[int, list[Task]]]:
    """Give each number with the tasks that carry it."""
    found = defaultdict[int, list[Task]](list)
    for task in tasks:
        for number in dict.fromkeys(task.numbers):
            found[number].append(task)
    yield from found.items()


def _takes(naming: Sequence[Task], issue: Held, named: Dangling) -> bool:
    """Tell whether an issue may be for one of the tasks that name it."""
    return issue.number not in named or any(match(naming, [issue], named).numbers)
