"""A report in the format that was asked for; each format's code is loaded where it is used."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import bot
from bot.errors import StewardError
from bot.markdown.decode import Unreadable, decode
from bot.model.report import Report
from bot.sources.files import read_file


@dataclass(frozen=True, slots=True)
class Look:
    """How text is to look; ``nothing`` is what to say where no spec was judged."""

    colour: bool = False
    width: int = 0
    quiet: bool = False
    show_all: bool = False
    nothing: str = ""


def needs_all(form: str) -> bool:
    """Tell whether a format shows more of a spec than its findings."""
    return form in ("json", "markdown", "html")


def printed(report: Report, form: str, cwd: Path, look: Look) -> str:
    """Write a report in a format."""
    if form == "json":
        from bot.render.as_json import render_json

        return render_json(report)
    if form == "sarif":
        from bot.render.as_sarif import render_sarif
        from bot.rules.manual import pages

        return render_sarif(report, rules=pages(), version=bot.__version__)
    if form == "github":
        from bot.render.as_github import render_github

        return render_github(report, show_all=look.show_all)
    if form == "markdown":
        from bot.render.as_markdown import render_markdown

        return render_markdown(report, show_all=look.show_all)
    if form == "html":
        from bot.render.as_html import render_html

        return render_html(report, show_all=look.show_all)
    if look.nothing and not report.specs:
        return f"{look.nothing}\n"
    from bot.render.as_text import render_text

    return render_text(
        report,
        source=lambda path: _lines(cwd / path),
        colour=look.colour,
        width=look.width,
        quiet=look.quiet,
        show_all=look.show_all,
    )


def _lines(file: Path) -> Sequence[str]:
    """Read a file again for an excerpt; what cannot be read has none."""
    try:
        return decode(read_file(file, 10_000_000), 10_000_000)
    except (StewardError, Unreadable):
        return ()
