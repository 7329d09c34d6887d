"""The one label that says how far a pull request's specs are.

Of several specs the least advanced counts: who filters for approved ones finds no draft among them.
"""

from collections.abc import Iterable

from bot.lifecycle.family import FAMILY
from bot.lifecycle.subject import FIRST
from bot.model.hearing import HeardSpec
from bot.model.pull import Label
from bot.model.stage import Stage

_LONGEST = 50
_COLOURS = {
    Stage.DRAFTING: "d0d7de",
    Stage.REVIEWING: "fbca04",
    Stage.APPROVED: "1a7f37",
    Stage.BUILDING: "0969da",
    Stage.DONE: "8250df",
    Stage.CLOSED: "57606a",
}


def status_label(specs: Iterable[HeardSpec]) -> Label | None:
    """Give the label that should stand; None where no spec has a status that says anything."""
    found = [status for spec in specs if (status := _status(spec))]
    least = min(found, key=lambda status: status[1].rank, default=None)
    return _label(*least) if least else None


def _status(spec: HeardSpec) -> tuple[str, Stage] | None:
    word, stage = spec.report.status, spec.report.stage
    if word is None:
        return FIRST, Stage.DRAFTING
    return (word, stage) if stage else None  # an unknown word has a finding, and no label


def _label(word: str, stage: Stage) -> Label:
    name = f"{FAMILY}{word}"[:_LONGEST].rstrip()
    return Label(name, _COLOURS[stage], f"Spec Steward: the least advanced spec here is {stage}")
