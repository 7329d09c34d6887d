"""How much a spec of today is like what a family of issues remembers of its own."""

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from math import fsum

from bot.model.work import Task
from bot.work.exact import folded
from bot.work.held import Held
from bot.work.identity import match

_FEWEST = 2  # tasks that have to agree where they are no more than half of all
_TITLE = 0.75  # what a title counts, where all tasks are 1: a copy gets another one


@dataclass(frozen=True, slots=True)
class Home:
    """A spec of today: the issues that its tasks carry, and the folded texts of its tasks."""

    path: str
    spec_id: str
    template: str
    numbers: frozenset[int] = frozenset()
    texts: frozenset[str] = frozenset()
    title: str = ""
    tasks: tuple[Task, ...] = ()


@dataclass(frozen=True, slots=True)
class Kin:
    """A family of issues, as its tracking issue remembers the spec; ``key`` is how it is known.

    Its spec had ``named`` issues of others. It ``is_over`` where the tracking issue is closed, or
    says that nothing is to be done for it: a spec that comes later has mostly nothing to do with
    it.
    """

    key: str
    path: str
    spec_id: str
    template: str
    numbers: frozenset[int] = frozenset()
    texts: frozenset[str] = frozenset()
    title: str = ""
    held: tuple[Held, ...] = ()
    named: frozenset[int] = frozenset()
    is_over: bool = False


@dataclass(frozen=True, slots=True)
class Likeness:
    """What speaks for a spec being a family's own: enough by itself, or if nothing else is near.

    The ``weight`` is what goes along with the text wherever its file is: its tasks, its title, its
    id. The ``score`` also counts the name of the file. It ``is_marked`` by a task that no other
    family had.
    """

    weight: float
    score: float
    is_enough: bool
    is_hint: bool
    is_marked: bool
    is_titled: bool
    is_called_so: bool


class Kinship:
    """Compares specs with families of one repository; it remembers what it has compared.

    A task that several of these had, such as “Write tests”, tells the less of whose it is.
    """

    def __init__(self, kin: Collection[Kin], homes: Collection[Home]) -> None:
        """Count for how many families each task stood, or stands in the file that they had."""
        at = {home.path: home for home in homes}
        standing = (family.texts | _besides(family, at) for family in kin)
        found = Counter(text for texts in standing for text in texts)
        self._worth = {text: 1 / count for text, count in found.items()}
        self._known: dict[tuple[str, str], Likeness] = {}

    def of(self, home: Home, family: Kin) -> Likeness:
        """Say how much a spec is like what a family remembers."""
        pair = home.path, family.key
        if pair not in self._known:
            self._known[pair] = resemblance(home, family, self._worth)
        return self._known[pair]

    def may_be(self, home: Home, family: Kin) -> bool:
        """Tell at a glance whether anything speaks for it: a title, or a task of few."""
        common = home.texts & family.texts
        return _is_titled(home, family) or any(2 * self._worth[text] >= 1 for text in common)


def _besides(family: Kin, at: Mapping[str, Home]) -> frozenset[str]:
    """Give the tasks of the file that most plainly is the family's, wherever it is now."""
    own = at.get(family.path)
    homes = [own] if own and _is_most(own, family) else at.values()
    return next((home.texts for home in homes if _is_most(home, family)), frozenset())


def _is_most(home: Home, family: Kin) -> bool:
    return 2 * len(home.texts & family.texts) > len(home.texts)


def resemblance(home: Home, family: Kin, worth: Mapping[str, float]) -> Likeness:
    """Weigh the tasks that agree, to the letter or nearly, the title, the id, and the name."""
    most = max(_sum(home.texts, worth), _sum(family.texts, worth)) or 1.0
    equal = home.texts & family.texts
    numbers = {number for number in match(home.tasks, family.held).numbers if number}
    found = [folded(each.text) for each in family.held if each.number in numbers]
    both = min(max(_sum(equal, worth), _sum(found, worth)), most)
    is_titled, is_kind = _is_titled(home, family), home.template == family.template
    is_named = _name(home.path) == _name(family.path)
    is_most = 2 * both > most or (2 * both == most and max(len(equal), len(found)) >= _FEWEST)
    is_marked = any(worth[text] == 1 for text in equal)
    weight = both / most + _TITLE * is_titled + _says_its_id(home, family) / 2
    return Likeness(
        weight=weight,
        score=weight + (is_named + is_kind) / 2,
        is_enough=is_most or (is_titled and both > 0),
        is_hint=is_kind and not family.is_over and (is_titled or is_marked),
        is_marked=is_marked,
        is_titled=is_titled,
        is_called_so=is_titled or _stem(home.path) == _stem(family.path),
    )


def has_same_id(home: Home, family: Kin) -> bool:
    """Tell whether both have one id; a guide has that of its spec, and another template."""
    same = home.spec_id, home.template
    return home.spec_id != "" and same == (family.spec_id, family.template)


def _says_its_id(home: Home, family: Kin) -> bool:
    """Tell whether the text has the family's id, and not only the name of the file."""
    return has_same_id(home, family) and not is_id_by_name(home)


def is_id_by_name(home: Home) -> bool:
    """Tell whether an id may be no more than the number of the file, which people give anew."""
    return home.spec_id.casefold() in _name(home.path).casefold()


def _is_titled(home: Home, family: Kin) -> bool:
    return home.title != "" and home.title == family.title


def _sum(texts: Collection[str], worth: Mapping[str, float]) -> float:
    return fsum(worth.get(text, 1.0) for text in texts)  # in whatever order they come


def _name(path: str) -> str:
    return path.rpartition("/")[2]


def _stem(path: str) -> str:
    """Give the name of a file without its number."""
    return _name(path).lstrip("0123456789-_. ")
