"""What becomes of an approved spec's work, from its merge to its end, told as it happens.

``python -m tests.app.landing.saga TEMPLATE DOCUMENT [TEMPLATE DOCUMENT …]`` tells it of any
template with a completed document; the second pair is the guide to the first. Where none of them
lists work, ann writes an implementation plan.
"""

import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from bot.model.stage import Stage
from tests.app.landing.board import boxes_on
from tests.app.landing.plot import NESTED, Plot

_PLAN = """
## Implementation plan

### Phase 1: Groundwork

- [ ] Write the migration, with its down step
- [ ] Put the new code behind a switch

### Phase 2: Rollout

- [ ] Switch it on for one carrier
- [ ] Compare a week of both
- [ ] Switch it on for all
"""


class Pair(NamedTuple):
    """A template, by its name, and a document that follows it."""

    name: str
    template: str
    document: str


def tell(place: Path, *pairs: Pair) -> str:
    """Tell all chapters."""
    plot = Plot(place, pairs)
    if not any(plot.work(path) for path in plot.papers):
        plot.main.text = f"{plot.main.text.rstrip()}\n{_PLAN}"
    with plot.served():
        _is_merged(plot)
        _is_worked_on(plot)
        _is_written_back(plot)
        _is_replanned(plot)
        _is_finished(plot)
        _is_done(plot)
    return "\n".join(plot.told) + "\n"


def _is_merged(plot: Plot) -> None:
    for paper in plot.papers.values():
        paper.unticks()
    path = plot.working
    first = plot.work(path)[0]
    plot.edits(path, first.text, f"{first.text}\n{NESTED}")
    word = plot.main.word(Stage.APPROVED)
    assert word is not None
    if plot.main.is_stated:
        plot.main.states(word)
    plot.opens("The approved spec")
    if not plot.main.is_stated:
        plot.labels(f"spec: {word}")
    plot.merges()
    plot.hears("The push of the same merge comes later", "push")


def _is_worked_on(plot: Plot) -> None:
    first, second, third, *_ = plot.work(plot.working)
    plot.closes("ann has done", second)
    plot.ticks_in_issue("Within its issue, ann ticks a box of", first)
    plot.retitles("ann gives an issue another title:", third)
    last = plot.work(plot.working)[-1]
    plot.pushes_tick("bob ticks in the document, and pushes", last)


def _is_written_back(plot: Plot) -> None:
    plot.merges_write_back()
    plot.hears("The push of that merge comes later", "push")


def _is_replanned(plot: Plot) -> None:
    done, other = plot.work(plot.working)[1], plot.work(plot.working)[-2]
    plot.pushes_reword("ann writes a task in other words, and pushes", other)
    plot.reopens("ann finds that it was not done:", done)
    plot.merges_write_back()


def _is_finished(plot: Plot) -> None:
    plot.closes_all()
    plot.merges_write_back()


def _is_done(plot: Plot) -> None:
    word = plot.main.word(Stage.DONE)
    for paper in plot.papers.values():
        paper.text = plot.text(paper.path).replace("[ ]", "[x]")
    if word and plot.main.is_stated:
        plot.main.states(word)
    plot.opens("All of it is done")
    if word and not plot.main.is_stated:
        plot.labels(f"spec: {word}")
    plot.merges()
    plot.hears("The run of the night finds", "schedule")
    plot.told += [f"At the end {path} has {boxes_on(plot.text(path))}." for path in plot.papers]


def read_pairs(words: Sequence[str]) -> list[Pair]:
    """Read templates and documents from files, two by two."""
    texts = [Path(word).read_text("utf-8") for word in words]
    names = [Path(word).stem for word in words[::2]]
    return [Pair(*each) for each in zip(names, texts[::2], texts[1::2], strict=True)]


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        sys.stdout.write(tell(Path(folder), *read_pairs(sys.argv[1:])))
