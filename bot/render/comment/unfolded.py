"""What unfolds below the table: a spec's findings at their lines, questions, and text to paste."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from bot.model.finding import Finding, Severity
from bot.model.hearing import HeardSpec, Hearing
from bot.render.comment.address import Links
from bot.render.comment.detail import Detail
from bot.render.comment.lacks import noted
from bot.render.comment.onward import Onward, onward
from bot.render.comment.phrases import Target, clipped
from bot.render.comment.questions import QUESTION, Asked, questions
from bot.render.comment.remarks import Remark, remarks
from bot.render.comment.requested import REQUEST
from bot.render.tally import Tally, plural


@dataclass(frozen=True, slots=True)
class Paste:
    """Text to paste, and the line before which it goes."""

    section: str
    target: Target
    text: str


@dataclass(frozen=True, slots=True)
class Waiver:
    """A waiver: what the document declines to be told, and why."""

    target: Target
    rule: str
    section: str
    reason: str
    took: str


@dataclass(frozen=True, slots=True)
class Unfolded:
    """All there is to tell of one spec."""

    name: str
    summary: str
    target: Target
    remarks: tuple[Remark, ...]
    more: int
    asked: tuple[Asked, ...]
    pastes: tuple[Paste, ...]
    older: tuple[Remark, ...]
    older_count: str
    waivers: tuple[Waiver, ...]
    onward: Onward | None = None

    def __bool__(self) -> bool:
        has_more = bool(self.onward and self.onward.needs)
        told = (self.remarks, self.more, self.asked, self.older, self.waivers)
        return has_more or any(map(bool, told))


def unfolded(
    spec: HeardSpec, name: str, hearing: Hearing, links: Links, detail: Detail
) -> Unfolded:
    """Arrange what there is to tell of a spec, as fully as it may be told."""
    told = _told(spec, detail)
    older = [f for f in spec.older if f.rule != QUESTION] if detail.has_older else []
    return Unfolded(
        name=name,
        summary=_summary(spec),
        target=Target(clipped(spec.report.path, 200), links.file(spec.report.path)),
        remarks=tuple(remarks(told[: detail.remarks], links, has_help=detail.has_help)),
        more=max(0, len(told) - detail.remarks),
        asked=tuple(questions(spec, hearing, links))[: detail.remarks],
        pastes=tuple(_pastes(spec, links)) if detail.has_skeletons else (),
        older=tuple(remarks(older[: detail.remarks], links, has_help=False)),
        older_count=f"{plural(len(older), 'older finding')}, not counted",
        waivers=tuple(_waivers(spec, links))[: detail.remarks],
        onward=onward(spec, name, hearing, links),
    )


def _told(spec: HeardSpec, detail: Detail) -> list[Finding]:
    """Leave out what the list of questions says, and notes where there is no room for them.

    What a request needs is said at the top already.
    """
    listed = {question.line for question in spec.questions}
    return [
        replace(finding, help="") if finding.rule == REQUEST else finding
        for finding in spec.counted
        if not (finding.rule == QUESTION and finding.line in listed)
        and (detail.has_older or finding.severity is not Severity.NOTE)
    ]


def _summary(spec: HeardSpec) -> str:
    parts = [str(Tally.of(noted(spec.counted)))]
    if spec.questions:
        parts.append(plural(len(spec.questions), "open question"))
    if spec.report.waivers:
        parts.append(plural(len(spec.report.waivers), "waiver"))
    return ", ".join(part for part in parts if part) or "nothing to mend"


def _pastes(spec: HeardSpec, links: Links) -> Iterator[Paste]:
    for skeleton in spec.skeletons:
        target = Target(f"line {skeleton.line}", links.line(spec.report.path, skeleton.line))
        yield Paste(clipped(skeleton.section), target, skeleton.text.rstrip("\n"))


def _waivers(spec: HeardSpec, links: Links) -> Iterator[Waiver]:
    for waived in spec.report.waivers:
        waiver = waived.waiver
        yield Waiver(
            target=Target(f"line {waiver.line}", links.line(spec.report.path, waiver.line)),
            rule=clipped(waiver.rule),
            section=clipped(waiver.section or ""),
            reason=clipped(waiver.reason, 300),
            took=plural(waived.findings, "finding") if waived.findings else "nothing to waive",
        )
