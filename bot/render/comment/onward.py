"""The next stage of a spec: which gates are still shut, and where; or how to ask for it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.model.finding import Finding
from bot.model.hearing import HeardSpec, Hearing
from bot.model.pull import PullStage
from bot.render.comment.address import Links
from bot.render.comment.approvals import APPROVALS
from bot.render.comment.detail import Detail
from bot.render.comment.names import Names
from bot.render.comment.phrases import Target, clipped, first_few
from bot.render.comment.rows import ordered

_WORD = 50
_WANTS = 400


@dataclass(frozen=True, slots=True)
class Needed:
    """A gate that is shut: what it wants, and by how much and where, if lines of the text do it."""

    gate: str
    count: int
    targets: tuple[Target, ...]


@dataclass(frozen=True, slots=True)
class Onward:
    """What a spec needs to be at a stage: the next one, or where it stands and lacks something.

    Nothing, if it may be asked for now. ``stage`` is the spec's own word.
    """

    target: Target
    stage: str
    needs: tuple[Needed, ...]


def onward(spec: HeardSpec, name: str, hearing: Hearing, links: Links) -> Onward | None:
    """Tell what the next stage needs; nothing of one that was asked for and granted."""
    ahead = spec.ahead
    if ahead is None or spec.restated or hearing.pull.stage is not PullStage.OPEN:
        return None
    path = spec.report.path
    needs = tuple(_needed(gate, found, path, links) for gate, found in ahead.shut)
    return Onward(Target(name, links.file(path)), clipped(ahead.word, _WORD), needs)


def all_onward(hearing: Hearing, links: Links, names: Names, detail: Detail) -> Iterator[Onward]:
    """Tell it of all specs, as far as a list may go."""
    told = 0
    for spec in ordered(hearing):
        found = onward(spec, names[spec.report.path].quoted, hearing, links)
        if found and told < detail.lists:
            told += 1
            yield found


def _needed(gate: str, found: Sequence[Finding], path: str, links: Links) -> Needed:
    if all(finding.rule in APPROVALS for finding in found):
        return Needed(clipped(gate, _WANTS), 0, ())
    lines = sorted({finding.line for finding in found})
    targets = [Target(f"{line}", links.line(path, line)) for line in lines]
    return Needed(clipped(gate, _WANTS), len(found), first_few(targets))
