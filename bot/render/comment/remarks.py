"""Findings one by one: what is wrong, at which line, and how to mend it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from bot.model.finding import Finding
from bot.render.comment.address import Links
from bot.render.comment.phrases import ICONS, Target, clipped


@dataclass(frozen=True, slots=True)
class Remark:
    """A finding at its line; its help is said where it differs from the one before."""

    icon: str
    target: Target
    message: str
    rule: str
    help: tuple[str, ...] = ()


def remarks(findings: Iterable[Finding], links: Links, *, has_help: bool) -> Iterator[Remark]:
    """Give findings at their lines."""
    said = ""
    for finding in findings:
        lines = tuple(clipped(line, 300) for line in finding.help.split("\n") if line.strip())
        yield Remark(
            icon=ICONS.get(finding.severity.value, ""),
            target=Target(f"line {finding.line}", links.line(finding.path, finding.line)),
            message=clipped(finding.message, 300),
            rule=finding.rule,
            help=lines if has_help and finding.help != said else (),
        )
        said = finding.help
