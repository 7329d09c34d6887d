"""The one label that says how far a pull request's specs are.

Of several specs the least advanced counts: who filters for approved ones finds no draft among them.
"""

from collections.abc import Iterable, Mapping

from bot.model.hearing import HeardSpec
from bot.model.pull import Label
from bot.model.stage import Stage
from bot.schema.words import STAGE_OF

FAMILY = "spec: "
FIRST = "draft"
_LONGEST = 50
_COLOURS = {
    Stage.DRAFTING: "d0d7de",
    Stage.REVIEWING: "fbca04",
    Stage.APPROVED: "1a7f37",
    Stage.BUILDING: "0969da",
    Stage.DONE: "8250df",
    Stage.CLOSED: "57606a",
}


def status_label(
    specs: Iterable[HeardSpec], standing: Iterable[str], stages: Mapping[str, Stage]
) -> Label | None:
    """Give the label that should stand; None where no spec has a status that says anything.

    ``standing`` are the labels of the pull request: where a template has no place for a status,
    the label is the status.
    """
    known = STAGE_OF | {word.casefold(): stage for word, stage in stages.items()}
    kept = _least([(w, known[w]) for w in map(_word, standing) if w in known])
    found = [status for spec in specs if (status := _status(spec, kept))]
    least = _least(found)
    return _label(*least) if least else None


def _status(spec: HeardSpec, kept: tuple[str, Stage] | None) -> tuple[str, Stage] | None:
    if not spec.is_stated and kept:
        return kept
    word, stage = spec.report.status, spec.report.stage
    if word is None:
        return FIRST, Stage.DRAFTING
    return (word, stage) if stage else None  # an unknown word has a finding, and no label


def _least(found: list[tuple[str, Stage]]) -> tuple[str, Stage] | None:
    return min(found, key=lambda status: status[1].rank, default=None)


def _word(label: str) -> str:
    name = label.casefold()
    return name.removeprefix(FAMILY).strip() if name.startswith(FAMILY) else ""


def _label(word: str, stage: Stage) -> Label:
    name = f"{FAMILY}{word}"[:_LONGEST].rstrip()
    return Label(name, _COLOURS[stage], f"Spec Steward: the least advanced spec here is {stage}")
