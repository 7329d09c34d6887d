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
from bot.render.comment.phrases import Target
from bot.render.comment.rows import ordered
from bot.render.comment.tasks import first_few


@dataclass(frozen=True, slots=True)
class Needed:
    """A gate that is shut: its name, and by how much and where, if lines of the text do it."""

    gate: str
    count: int
    targets: tuple[Target, ...]


@dataclass(frozen=True, slots=True)
class Onward:
    """What a spec needs to enter its next stage; nothing, if it may be asked for now."""

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
    return Onward(Target(name, links.file(path)), ahead.stage.value, needs)


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
        return Needed(gate, 0, ())
    lines = sorted({finding.line for finding in found})
    targets = [Target(f"line {line}", links.line(path, line)) for line in lines]
    return Needed(gate, len(found), first_few(targets))
