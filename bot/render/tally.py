"""What every format counts: findings, older findings, filled sections, and the closing verdict."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Self

from bot.model.finding import Finding, Severity
from bot.model.report import Report, SpecReport
from bot.model.stage import Stage

_UNWRITTEN = frozenset({"untouched-section", "empty-section", "missing-section"})
_MANY = 5  # lines from which on a beginner wonders what is wrong


@dataclass(frozen=True, slots=True)
class Tally:
    """How many findings of each severity there are."""

    errors: int = 0
    warnings: int = 0
    notes: int = 0

    @classmethod
    def of(cls, findings: Iterable[Finding]) -> Self:
        """Count findings by severity."""
        severities = [finding.severity for finding in findings]
        return cls(
            severities.count(Severity.ERROR),
            severities.count(Severity.WARNING),
            severities.count(Severity.NOTE),
        )

    def __bool__(self) -> bool:
        return bool(self.errors or self.warnings or self.notes)

    def __str__(self) -> str:
        named = (
            (self.errors, "error"),
            (self.warnings, "warning"),
            (self.notes, "note"),
        )
        return ", ".join(plural(count, word) for count, word in named if count)

    @property
    def worst(self) -> str:
        """Name the highest severity there is, or ``fine``."""
        if self.errors:
            return Severity.ERROR.value
        if self.warnings:
            return Severity.WARNING.value
        return Severity.NOTE.value if self.notes else "fine"


def plural(count: int, word: str) -> str:
    """Write a number with its noun: ``1 error``, ``2 errors``, ``10,000 specs``."""
    return f"{count:,} {word}" if count == 1 else f"{count:,} {word}s"


def counted(spec: SpecReport, show_all: bool) -> tuple[Finding, ...]:
    """Give the findings that count, in order of lines: all, or those not known from the base."""
    kept = (f for f in spec.findings if show_all or f.introduced is not False)
    return tuple(sorted(kept, key=_line))


def older(spec: SpecReport, show_all: bool) -> tuple[Finding, ...]:
    """Give the findings that were there before and do not count, in order of lines."""
    kept = (f for f in spec.findings if not show_all and f.introduced is False)
    return tuple(sorted(kept, key=_line))


def name(spec: SpecReport) -> str:
    """Call a spec by its id and title, or by what it has of them."""
    identity, title = spec.id or "", spec.title or ""
    is_in = re.search(rf"(?<!\w){re.escape(identity)}(?!\w)", title)
    return title if not identity or is_in else f"{identity} {title}".strip()


def tally(report: Report, show_all: bool) -> Tally:
    """Count the findings of a whole report that count."""
    return Tally.of(finding for spec in report.specs for finding in counted(spec, show_all))


def verdict(report: Report, total: Tally) -> str:
    """Say in one line how things stand."""
    if not report.specs:
        return "No specs found."
    specs = plural(len(report.specs), "spec")
    return f"{specs}: {total}" if total else f"All well: {specs}, nothing to mend."


def begun(spec: SpecReport, findings: Iterable[Finding]) -> str:
    """Tell a draft that somebody has just begun how far it is; of any other say nothing."""
    left = sum(finding.rule in _UNWRITTEN for finding in findings)
    is_fresh = spec.stage is Stage.DRAFTING and 2 * spec.filled < spec.required
    if not is_fresh or left < _MANY:
        return ""
    what = f"{left} sections are still to be written"
    return f"A draft just begun, so this is to be expected: {what}."


def older_line(count: int) -> str:
    """Say how many findings are folded away, and how to see them."""
    return f"{plural(count, 'older finding')} not counted: --all shows them"


def _line(finding: Finding) -> int:
    return finding.line
