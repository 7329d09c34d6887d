"""A report arranged for a page: what stands in each spec's row, and what unfolds below it."""

from dataclasses import dataclass

from bot.model.finding import Finding, Severity
from bot.model.report import Report, SectionReport, SpecReport
from bot.model.spec import State
from bot.render.tally import Tally, counted, name, older, plural, tally, verdict

_OPTIONAL = "optional"


@dataclass(frozen=True, slots=True)
class Group:
    """Findings of one severity, or those that are older than the change."""

    name: str
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class SectionView:
    """A section in the outline; an absent one that nobody requires is no gap."""

    title: str
    depth: int
    line: int | None
    state: str


@dataclass(frozen=True, slots=True)
class SpecView:
    """One spec as a page shows it. ``segments`` are the states of its required sections."""

    spec: SpecReport
    name: str
    tally: Tally
    groups: tuple[Group, ...]
    outline: tuple[SectionView, ...]
    segments: tuple[str, ...]
    open_questions: int
    done: int

    @property
    def summary(self) -> str:
        """Say what there is to mend."""
        return str(self.tally) or "nothing to mend"


@dataclass(frozen=True, slots=True)
class ReportView:
    """A report as a page shows it, specs with the most to mend first."""

    verdict: str
    tally: Tally
    specs: tuple[SpecView, ...]
    older: int
    filled: int
    required: int

    @property
    def fine(self) -> int:
        """Count the specs that nothing is to be said of."""
        return sum(not spec.tally for spec in self.specs)

    @property
    def open_questions(self) -> int:
        """Count the open questions of all specs."""
        return sum(spec.open_questions for spec in self.specs)


def arrange(report: Report, show_all: bool) -> ReportView:
    """Arrange a report for a page."""
    total = tally(report, show_all)
    specs = sorted((_spec(spec, show_all) for spec in report.specs), key=_urgency)
    return ReportView(
        verdict=verdict(report, total),
        tally=total,
        specs=tuple(specs),
        older=sum(len(older(spec, show_all)) for spec in report.specs),
        filled=sum(spec.filled for spec in report.specs),
        required=sum(spec.required for spec in report.specs),
    )


def _urgency(view: SpecView) -> tuple[bool, int, int]:
    return (not view.tally, -view.tally.errors, -view.tally.warnings)


def _spec(spec: SpecReport, show_all: bool) -> SpecView:
    findings = counted(spec, show_all)
    return SpecView(
        spec=spec,
        name=name(spec),
        tally=Tally.of(findings),
        groups=_groups(findings, older(spec, show_all)),
        outline=tuple(_section(section) for section in spec.sections),
        segments=_segments(spec),
        open_questions=sum(not question.resolved for question in spec.questions),
        done=sum(item.done for item in spec.items),
    )


def _groups(findings: tuple[Finding, ...], known: tuple[Finding, ...]) -> tuple[Group, ...]:
    groups = []
    for severity in (Severity.ERROR, Severity.WARNING, Severity.NOTE):
        members = tuple(f for f in findings if f.severity is severity)
        groups.append(Group(plural(len(members), severity.value), members))
    groups.append(Group(f"{plural(len(known), 'older finding')}, not counted", known))
    return tuple(group for group in groups if group.findings)


def _section(section: SectionReport) -> SectionView:
    absent = section.state == State.MISSING and not section.required
    state = _OPTIONAL if absent else section.state
    return SectionView(section.title, min(len(section.path), 5) - 1, section.line, state)


def _segments(spec: SpecReport) -> tuple[str, ...]:
    """Give one state for each required section, also where a brief report names none."""
    states = tuple(section.state for section in spec.sections if section.required)
    gaps = spec.required - spec.filled
    return states or (State.PRESENT.value,) * spec.filled + (State.MISSING.value,) * gaps
