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

# Whatever GitHub makes live in plain text; the break goes behind each match, and into commits.
_LIVE = re.compile(
    r"@(?=\S)"  # @name, @org/team, user@sha, a@mail.example
    r"|\#(?=\d)"  # #12, owner/repo#12
    r"|(?<![a-z0-9])(?:gh|ghsa|cve)-(?=\w)"  # GH-12, advisories
    r"|:(?=//)|(?<![a-z0-9])(?:www(?=\.)|(?:mailto|xmpp):(?=\S))"  # addresses
    r"|:(?=[\w+-]+:)"  # :shipit:
    r"|\[(?=[ x]\])"  # boxes to tick
    # Commits: a link takes seven digits or more that stand alone, so that "feedback" is none.
    r"|(?a:(?<![a-z0-9])(?P<commit>[0-9a-f]{7,})(?![a-z0-9]))",
    re.IGNORECASE,
)
_SIX = re.compile(".{1,6}")
_ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", "|": "&vert;", "$": "<span>$</span>"}
_MARKUP = str.maketrans(_ENTITIES | {mark: "\\" + mark for mark in "\\`*_[]#~"})
_LEADING = re.compile(r"[-+=:/]|\d+(?=[.)])")  # lists, underlines, other bots' commands
# A code span holds anything, but ends with the cell of a table, and is none to whoever reads our
# text as it stands: we ourselves, a log, and a merge that takes it for the message of its commit.
_SPANLESS = re.compile(r"\||<!--|-->|\#\#\[|\b(?:clos|fix|resolv)\w*:?\s+\S*\d|^ *$", re.IGNORECASE)
_SLASHES = re.compile("/(?=/)")  # readers other than GitHub's take these for an address
_PARTED = "<span></span>"  # breaks as well as a joiner does, and no copy takes it along
_LINE_ENDS = re.compile(r"\r\n|\r|\n")
_TICKS = re.compile(r"`+")


def visible(text: str) -> str:
    """Show control, direction and other hidden characters as escapes, and break commands."""
    shown = _exposed(text)
    return _COMMAND.sub(rf"\g<0>{BREAK}", shown) if "##[" in shown or "::" in shown else shown


def prose(text: str) -> str:
    """Put running text on one line, with nothing hidden in it."""
    return visible(" ".join(text.split()))


def unlinked(text: str) -> str:
    """Break what GitHub would turn into a mention, a reference, a link or an emoji."""
    return _broken(prose(text), BREAK)


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
    """Show a name, a path or a command as code, in Markdown, so that a copy is what it was.

    GitHub makes nothing live in code, so nothing is broken in a code span.
    """
    shown = _exposed(text)
    if _SPANLESS.search(shown):
        parted = _SLASHES.sub("/\0", _broken(shown, "\0")).translate(_MARKUP)
        return "<code>" + parted.replace("\0", _PARTED) + "</code>"
    ticks = "`" * (_longest(shown) + 1)
    pad = " " * (shown[0] in "` " or shown[-1] in "` ")
    return f"{ticks}{pad}{shown}{pad}{ticks}"


def html_code(text: str) -> str:
    """Show a name or a path as code within raw HTML."""
    return f"<code>{_html.escape(_exposed(text)).replace('##[', '##&#91;')}</code>"


def ticked(text: str) -> str:
    """Make text literal but for what stands between backticks, which is code."""
    pieces = text.split("`")
    if not len(pieces) % 2:  # one of them stands alone
        return markdown(text)
    said = [code(each) if at % 2 else spaced(each) for at, each in enumerate(pieces)]
    inner = [each or BREAK for each in said[1:-1]]  # or the ticks of two were one run
    return "".join((said[0], *inner, *said[1:][-1:]))


def fence(text: str, info: str = "") -> str:
    """Put a text into a code block that it cannot end."""
    lines = ["\t".join(map(visible, line.split("\t"))) for line in _LINE_ENDS.split(text)]
    ticks = "`" * max(3, _longest(text) + 1)
    return "\n".join((ticks + info, *lines, ticks))


def spaced(piece: str) -> str:
    """Write text that keeps its distance from the code beside it."""
    before, after = piece[:1].isspace(), piece[-1:].isspace()
    return f"{' ' * before}{markdown(piece)}{' ' * after}"


def _exposed(text: str) -> str:
    return text if text.isprintable() else _HIDDEN.sub(_escape, text)


def _broken(text: str, by: str) -> str:
    def parted(match: re.Match[str]) -> str:
        return by.join(_SIX.findall(match[0])) if match["commit"] else match[0] + by

    return _LIVE.sub(parted, text)


def _longest(text: str) -> int:
    return max(map(len, _TICKS.findall(text)), default=0)


def _escape(match: re.Match[str]) -> str:
    return ascii(match[0])[1:-1]
