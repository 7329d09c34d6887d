"""What a spec claims a family of issues by: its path, the numbers that it carries, its id."""

from collections.abc import Callable, Collection, Mapping

from bot.work.exact import folded
from bot.work.kinship import Home, Kin, Kinship, has_same_id, is_id_by_name

Fits = Callable[[Home, Kin], bool]


def is_plain(home: Home, family: Kin) -> bool:
    """Tell at a glance whether a spec is where it was, so that most need no more than that."""
    if not agrees_in_all(home, family):
        return False
    is_titled = home.title == family.title != ""
    is_same = home.texts == family.texts or (is_titled and not home.texts.isdisjoint(family.texts))
    bare = {folded(task.text) for task in home.tasks if not task.numbers}
    is_own = bool(home.numbers & family.numbers) or not bare.isdisjoint(family.texts)
    return is_same and (not home.numbers or is_own)


def agrees_in_all(home: Home, family: Kin) -> bool:
    """Tell whether path, id and template are those of before."""
    return (home.path, home.spec_id, home.template) == (
        family.path,
        family.spec_id,
        family.template,
    )


def carries(standing: Mapping[str, Home], kin: Collection[Kin], kinship: Kinship) -> Fits:
    """Ask whether most of the family's issues that a spec carries are those, and the other way.

    Where the spec at the family's own path carries them as well, the other one is a copy of it. A
    spec may name an issue of another one's, as what it waits for: a few numbers need its likeness,
    and what specs have only named tells nothing by itself.
    """
    told = telling(kin)

    def fits(home: Home, family: Kin) -> bool:
        if not told(home, family) or not is_carrying(home, family):
            return False
        own = standing.get(family.path)
        return own is None or own is home or not is_carrying(own, family)

    def is_carrying(home: Home, family: Kin) -> bool:
        is_plain = not are_few(home, family) or kinship.of(home, family).is_enough
        return _is_most(home, family) and is_plain

    return fits


def has_moved(standing: Mapping[str, Home]) -> Fits:
    """Ask whether a spec is word for word what a family's was whose file is there no longer.

    Whole folders are moved at times: then nothing has to be compared with everything.
    """

    def fits(home: Home, family: Kin) -> bool:
        if family.path in standing or not (home.title and home.texts):
            return False
        is_own = not home.numbers or not home.numbers.isdisjoint(family.numbers)
        said = home.template, home.title, home.texts
        return is_own and said == (family.template, family.title, family.texts)

    return fits


def telling(kin: Collection[Kin]) -> Callable[[Home, Kin], frozenset[int]]:
    """Find the numbers of a family that a spec carries, but for those that any has only named."""
    named = frozenset(number for each in kin for number in each.named)
    return lambda home, family: home.numbers & family.numbers - named


def _is_most(home: Home, family: Kin) -> bool:
    both = len(home.numbers & family.numbers)
    return 2 * both > len(home.numbers)


def are_few(home: Home, family: Kin) -> bool:
    """Tell whether they are not most of the tasks there, or not most of the family's issues."""
    both = len(home.numbers & family.numbers)
    return 2 * both <= max(len(home.texts), len(family.numbers))


def has_its_id(standing: Mapping[str, Home], kinship: Kinship, is_stranger: Fits) -> Fits:
    """Ask for the same id and template, where the family's own path is no longer its home.

    The number of a file is given anew: where nothing else speaks for it, it is another one's.
    """

    def fits(home: Home, family: Kin) -> bool:
        if not has_same_id(home, family):
            return False
        own = standing.get(family.path)
        if own is not None and own.spec_id == family.spec_id:
            return False
        likeness = kinship.of(home, family)
        is_its = likeness.is_enough or likeness.is_called_so or not is_id_by_name(home)
        return is_its and not is_stranger(home, family)

    return fits
