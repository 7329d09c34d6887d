"""Whether a report fails, at the level that was asked for."""

from bot.model.finding import Severity
from bot.model.report import Report

_LEVELS = {
    "error": Severity.ERROR.weight,
    "warning": Severity.WARNING.weight,
}


def fails(report: Report, level: str, *, count_old: bool) -> bool:
    """Tell whether anything weighs enough; with a base, only what the change brought in counts."""
    enough = _LEVELS.get(level)
    return enough is not None and any(
        finding.severity.weight >= enough and (count_old or finding.introduced is not False)
        for spec in report.specs
        for finding in spec.findings
    )
