"""The one label that says how far a pull request's specs are.

Of several specs the least advanced counts: who filters for approved ones finds no draft among them.
"""

from collections.abc import Iterable, Mapping

from bot.lifecycle.subject import FIRST, Subject
from bot.model.hearing import HeardSpec
from bot.model.own_labels import FAMILY
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
    found = least((spec.report.status, spec.report.stage) for spec in specs)
    return _label(*found) if found else None


def least(statuses: Iterable[tuple[str | None, Stage | None]]) -> tuple[str, Stage] | None:
    """Give the least advanced status; what has none is a draft, and an unknown one says nothing."""
    told = ((FIRST, Stage.DRAFTING) if word is None else (word, stage) for word, stage in statuses)
    known = ((word, stage) for word, stage in told if stage)
    return min(known, key=lambda status: status[1].rank, default=None)


def label_of(subjects: Iterable[Subject], words: Mapping[str, str]) -> str:
    """Give the status that the label is to say, by the ``words`` of those that state none."""
    found = least(
        _spelt(each, words[each.path]) if each.path in words else (each.word, each.stage)
        for each in subjects
    )
    return found[0] if found else ""


def _spelt(subject: Subject, word: str) -> tuple[str, Stage | None]:
    return subject.spelt(word) or (word, None)


def _label(word: str, stage: Stage) -> Label:
    name = f"{FAMILY}{word}"[:_LONGEST].rstrip()
    return Label(name, _COLOURS[stage], f"Spec Steward: the least advanced spec here is {stage}")
