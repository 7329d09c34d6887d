"""Severities weigh."""

from bot.model.finding import Severity


def test_severities_grow() -> None:
    assert sorted(Severity, key=lambda severity: severity.weight) == [
        Severity.OFF,
        Severity.NOTE,
        Severity.WARNING,
        Severity.ERROR,
    ]
    assert Severity.OFF.weight == 0
