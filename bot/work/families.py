"""Every spec's checklist with the issues that go with it, wherever its file has moved."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.model.work import Checklist, Kept, Rank
from bot.work.exact import folded
from bot.work.homes import Home, Kin, settle
from bot.work.keys import family_key


@dataclass(frozen=True, slots=True)
class Family:
    """A spec and its issues; without a checklist, nobody knows any longer what they stood for."""

    key: str
    checklist: Checklist | None
    kept: tuple[Kept, ...] = ()


def families_of(checklists: Sequence[Checklist], kept: Sequence[Kept]) -> tuple[Family, ...]:
    """Put together what belongs together: the specs in their order, then what is left of others."""
    issues: dict[str, list[Kept]] = defaultdict(list)
    for each in sorted(kept, key=lambda one: one.issue.number):
        issues[each.memory.family].append(each)
    kin = [_kin(key, own) for key, own in issues.items()]
    known = {name for each in kin for name in (each.path, each.spec_id) if name}
    # one without work is of interest only where it had some
    specs = [s for s in checklists if s.tasks or not known.isdisjoint((s.path, s.spec_id))]
    homes = settle([_home(each) for each in specs], kin)
    taken = set(issues)
    found: list[Family] = []
    for spec in specs:
        key = homes.get(spec.path)
        if key is None:
            key = family_key(spec.path, spec.template, taken)
            taken.add(key)
        found.append(Family(key, spec, tuple(issues.pop(key, ()))))
    left = (Family(key, None, tuple(own)) for key, own in issues.items())
    return _adopted((*found, *left))


def _adopted(families: Sequence[Family]) -> tuple[Family, ...]:
    """Let an issue go along with the task that carries its number into another spec.

    Where its own spec names it too, it stays there.
    """
    claims: dict[int, list[str]] = defaultdict(list)
    for family in families:
        for task in family.checklist.tasks if family.checklist else ():
            for number in task.numbers:
                claims[number].append(family.key)
    goes: dict[str, list[Kept]] = defaultdict(list)
    for family in families:
        for kept in family.kept:
            by = claims.get(kept.issue.number, [])
            stays = kept.memory.rank is not Rank.TASK or not by or family.key in by
            goes[family.key if stays else by[0]].append(kept)
    return tuple(replace(family, kept=tuple(goes[family.key])) for family in families)


def _home(checklist: Checklist) -> Home:
    numbers = (number for task in checklist.tasks for number in task.numbers)
    texts = (folded(task.text) for task in checklist.tasks)
    return Home(
        checklist.path, checklist.spec_id, checklist.template, frozenset(numbers), frozenset(texts)
    )


def _kin(key: str, kept: Sequence[Kept]) -> Kin:
    """Describe a family as it was last seen; its tracking issue knows best."""
    newest = next((k for k in kept if k.memory.rank is Rank.SPEC), kept[-1]).memory
    tasks = [each for each in kept if each.memory.rank is Rank.TASK]
    return Kin(
        key, newest.path, newest.spec_id, newest.template,
        frozenset(each.issue.number for each in tasks),
        frozenset(folded(each.memory.text) for each in tasks),
    )  # fmt: skip
