"""Which box that stands in an issue is which of the spec, wherever its task has moved since.

All lists of a spec are looked at together: a task may have gone from one phase to another.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from bot.model.waits import Waits, said_before
from bot.model.work import Task
from bot.work.cut import is_cut, whole_words
from bot.work.held import Held
from bot.work.identity import match
from bot.work.listed import Page, Recalled, Wanted, recalled_in


def recall(wanted: Sequence[Wanted], pages: Sequence[Page], waiting: Waits) -> dict[int, Recalled]:
    """Find the boxes of tasks in lists, and below them those within: by the line of each.

    What stands at home is at home; the rest may have come from anywhere.
    """
    every = [each for page in pages for each in recalled_in(page)]
    places = [n for n, e in enumerate(every) if not e.box.inside and not e.box.tells]
    tops = [every[at] for at in places]
    tasks = _as_cut(wanted, tops)
    home = dict(_at_home(tasks, tops))
    phases = {page.number: page.phase for page in pages}
    pairs = _matched(tasks, tops, waiting, phases, home)
    found: dict[int, Recalled] = {}
    for at, place in pairs.items():
        found[wanted[at].line] = tops[place]
        found |= recall_steps(wanted[at].steps, _below(every, places[place]), waiting)
    return found


def recall_steps(
    wanted: Sequence[Wanted], standing: Sequence[Recalled], waiting: Waits
) -> dict[int, Recalled]:
    """Find boxes among those of one task."""
    steps = _as_cut(wanted, standing)
    if [each.bare for each in steps] == [each.box.bare for each in standing]:
        return {step.line: each for step, each in zip(steps, standing, strict=True)}
    pairs = _matched(steps, standing, waiting, {}, {})
    return {steps[at].line: standing[place] for at, place in pairs.items()}


def _at_home(wanted: Sequence[Wanted], standing: Sequence[Recalled]) -> Iterator[tuple[int, int]]:
    """Pair what has the same words in the list that it belongs to, as often there as here."""
    looking = _by_words((each.home, each.bare) for each in wanted)
    there = _by_words((each.number, each.box.bare) for each in standing)
    for key, places in looking.items():
        if len(places) == len(there.get(key, ())):
            yield from zip(places, there[key], strict=True)


def _by_words(keys: Iterable[tuple[int, str]]) -> dict[tuple[int, str], list[int]]:
    found = defaultdict[tuple[int, str], list[int]](list)
    for at, key in enumerate(keys):
        found[key].append(at)
    return found


def _matched(
    wanted: Sequence[Wanted],
    standing: Sequence[Recalled],
    waiting: Waits,
    phases: Mapping[int, str],
    home: Mapping[int, int],
) -> dict[int, int]:
    """Pair places with places, as a task is paired with its issue; what is at home has its number.

    That tells of the others where they stand.
    """
    tasks = [
        Task(
            each.bare, at, each.done, each.phase if phases else "",
            numbers=(home[at] + 1,) if at in home else (),
        )
        for at, each in enumerate(wanted)
    ]  # fmt: skip
    held = [
        Held(
            at, e.box.bare, phases.get(e.number, ""),
            is_done=said_before(waiting, e.place, bool(e.known)),
        )
        for at, e in enumerate(standing, start=1)
    ]  # fmt: skip
    found = match(tasks, held)
    pairs = {at: number - 1 for at, number in enumerate(found.numbers) if number}
    # nobody is asked about a box: where nothing else comes into question, no tick is to be lost
    alone = [each for each in found.doubts if len(each.tasks) == len(each.numbers) == 1]
    torn = {each.tasks[0]: each.numbers[0] - 1 for each in alone}
    return pairs | {at: place for at, place in torn.items() if not is_cut(standing[place].box)}


def _below(every: Sequence[Recalled], at: int) -> list[Recalled]:
    """Give the boxes that stand below the task of a place."""
    found: list[Recalled] = []
    for n in range(at + 1, len(every)):
        each = every[n]
        if not each.box.inside or each.number != every[at].number:
            break
        found.append(each)
    return found


def _as_cut(wanted: Sequence[Wanted], standing: Sequence[Recalled]) -> list[Wanted]:
    """Cut words as a text does that has no room for more, where it tells one from all others."""
    cut = whole_words((each.box for each in standing), [each.bare for each in wanted])
    short = {text: words for words, text in cut.items()}
    return [replace(each, bare=short.get(each.bare, each.bare)) for each in wanted]
