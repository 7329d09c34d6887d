"""What a check has found: the value that every output is made from."""

from dataclasses import dataclass

from bot.model.document import Field
from bot.model.finding import Finding, Severity
from bot.model.spec import Item, Question, Reference, Waived
from bot.model.stage import Stage


@dataclass(frozen=True, slots=True)
class SectionReport:
    """One section as the JSON shows it."""

    title: str
    path: tuple[str, ...]
    level: int
    line: int | None
    required: bool
    state: str


@dataclass(frozen=True, slots=True)
class SpecReport:
    """One spec as the JSON shows it. ``template`` is None where the text could not be read.

    ``filled`` of the ``required`` sections have their content; a brief report tells that much and
    the findings, and leaves the lists out that only some formats show.
    """

    path: str
    template: str | None
    affinity: float
    id: str | None
    title: str | None
    status: str | None
    stage: Stage | None
    fields: tuple[Field, ...] = ()
    sections: tuple[SectionReport, ...] = ()
    questions: tuple[Question, ...] = ()
    items: tuple[Item, ...] = ()
    references: tuple[Reference, ...] = ()
    findings: tuple[Finding, ...] = ()
    waivers: tuple[Waived, ...] = ()
    filled: int = 0
    required: int = 0

    def count(self, severity: Severity) -> int:
        """Count the findings of one severity."""
        return sum(finding.severity is severity for finding in self.findings)


@dataclass(frozen=True, slots=True)
class Report:
    """The whole of a check."""

    specs: tuple[SpecReport, ...]

    def count(self, severity: Severity) -> int:
        """Count the findings of one severity in all specs."""
        return sum(spec.count(severity) for spec in self.specs)
