"""``python -m tests.tools.reword CORPORA COUNT SEED``: is what was edited still the same.

Takes real checklists (of documents under CORPORA, and of our own templates), edits each draw in
one to four ways, matches what came out with what stood before, and counts what was kept, what was
joined wrongly and what was left in doubt. Some of what is put in carries a number that one of the
issues got later. Two more arguments print so many failures, and of one
kind: ``wrong``, ``lost``, ``in doubt``, ``new``.
"""

import random
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from bot.model.work import Task
from bot.work.dangling import mark_of
from bot.work.identity import Held, match
from tests.tools.checklist_edits import Entry
from tests.tools.real_checklists import Real, bare, checklists, edited, fates, pool

_SHARES = (("", "surviving"), ("changed, ", "changed"))
_ASTRAY = 0.3  # of the items that are put in, those with a number


def draw(
    lists: Sequence[Real], chance: random.Random
) -> tuple[list[Entry], list[Entry], dict[int, int]]:
    """Pick a checklist and edit it in one to four ways.

    With it come the places of what is put in with the number of an issue: that of an old one.
    """
    own = chance.randrange(len(lists))
    old = lists[own].entries
    others = pool(lists, own, chance)
    new = edited(old, others, chance.randint(1, 4), chance)
    places = [at for at, entry in enumerate(new) if not entry.origins and chance.random() < _ASTRAY]
    return old, new, {at: chance.randrange(len(old)) for at in places}


@dataclass(frozen=True, slots=True)
class Outcome:
    """What stood before, what stands now, and which of it was matched: places by places."""

    old: list[Entry]
    new: list[Entry]
    found: dict[int, int]
    doubtful: dict[int, tuple[int, ...]]
    astray: Mapping[int, int]


def matched(old: list[Entry], new: list[Entry], astray: Mapping[int, int]) -> Outcome:
    """Match the items of now with those of before."""
    held = [Held(at, entry.text, entry.phase) for at, entry in enumerate(old)]
    tasks = [
        Task(entry.text, at, done=False, phase=entry.phase,
             numbers=(astray[at],) if at in astray else ())
        for at, entry in enumerate(new)
    ]  # fmt: skip
    brought = {number: {mark_of(tasks[at]) for at in astray if astray[at] == number}
               for number in astray.values()}  # fmt: skip
    result = match(tasks, held, brought)
    found = {at: number for at, number in enumerate(result.numbers) if number is not None}
    doubtful = {at: doubt.numbers for doubt in result.doubts for at in doubt.tasks}
    return Outcome(old, new, found, doubtful, astray)


def judge(outcome: Outcome, tally: Counter[str]) -> Iterator[str]:
    """Count what went well, and tell what did not. Items of the same words are each other."""
    old = outcome.old
    for at, entry in enumerate(outcome.new):
        place = outcome.found.get(at)
        if place is not None and place not in entry.origins:
            same = {bare(entry.text)} | {bare(old[origin].text) for origin in entry.origins}
            if bare(old[place].text) not in same:
                tally["wrong"] += 1
                yield f"wrong: {old[place].text!r}\n   ->  {entry.text!r}"
        tally["new"] += not entry.origins
        tally["astray"] += at in outcome.astray
        if not entry.origins and at in outcome.doubtful and at not in outcome.astray:
            tally["new in doubt"] += 1
            texts = [old[place].text for place in outcome.doubtful[at]]
            yield f"new in doubt: {texts}\n   ->  {entry.text!r}"
    yield from _survivors(outcome, tally)


def _survivors(outcome: Outcome, tally: Counter[str]) -> Iterator[str]:
    old, new = outcome.old, outcome.new
    found = fates(old, new, set(outcome.found.values()), set(outcome.doubtful))
    for fate, before, places in found:
        words = {bare(entry.text) for entry in before}
        changed = words.isdisjoint(bare(new[at].text) for at in places)
        tally.update({"surviving": 1, fate: 1})
        tally.update({"changed": 1, f"changed, {fate}": 1} if changed else {})
        if fate != "kept":
            texts = [entry.text for entry in before]
            yield f"{fate}: {texts}\n   ->  {[new[at].text for at in places]}"


def main() -> None:
    """Print the shares, and some of what went wrong."""
    given = dict(enumerate(sys.argv[1:]))
    folder, count, seed = Path(given[0]), int(given.get(1, "1000")), int(given.get(2, "1"))
    shown, kind = int(given.get(3, "0")), given.get(4, "")
    both = checklists(folder)
    chance = random.Random(seed)  # noqa: S311 - a sample that can be drawn again
    tally: Counter[str] = Counter()
    told = [
        line for at in range(count) for line in judge(matched(*draw(both[at % 2], chance)), tally)
    ]
    print(f"{len(both[0])} checklists with boxes, {len(both[1])} lists; {count} draws, seed {seed}")
    print(", ".join(f"{name} {tally[name]}" for name in sorted(tally)))
    share = {name: tally[f"{name}kept"] / tally[whole] for name, whole in _SHARES}
    print(f"kept {share['']:.2%}, of the changed {share['changed, ']:.2%}, wrong {tally['wrong']}")
    told = [line for line in told if line.startswith(kind)]
    print("\n".join(chance.sample(told, min(shown, len(told)))))


if __name__ == "__main__":
    main()
