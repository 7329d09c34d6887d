"""Makes text that others wrote harmless where we print it: it shows, and it does nothing else.

A document, a path or a title may hold mentions, references, closing keywords, HTML, terminal
codes, bidirectional overrides and lines that a runner takes for commands. Each function here
returns one line (``fence`` a block) that reads the same and triggers none of that.
"""

import html as _html
import re

BREAK = "\u2060"  # a word joiner: unseen, no reference survives it, and no line ends there

_HIDDEN = re.compile(
    "[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u206f\ud800-\udfff"
    "\ufeff\ufff9-\ufffb\ufffe\uffff\U000e0000-\U000e007f]"
)
_COMMAND = re.compile(r"##(?=\[)|(?<!\S):(?=:)")  # what a GitHub runner looks for in a log

# Whatever GitHub makes live in plain text; the break goes behind each match.
_LIVE = re.compile(
    r"@(?=\S)"  # @name, @org/team, user@sha, a@mail.example
    r"|\#(?=\d)"  # #12, owner/repo#12
    r"|(?<![a-z0-9])(?:gh|ghsa|cve)-(?=\w)"  # GH-12, advisories
    r"|:(?=//)|(?<![a-z0-9])(?:www(?=\.)|(?:mailto|xmpp):(?=\S))"  # addresses
    r"|:(?=[\w+-]+:)"  # :shipit:
    r"|\[(?=[ x]\])"  # boxes to tick
    r"|[0-9a-f]{6}(?=[0-9a-f])",  # commits: a link takes seven digits in a row
    re.IGNORECASE,
)
_ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", "|": "&vert;", "$": "<span>$</span>"}
_MARKUP = str.maketrans(_ENTITIES | {mark: "\\" + mark for mark in "\\`*_[]#~"})
_LEADING = re.compile(r"[-+=:/]|\d+(?=[.)])")  # lists, underlines, other bots' commands
_PLAIN = re.compile(r"[\w./+=-]+(?: [\w./+=-]+)*")
_LINE_ENDS = re.compile(r"\r\n|\r|\n")
_TICKS = re.compile(r"`+")


def visible(text: str) -> str:
    """Show control, direction and other hidden characters as escapes, and break commands."""
    if text.isprintable() and "##[" not in text and "::" not in text:
        return text
    return _COMMAND.sub(rf"\g<0>{BREAK}", _HIDDEN.sub(_escape, text))


def prose(text: str) -> str:
    """Put running text on one line, with nothing hidden in it."""
    return visible(" ".join(text.split()))


def unlinked(text: str) -> str:
    """Break what GitHub would turn into a mention, a reference, a link or an emoji."""
    return _LIVE.sub(rf"\g<0>{BREAK}", prose(text))


def markdown(text: str) -> str:
    """Make text literal within a paragraph, a list item or a table cell of Markdown."""
    literal = unlinked(text).translate(_MARKUP)
    if not (lead := _LEADING.match(literal)):
        return literal
    at = lead.end() if lead[0].isdigit() else 0
    return f"{literal[:at]}\\{literal[at:]}"


def html(text: str) -> str:
    """Make text literal within raw HTML, where Markdown's own escapes do not count."""
    return _html.escape(unlinked(text)).replace("$", _ENTITIES["$"])


def code(text: str) -> str:
    """Show a name or a path as code, in Markdown; ordinary ones can be copied as they are."""
    if _PLAIN.fullmatch(text):
        return f"`{text}`"
    return f"<code>{markdown(visible(text))}</code>"


def html_code(text: str) -> str:
    """Show a name or a path as code within raw HTML."""
    return f"<code>{_html.escape(visible(text))}</code>"


def ticked(text: str) -> str:
    """Make text literal but for what stands between backticks, which is code."""
    pieces = text.split("`")
    if not len(pieces) % 2:  # one of them stands alone
        return markdown(text)
    return "".join(code(each) if at % 2 else spaced(each) for at, each in enumerate(pieces))


def fence(text: str, info: str = "") -> str:
    """Put a text into a code block that it cannot end."""
    lines = ["\t".join(map(visible, line.split("\t"))) for line in _LINE_ENDS.split(text)]
    longest = max((len(run) for run in _TICKS.findall(text)), default=0)
    ticks = "`" * max(3, longest + 1)
    return "\n".join((ticks + info, *lines, ticks))


def spaced(piece: str) -> str:
    """Write text that keeps its distance from the code beside it."""
    before, after = piece[:1].isspace(), piece[-1:].isspace()
    return f"{' ' * before}{markdown(piece)}{' ' * after}"


def _escape(match: re.Match[str]) -> str:
    return ascii(match[0])[1:-1]
