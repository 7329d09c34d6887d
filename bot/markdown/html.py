"""Where blocks of HTML start, and what ends them: the seven kinds that CommonMark tells.

White space is what HTML takes for it, and no more: in Unicode's sense a no-break space would be
some too. Each pattern passes over a character at most twice, so that a line of any length is read.
"""

import re
from typing import NamedTuple

_BLOCKS = (
    "address article aside base basefont blockquote body caption center col colgroup dd details "
    "dialog dir div dl dt fieldset figcaption figure footer form frame frameset h1 h2 h3 h4 h5 h6 "
    "head header hr html iframe legend li link main menu menuitem nav noframes ol optgroup option "
    "p param section source summary table tbody td tfoot th thead title tr track ul"
)
_SPACE = r"[ \t\v\f]"
_VALUE = rf"{_SPACE}*+=(?:{_SPACE}*+(?:\"[^\"]*+\"|'[^']*+'|[^ \t\v\f\"'=<>`]++))"
_ATTRIBUTE = rf"{_SPACE}++[a-z_:][a-z0-9_.:-]*+(?:{_VALUE})?+"
_NAME = r"[a-z][a-z0-9-]*+"


class Html(NamedTuple):
    """The line that opens a block of HTML."""

    end: re.Pattern[str] | None
    """what its last line holds; None where it ends above the next blank line"""
    comment: bool = False
    interrupts: bool = True
    """whether it may end a paragraph"""


_KINDS = tuple(
    (re.compile(start, re.I | re.A), html)
    for start, html in (
        (
            rf"<(?:pre|script|style|textarea)(?:{_SPACE}|>|$)",
            Html(re.compile(r"</(?:pre|script|style|textarea)>", re.I | re.A)),
        ),
        (r"<!--", Html(re.compile(r"-->"), comment=True)),
        (r"<\?", Html(re.compile(r"\?>"))),
        (r"<!(?-i:[A-Z])", Html(re.compile(r">"))),
        (r"<!\[(?-i:CDATA)\[", Html(re.compile(r"]]>"))),
        (rf"</?(?:{_BLOCKS.replace(' ', '|')})(?:{_SPACE}|/?>|$)", Html(None)),
        (
            rf"<(?:{_NAME}(?:{_ATTRIBUTE})*+{_SPACE}*+/?|/{_NAME}{_SPACE}*+)>[ \t\f]*+$",
            Html(None, interrupts=False),
        ),
    )
)


def html(line: str) -> Html | None:
    """Read what kind of HTML starts here."""
    return next((kind for start, kind in _KINDS if start.match(line)), None)
