"""Several things that are wrong with a configuration, told in the one line that there is."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TypeVar

from bot.errors import StewardError

MOST = 6  # more are only counted: nobody mends from a line that never ends
_REST = "the rest is told once these are mended"
_PLACE = re.compile(r"(?P<file>.*?):(?P<line>[0-9]+)(?:: (?P<key>.+))?", re.DOTALL)


_Given = TypeVar("_Given")
_Made = TypeVar("_Made")


def each(make: Callable[[_Given], _Made], given: Iterable[_Given]) -> list[_Made]:
    """Make something of each; what cannot be made is told of together."""
    made: list[_Made] = []
    errors: list[StewardError] = []
    for one in given:
        if len(errors) == MOST:  # each costs a look for what was meant
            raise together(errors, _REST)
        try:
            made.append(make(one))
        except StewardError as error:
            if type(error) is not StewardError:  # such as an outage: no fault of what was given
                raise
            errors.append(error)
    if errors:
        raise together(errors)
    return made


def together(errors: Sequence[StewardError], rest: str = "") -> StewardError:
    """Make one of them all, in the order that they come in; ``rest`` says what else there is."""
    first, *others = errors
    if not others:
        return first
    told = [*(_also(other, first) for other in others), *filter(None, (rest,))]
    if first.mend:
        return StewardError(first.what, where=first.where, mend=" · ".join((first.mend, *told)))
    return StewardError(" · ".join((first.what, *told)), where=first.where)


def _also(error: StewardError, first: StewardError) -> str:
    parts = (*_where(error, first), error.what)
    return "also " + ": ".join(parts) + (f"; {error.mend}" if error.mend else "")


def _where(error: StewardError, first: StewardError) -> Iterator[str]:
    """Tell the line alone where it is one of the file that was named before."""
    here, there = _PLACE.fullmatch(error.where), _PLACE.fullmatch(first.where)
    if here and there and here["file"] == there["file"]:
        yield f"line {here['line']}"
        yield from filter(None, (here["key"],))
    elif error.where:
        yield error.where
