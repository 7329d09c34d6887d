"""The check run: its title, its summary, and the remarks at the lines of the change."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.model.finding import Finding
from bot.model.hearing import Hearing, Verdict
from bot.render.comment.detail import Detail, fitted, steps
from bot.render.comment.headline import NOTHING, standing
from bot.render.comment.page import arrange
from bot.render.comment.phrases import clipped
from bot.render.comment.printing import own_path, printed
from bot.render.defuse import unlinked
from bot.render.tally import Tally

MOST = 65_535
"""bytes, to be safe: GitHub says characters"""

MARKED = 100
"""findings at their lines: two requests' worth, and more than anybody goes through"""

_NAME = "check.md.j2"
_NOTHING: Mapping[str, str] = {}
_NAMELESS = "finding"
_TITLE = 200
_MESSAGE = 8_000  # characters: of up to four bytes, and a defused one takes up to eight more


@dataclass(frozen=True, slots=True)
class CheckText:
    """What a check run says."""

    title: str
    summary: str


def check_text(hearing: Hearing, overrides: Mapping[str, str] = _NOTHING) -> CheckText:
    """Write the title, in plain text, and the summary, in Markdown."""

    def write(detail: Detail) -> str:
        page = arrange(hearing, None, detail)
        return printed(_NAME, overrides, page=page, marked=_marked(hearing))

    ladder = steps(Detail(has_skeletons=False))
    summary = fitted(write, ladder, lambda text: len(text.encode()) <= MOST, where=own_path(_NAME))
    return CheckText(_title(hearing), summary.lstrip("\n"))


def annotation_text(finding: Finding) -> tuple[str, str]:
    """Give the title and the message of a finding, which GitHub shows as plain text."""
    lines = (finding.message, *finding.help.split("\n"))
    said = (unlinked(clipped(line, 2_000)) for line in lines[:20])
    message = "\n".join(line for line in said if line)
    title = unlinked(clipped(finding.rule, _TITLE)) or _NAMELESS
    return title, message[:_MESSAGE] or title


def _marked(hearing: Hearing) -> str:
    """Say what stands at the lines, where that is not what the title counts."""
    found = Tally.of(hearing.findings)
    count = found.errors + found.warnings + found.notes
    if count > MARKED:
        return f"{MARKED} of {count:,} findings are marked at their lines, errors first."
    return f"Marked at their lines: {found}." if found.notes else ""


def _title(hearing: Hearing) -> str:
    if hearing.verdict is Verdict.SKIPPED:
        return NOTHING
    said = standing(hearing)
    if hearing.has_errors and hearing.lenient:
        said += f" (advice only: {unlinked(clipped(hearing.lenient, 80))})"
    return said if hearing.is_whole else f"{said}; not all files could be seen"
