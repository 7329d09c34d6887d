"""``python -m tests.tools.reword CORPORA COUNT SEED``: is what was edited still the same.

Takes real checklists (of documents under CORPORA, and of our own templates), edits each draw in
one to four ways, matches what came out with what stood before, and counts what was kept, what was
joined wrongly and what was left in doubt. Two more arguments print so many failures, and of one
kind: ``wrong``, ``lost``, ``in doubt``, ``new``.
"""

import random
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from bot.markdown.decode import decode
from bot.markdown.inline import plain
from bot.markdown.parse import parse_lines
from bot.model.document import Document, ListItem
from bot.model.work import Task
from bot.work.identity import Held, match
from tests.tools.checklist_edits import EDITS, Entry, sibling

_OURS = Path(__file__).resolve().parents[2] / "templates"
_FEWEST, _MOST = 3, 40
_SHARES = (("", "surviving"), ("changed, ", "changed"))
_LETTERS = range(6, 400)  # of an item; less says nothing, more is a paragraph


def checklists(folder: Path) -> tuple[list[list[Entry]], list[list[Entry]]]:
    """Read the boxes of each document, or the entries of its lists where it has too few."""
    boxed, listed = list[list[Entry]](), list[list[Entry]]()
    paths = [*folder.glob("*/docs/*"), *_OURS.rglob("*.md")]
    for path in sorted(paths):
        document = parse_lines(decode(path.read_bytes()))
        outer = [item for item in document.items if not item.depth and len(item.text) in _LETTERS]
        boxes = [item for item in outer if item.ticked is not None]
        items = boxes if len(boxes) >= _FEWEST else outer
        if len(items) >= _FEWEST:
            (boxed if items is boxes else listed).append(_entries(document, items))
    return boxed, listed


def _entries(document: Document, items: Sequence[ListItem]) -> list[Entry]:
    """Give each item the heading above it for a phase."""
    found = []
    for number, item in enumerate(items[:_MOST]):
        above = [section.title for section in document.sections if section.line < item.line]
        found.append(Entry(item.text, above[-1] if above else "", frozenset({number}), item.text))
    return found


def pool(lists: Sequence[list[Entry]], own: int, chance: random.Random) -> list[str]:
    """Take real items to be put in, from other documents, no other version of this one."""
    mine = {_bare(entry.text) for entry in lists[own]}
    far = chance.sample(list(lists), 12)
    near = [lists[own - 1], lists[(own + 1) % len(lists)]]
    kin = (entries for entries in far + near if mine.isdisjoint(_bare(e.text) for e in entries))
    return [entry.text for entries in kin for entry in entries] or ["Another thing altogether"]


def draw(lists: Sequence[list[Entry]], chance: random.Random) -> tuple[list[Entry], list[Entry]]:
    """Pick a checklist and edit it in one to four ways."""
    own = chance.randrange(len(lists))
    old = new = lists[own]
    others = pool(lists, own, chance)
    edits = chance.choices(EDITS, k=chance.randint(1, 4))
    for edit in sorted(edits, key=lambda edit: edit is sibling):  # what is split later is not new
        new = edit(new, others, chance)
    new = [entry for entry in new if entry.text.strip()]
    phases = list(dict.fromkeys(entry.phase for entry in new))
    new = sorted(new, key=lambda entry: phases.index(entry.phase))
    return old, new


def _bare(text: str) -> str:
    return " ".join(plain(text).casefold().split()).rstrip(".;:, ")


@dataclass(frozen=True, slots=True)
class Outcome:
    """What stood before, what stands now, and which of it was matched: places by places."""

    old: list[Entry]
    new: list[Entry]
    found: dict[int, int]
    doubtful: dict[int, tuple[int, ...]]


def matched(old: list[Entry], new: list[Entry]) -> Outcome:
    """Match the items of now with those of before."""
    held = [Held(at, entry.text, entry.phase) for at, entry in enumerate(old)]
    tasks = [Task(entry.text, at, done=False, phase=entry.phase) for at, entry in enumerate(new)]
    result = match(tasks, held)
    found = {at: number for at, number in enumerate(result.numbers) if number is not None}
    doubtful = {at: doubt.numbers for doubt in result.doubts for at in doubt.tasks}
    return Outcome(old, new, found, doubtful)


def judge(outcome: Outcome, tally: Counter[str]) -> Iterator[str]:
    """Count what went well, and tell what did not. Items of the same words are each other."""
    old = outcome.old
    for at, entry in enumerate(outcome.new):
        place = outcome.found.get(at)
        if place is not None and place not in entry.origins:
            same = {_bare(entry.text)} | {_bare(old[origin].text) for origin in entry.origins}
            if _bare(old[place].text) not in same:
                tally["wrong"] += 1
                yield f"wrong: {old[place].text!r}\n   ->  {entry.text!r}"
        tally["new"] += not entry.origins
        if not entry.origins and at in outcome.doubtful:
            tally["new in doubt"] += 1
            texts = [old[place].text for place in outcome.doubtful[at]]
            yield f"new in doubt: {texts}\n   ->  {entry.text!r}"
    yield from _survivors(outcome, tally)


def _survivors(outcome: Outcome, tally: Counter[str]) -> Iterator[str]:
    old, new = outcome.old, outcome.new
    by_origin: dict[frozenset[int], list[int]] = {}
    for at, entry in enumerate(new):
        if entry.origins:
            by_origin.setdefault(entry.origins, []).append(at)
    alike = {_bare(old[place].text) for place in outcome.found.values()}
    for origins, places in by_origin.items():
        words = {_bare(old[origin].text) for origin in origins}
        kept = not origins.isdisjoint(outcome.found.values()) or not words.isdisjoint(alike)
        changed = words.isdisjoint(_bare(new[at].text) for at in places)
        fate = "kept" if kept else "in doubt"
        if not kept and outcome.doubtful.keys().isdisjoint(places):
            fate = "lost"
        tally.update({"surviving": 1, fate: 1})
        tally.update({"changed": 1, f"changed, {fate}": 1} if changed else {})
        if not kept:
            before = [old[origin].text for origin in sorted(origins)]
            yield f"{fate}: {before}\n   ->  {[new[at].text for at in places]}"


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
