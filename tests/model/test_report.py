"""Reports count."""

import pytest

from bot.model.finding import Finding, Severity
from bot.model.report import Report, SpecReport


def _spec(*severities: Severity) -> SpecReport:
    found = tuple(Finding("placeholder", s, "a.md", 1, "m", "h") for s in severities)
    return SpecReport("a.md", "t", 1.0, None, None, None, None, findings=found)


@pytest.mark.parametrize(
    ("severity", "first", "total"),
    [(Severity.ERROR, 2, 3), (Severity.WARNING, 1, 1), (Severity.NOTE, 0, 1), (Severity.OFF, 0, 0)],
)
def test_findings_are_counted_by_severity(severity: Severity, first: int, total: int) -> None:
    one = _spec(Severity.ERROR, Severity.WARNING, Severity.ERROR)
    assert one.count(severity) == first
    assert Report((one, _spec(Severity.NOTE, Severity.ERROR), _spec())).count(severity) == total
    assert Report(()).count(severity) == 0
