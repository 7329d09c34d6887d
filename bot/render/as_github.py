"""A report as workflow commands, which GitHub shows as annotations at the lines of a change.

A runner reads commands from whatever a step prints, so text from documents must not end one and
begin another: line ends and ``%`` are escaped, and ``:`` and ``,`` in properties too.
"""

from collections.abc import Iterator

from bot.model.finding import Finding, Severity
from bot.model.report import Report
from bot.render.defuse import prose, visible
from bot.render.tally import counted, older, older_line, plural, tally, verdict

MOST = 10  # what GitHub shows of each kind for one step
_COMMAND = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}
_DATA = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_PROPERTY = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A", ":": "%3A", ",": "%2C"})


def render_github(report: Report, *, show_all: bool = False) -> str:
    """Write a report as annotations, most urgent first, and the verdict as a last line."""
    findings = [finding for spec in report.specs for finding in counted(spec, show_all)]
    lines: list[str] = []
    for severity, command in _COMMAND.items():
        lines += _annotations(command, [f for f in findings if f.severity is severity])
    hidden = sum(len(older(spec, show_all)) for spec in report.specs)
    if hidden:
        lines.append(older_line(hidden))
    return "\n".join((*lines, verdict(report, tally(report, show_all)))) + "\n"


def _annotations(command: str, findings: list[Finding]) -> Iterator[str]:
    """Give one line a finding, and fold into the last one what GitHub would drop."""
    urgent = sorted(findings, key=lambda finding: finding.introduced is not True)
    shown = urgent if len(urgent) <= MOST else urgent[: MOST - 1]
    for finding in shown:
        yield _annotation(command, finding)
    rest = urgent[len(shown) :]
    if rest:
        files = plural(len({finding.path for finding in rest}), "file")
        more = plural(len(rest), f"more {command}")
        yield command_line(command, f"{more} in {files}; run steward check to see all")


def command_line(command: str, message: str) -> str:
    """Write a command that stands for the whole run, and no line of a file."""
    return f"::{command} title=Spec Steward::{prose(message).translate(_DATA)}"


def _annotation(command: str, finding: Finding) -> str:
    help_lines = (visible(line.rstrip()) for line in finding.help.split("\n"))
    message = "\n".join(line for line in (prose(finding.message), *help_lines) if line)
    properties = ",".join(
        (
            f"file={visible(finding.path).translate(_PROPERTY)}",
            f"line={max(1, finding.line)}",
            f"title={finding.rule.translate(_PROPERTY)}",
        )
    )
    return f"::{command} {properties}::{message.translate(_DATA)}"
