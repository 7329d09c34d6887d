"""The last step of every text: nh3 leaves what GitHub's own allow-list would leave."""

import re

import nh3
from markupsafe import Markup, escape

from bot.sandbox.pages.text.mark import unmarked

_PREFIX = "user-content-"  # as GitHub's: no text can claim an anchor of the page
_TAGS = set(
    "a abbr b bdo blockquote br caption cite code dd del details dfn div dl dt em figcaption figure"
    " h1 h2 h3 h4 h5 h6 hr i ins kbd li mark ol p pre q rp rt ruby s samp small span strike strong"
    " sub summary sup table tbody td tfoot th thead time tr tt ul var".split()
)
_ATTRIBUTES = {
    "*": {"class", "id", "title", "align", "role", "aria-label"},
    "a": {"href", "name"},
    "details": {"open"},
    "ol": {"start", "reversed"},
    "td": {"colspan", "rowspan"},
    "th": {"colspan", "rowspan", "scope"},
    "time": {"datetime"},
}
_WITH_CONTENT = {"iframe", "math", "noscript", "object", "script", "style", "svg", "template"}
_HIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]"
    "|[\U000e0000-\U000e007f]"
)


def sanitised(html: str) -> Markup:
    """Return HTML of which nothing acts, loads or hides."""
    clean = nh3.clean(
        html,
        tags=_TAGS,
        clean_content_tags=_WITH_CONTENT,
        attributes=_ATTRIBUTES,
        attribute_filter=_filtered,
        link_rel="nofollow noopener noreferrer",
        url_schemes={"http", "https", "mailto"},
    )
    return Markup(shown(clean))  # noqa: S704 - nh3 has made it harmless


def shown(text: str) -> str:
    """Show characters that control a terminal or the direction of writing as their numbers."""
    return _HIDDEN.sub(lambda match: f"[U+{ord(match[0]):04X}]", text)


def literal(text: str) -> Markup:
    """Show a line of a file or a plain text just as it is, spaces and all."""
    return escape(shown(text))


def _filtered(tag: str, name: str, value: str) -> str | None:
    del tag
    if name == "class":
        return unmarked(value)
    return f"{_PREFIX}{value}" if name in {"id", "name"} else value
