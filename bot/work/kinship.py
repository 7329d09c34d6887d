"""How much a spec of today is like what a family of issues remembers of its own."""

from dataclasses import dataclass

from bot.model.work import Task
from bot.work.held import Held
from bot.work.identity import match

_FEWEST = 2  # tasks that have to agree where they are no more than half of all


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

    It ``is_over`` where the tracking issue is closed, or says that nothing is to be done for it:
    a spec that comes later has mostly nothing to do with it.
    """

    key: str
    path: str
    spec_id: str
    template: str
    numbers: frozenset[int] = frozenset()
    texts: frozenset[str] = frozenset()
    title: str = ""
    held: tuple[Held, ...] = ()
    is_over: bool = False


@dataclass(frozen=True, slots=True)
class Likeness:
    """What speaks for a spec being a family's own: enough by itself, or if nothing else is near."""

    score: float
    is_enough: bool
    is_hint: bool


def resemblance(home: Home, family: Kin) -> Likeness:
    """Weigh the tasks that agree, to the letter or nearly, the title, and the name of the file."""
    most = max(len(home.texts), len(family.texts), 1)
    equal = len(home.texts & family.texts)
    found = [number for number in match(home.tasks, family.held).numbers if number]
    both = min(max(equal, len(found)), most)
    is_titled = home.title != "" and home.title == family.title
    is_named = _name(home.path) == _name(family.path)
    is_kind = home.template == family.template
    is_most = 2 * both > most or (2 * both == most and both >= _FEWEST)
    return Likeness(
        score=both / most + (is_titled + is_named + is_kind) / 2,
        is_enough=is_most or (is_titled and both > 0),
        is_hint=is_kind and not family.is_over and (is_titled or equal > 0),
    )


def _name(path: str) -> str:
    return path.rpartition("/")[2]
