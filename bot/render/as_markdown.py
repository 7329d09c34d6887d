"""A report as GitHub's Markdown: a verdict, a row for each spec, and the findings folded below."""

from bot.model.report import Report
from bot.render.pages import markdown_page
from bot.render.view import arrange


def render_markdown(report: Report, *, show_all: bool = False) -> str:
    """Write a report as Markdown that may be posted anywhere: no text of a spec is live in it."""
    return markdown_page("check/report.md.j2").render(report=arrange(report, show_all))
