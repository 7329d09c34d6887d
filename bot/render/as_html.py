"""A report as one HTML file that loads nothing and runs nothing: open it, attach it, publish it."""

from base64 import b64encode
from hashlib import sha256

from markupsafe import Markup

from bot.model.report import Report
from bot.render.pages import html_page
from bot.render.view import arrange

_FOLDED = 12  # with more specs to mend than this, a reader unfolds them one by one


def render_html(report: Report, *, show_all: bool = False) -> str:
    """Write a report as a page; its style is allowed by hash, and nothing else is."""
    style = html_page("check/report.css.j2").render()
    digest = b64encode(sha256(style.encode()).digest()).decode()
    view = arrange(report, show_all)
    return html_page("check/report.html.j2").render(
        report=view,
        style=Markup(style),  # noqa: S704 - our own file, without a variable
        style_hash=f"sha256-{digest}",
        unfold=len(view.specs) - view.fine <= _FOLDED,
    )
