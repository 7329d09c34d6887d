"""``python -m tests.tools.rehome CORPORA COUNT SEED``: whose issues are they after files move.

Each draw takes two to five real checklists for the specs of one repository, opens their issues,
does to the files what people do, edits the checklists in up to three ways, and counts which specs
and which items still have their issues. Two more arguments print so many failures, and of one
kind: ``wrong``, ``lost``, ``in doubt``.
"""

import random
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from bot.work.scene import Scene
from bot.work.survey import Grown, survey
from tests.tools.paper_draws import Draw, draw
from tests.tools.papers import Issued, Paper, checklist_of, issued
from tests.tools.real_checklists import bare, checklists, fates


def look(drawn: Draw, stands: Issued) -> dict[str, Grown]:
    """Look at the repository after the push, and at the issues of before."""
    numbers = {place: number for number, place in stands.places.items()}
    links = {**numbers, **stands.carried} if drawn.is_linked else stands.carried
    found = tuple(checklist_of(paper, links) for paper in drawn.after)
    grown = survey(Scene(found, stands.kept))
    return {each.family.checklist.path: each for each in grown if each.family.checklist}


def judge(drawn: Draw, tally: Counter[tuple[str, str]]) -> Iterator[str]:
    """Count by what was done to a file how it went, and tell what went wrong."""
    stands = issued(drawn.before, drawn.astray, drawn.named)
    found = look(drawn, stands)
    for paper in drawn.after:
        grown = found.get(paper.path)
        told = [_home_fate(paper, grown, stands), *_wrong(paper, grown, stands, drawn)]
        told += _items(paper, grown, stands, drawn)
        linked = "linked" if drawn.is_linked else "bare"
        own = not paper.is_copy and paper.spec is not None
        tally[paper.fate, "spec in all"] += own
        for fate, words in told:
            tally[paper.fate, fate] += 1
            if fate.rpartition(" ")[2] != "kept" and fate != "a spec of its own":
                yield f"{fate}: {paper.fate}, {linked}: {words}"


def _home_fate(paper: Paper, grown: Grown | None, stands: Issued) -> tuple[str, str]:
    """Say whether a spec has its own family of issues."""
    own = None if paper.is_copy else paper.spec
    family = stands.families.get(grown.family.key) if grown else None
    fate = "spec in doubt" if family is None and grown is None else "spec lost"
    if family is not None:
        fate = "spec kept" if family == own else "spec wrong"
    elif own is None:
        fate = "a spec of its own"
    return fate, f"{paper.path} ({paper.spec_id}) is {own}, and has the issues of {family}"


def _wrong(
    paper: Paper, grown: Grown | None, stands: Issued, drawn: Draw
) -> Iterator[tuple[str, str]]:
    """Give the items that have the issue of another one, and were not given its number."""
    for entry in grown.entries.tasks if grown else ():
        item = paper.entries[entry.task.line - 1]
        number = entry.kept.issue.number if entry.kept else None
        is_given = number in entry.task.numbers and number not in stands.carried.values()
        if number is None or is_given:
            continue
        spec, place = stands.places[number]
        old = drawn.before[spec].entries
        own = {bare(item.text)} | {bare(old[at].text) for at in item.origins if spec == paper.spec}
        is_own = spec == paper.spec and not paper.is_copy
        if not is_own or (place not in item.origins and bare(old[place].text) not in own):
            yield "item wrong", f"{old[place].text!r}\n   ->  {item.text!r}"


def _items(
    paper: Paper, grown: Grown | None, stands: Issued, drawn: Draw
) -> Iterator[tuple[str, str]]:
    """Say of each item that has survived whether it has its issue, if it had one."""
    if paper.is_copy or paper.spec is None:
        return
    entries = grown.entries.tasks if grown else ()
    issues = (stands.places[each.kept.issue.number] for each in entries if each.kept)
    places = {place for spec, place in issues if spec == paper.spec}
    doubtful = {each.task.line - 1 for each in entries if each.is_doubtful}
    doubtful |= set() if grown else set(range(len(paper.entries)))
    before = drawn.before[paper.spec].entries
    astray = [before[place] for spec, place in stands.carried if spec == paper.spec]
    for fate, old, at in fates(before, paper.entries, places, doubtful):
        if any(each in astray for each in old):
            continue
        texts = [each.text for each in old], [paper.entries[each].text for each in at]
        yield f"item {fate}", f"{texts[0]}\n   ->  {texts[1]}"


_FATES = ("kept", "in doubt", "lost", "wrong")


def main() -> None:
    """Print the shares by what was done to files, and some of what went wrong."""
    given = dict(enumerate(sys.argv[1:]))
    folder, count, seed = Path(given[0]), int(given.get(1, "1000")), int(given.get(2, "1"))
    shown, kind = int(given.get(3, "0")), given.get(4, "")
    reals = checklists(folder)
    chance = random.Random(seed)  # noqa: S311 - a sample that can be drawn again
    tally = Counter[tuple[str, str]]()
    told = [line for _ in range(count) for line in judge(draw(reals, chance), tally)]
    print(f"{count} draws, seed {seed}")
    for fate in sorted({fate for fate, _ in tally}):
        print(_row(fate, [Counter({of: n for (f, of), n in tally.items() if f == fate})]))
    print(_row("all", [Counter({of: n}) for (_, of), n in tally.items()]))
    told = [line for line in told if line.startswith(kind)]
    print("\n".join(chance.sample(told, min(shown, len(told)))))


def _row(name: str, counts: Sequence[Counter[str]]) -> str:
    both = sum(counts, Counter[str]())
    cells = []
    for what in ("spec", "item"):
        found = [both[f"{what} {fate}"] for fate in _FATES]
        every = sum(found[:3]) if what == "item" else both["spec in all"]
        share = found[0] / (every or 1)
        cells.append(f"{what}s {share:7.2%} kept, " + ", ".join(
            f"{n} {fate}" for n, fate in zip(found[1:], _FATES[1:], strict=True)))  # fmt: skip
    return f"{name:18} {cells[0]}; {cells[1]}"


if __name__ == "__main__":
    main()
