"""A report for people at a terminal: what to mend, where, and how far each spec has come."""

from collections.abc import Callable, Iterator, Sequence
from typing import TypeAlias

from bot.model.finding import Finding
from bot.model.report import Report, SpecReport
from bot.model.spec import Waived
from bot.render.defuse import prose, visible
from bot.render.excerpt import POINTED, excerpt
from bot.render.paint import Paint, bar, cells, painter, wrap
from bot.render.tally import (
    begun,
    counted,
    name,
    older,
    older_line,
    plural,
    tally,
    verdict,
)

Source: TypeAlias = Callable[[str], Sequence[str]]

MANY = 20  # more specs than this with nothing to say are only counted
_INDENT = 6


def render_text(
    report: Report, *, source: Source, colour: bool, width: int, quiet: bool, show_all: bool
) -> str:
    """Write a report as text. ``width`` 0 never wraps; ``source`` gives the lines of a path."""
    paint = painter(colour)
    total = tally(report, show_all)
    closing = paint(total.worst, verdict(report, total)) + "\n"
    if quiet:
        return closing
    told = [(spec, counted(spec, show_all)) for spec in report.specs]
    fine = [spec for spec, findings in told if not findings]
    blocks = ["\n".join(_fine(fine, paint))] if fine else []
    for spec, findings in told:
        if findings:
            blocks.append("\n".join(_spec(spec, findings, source, width, paint)))
    hidden = sum(len(older(spec, show_all)) for spec in report.specs)
    if hidden:
        blocks.append(paint("dim", older_line(hidden)))
    return "\n\n".join((*blocks, closing))


def _fine(specs: Sequence[SpecReport], paint: Paint) -> Iterator[str]:
    folded = len(specs) > MANY
    listed = [spec for spec in specs if spec.waivers or not folded]
    if len(listed) < len(specs):
        number = plural(len(specs) - len(listed), "spec")
        yield f"{paint('fine', '✓')} {number} with nothing to mend"
    column = max((cells(visible(spec.path)) for spec in listed), default=0)
    for spec in listed:
        yield f"{paint('fine', '✓')} {_header(spec, column, paint)}"
        yield from _waivers(spec, 0, paint)


def _spec(
    spec: SpecReport, findings: Sequence[Finding], source: Source, width: int, paint: Paint
) -> Iterator[str]:
    yield _header(spec, 0, paint)
    column = cells(_place(spec, max(finding.line for finding in findings)))
    room = max(1, width - _INDENT) if width else 0
    pointed = any(finding.rule in POINTED for finding in findings)
    lines = source(spec.path) if pointed else ()
    said: set[str] = set()
    for finding in findings:
        where = _pad(_place(spec, finding.line), column)
        severity = paint(finding.severity.value, f"{finding.severity.value:7}")
        rule = paint("dim", f"[{finding.rule}]")
        yield f"  {where}  {severity}  {prose(finding.message)}  {rule}"
        # The same mend is told once a spec: thirty times it would bury what differs.
        mend = () if finding.help in said else _help(finding, room, paint)
        said.add(finding.help)
        for line in (*_excerpt(finding, lines, room, paint), *mend):
            yield " " * _INDENT + line
    if told := begun(spec, findings):
        yield "  " + paint("dim", told)
    yield from _waivers(spec, column, paint)


def _excerpt(finding: Finding, lines: Sequence[str], room: int, paint: Paint) -> Sequence[str]:
    line = lines[finding.line - 1] if 0 < finding.line <= len(lines) else ""
    pointed = finding.rule in POINTED and line.strip()
    return excerpt(finding, line, room, paint) if pointed else ()


def _help(finding: Finding, room: int, paint: Paint) -> Iterator[str]:
    for line in finding.help.split("\n"):
        if line.strip():
            yield from (paint("dim", part) for part in wrap(visible(line.rstrip()), room))


def _waivers(spec: SpecReport, column: int, paint: Paint) -> Iterator[str]:
    for waived in spec.waivers:
        where = _pad(_place(spec, waived.waiver.line), column)
        yield f"  {where}  {paint('waived', 'waived ')}  {_waived(waived)}"


def _waived(waived: Waived) -> str:
    waiver = waived.waiver
    section = f" “{prose(waiver.section)}”" if waiver.section else ""
    took = plural(waived.findings, "finding") if waived.findings else "nothing to waive"
    return f"{visible(waiver.rule)}{section}: {prose(waiver.reason)} ({took})"


def _header(spec: SpecReport, column: int, paint: Paint) -> str:
    known = " · ".join(prose(part) for part in (name(spec), spec.status or "") if part)
    filled, required = spec.filled, spec.required
    parts = [paint("path", _pad(visible(spec.path), column)), known]
    if required:
        colour = "fine" if filled == required else "warning"
        sections = plural(required, "section")
        parts.append(f"{paint(colour, bar(filled, required))} {filled}/{sections}")
    return "  ".join(part for part in parts if part)


def _place(spec: SpecReport, line: int) -> str:
    return visible(f"{spec.path}:{line}")


def _pad(text: str, column: int) -> str:
    return text + " " * (column - cells(text))
