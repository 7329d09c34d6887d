"""The exact tokens that a template leaves to be replaced.

Only the tokens of *this* template count: shapes alone (``[Capital…]``, ``<words>``) are wrong in
one document of ten. They are read from the raw lines, since to a Markdown parser ``<YYYY-MM-DD>``
is HTML and ``[Date]`` may be a link.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from bot.markdown.definitions import DEFINITION
from bot.markdown.inline import COMMENT, without_code
from bot.model.document import Span
from bot.schema.markers import MARKER

_MUSTACHE = re.compile(r"(?<!\$)\{\{[^{}\n]{1,200}\}\}")
_PLAIN_MUSTACHE = re.compile(r"\{\{\s*[A-Za-z][\w -]*\}\}")
_SQUARE = re.compile(r"(?<![\]!\\])\[((?:[^\[\]\n]|\[[^\[\]\n]{0,400}\]){1,400})\](?![(\[])")
_ANGLE = re.compile(r"(?<!\\)<([A-Za-z~][^<>\n]{0,400})>")
_BRACE = re.compile(r"(?<![{$\\])\{((?:[^{}\n]|\{[^{}\n]{0,400}\}){2,800})\}(?!\})")
_FILL = re.compile(
    r"\((?:please )?(?:fill|insert|enter|replace|your)\b(?:[^()\n]|\([^()\n]{0,200}\)){0,300}\)",
    re.I,
)
ID_TOKEN = re.compile(
    r"(?<![\w-])[A-Z][A-Z0-9]{0,20}-(?:X{2,9}|Y{2,9}|Z{2,9}|A{3,9}|B{3,9}|N{2,9}|#{2,9}|0{3,9})(?![\w#])"
)
_DATE = re.compile(r"(?<![\w<\[{-])(?:YYYY-MM-DD|yyyy-mm-dd)(?![\w-])")
_CHOICE = re.compile(r"[A-Z]\w{1,20}(?:[ ]?/[ ]?[A-Z]\w{1,20}){2,}")
_CELL = re.compile(r"(?<=\|)[^|]+(?=\|)")
_ADDRESS = re.compile(r"(?:https?|ftp|mailto):|[^\s@]{1,80}@[^\s@]{1,80}\.\w+$|www\.", re.I)
_LETTER = re.compile(r"[^\W\d_]")
_NO_TOKEN = re.compile(r"[#.:%]|[^{}]*\":|[\w.*-]*(?:,[\w.*-]*)+$")
_PATH_PART = re.compile(r"[a-z][a-z0-9_]*")
_CLOSING = re.compile(r"</([a-z][a-z0-9]*)>")
_TAG_NAME = re.compile(r"[a-z][a-z0-9]*")
_VOID = frozenset({"br", "hr", "wbr"})
_TAGS = frozenset(
    """
    a abbr area b blockquote body button caption center cite code col dd del details dfn div dl dt
    em figcaption figure font footer form h1 h2 h3 h4 h5 h6 head header html i iframe img input ins
    kbd label li link main mark meta nav ol p picture pre q s samp script section small source span
    strong style sub summary sup svg table tbody td tfoot th thead title tr tt u ul var video
    """.split()
)

Spot = tuple[int, int, str]


@dataclass(frozen=True, slots=True)
class _Known:
    """What only looks like a token: link labels that the template defines, tags that it closes."""

    labels: frozenset[str]
    closed: frozenset[str]


def find_tokens(
    lines: Sequence[str], code: Sequence[Span], skip: Iterable[int] = ()
) -> tuple[str, ...]:
    """List the tokens of a template in the order in which they first appear."""
    languages = {n: span.kind for span in code for n in range(span.start, span.stop)}
    left = set(skip)
    text = "\n".join(lines)
    if "<!--" in text:
        lines = COMMENT.sub(lambda m: "\n" * m[0].count("\n"), text).split("\n")
    labels = (match[1].casefold() for match in DEFINITION.finditer("\n".join(lines)))
    known = _Known(frozenset(labels), frozenset(_CLOSING.findall(text)))
    found: dict[str, None] = {}
    for number, line in enumerate(lines, start=1):
        if not line or number in left:
            continue
        covered = -1
        for start, end, token in sorted(_spots(line, languages.get(number), known), key=_order):
            if start >= covered:
                found[token] = None
                covered = end
    return tuple(found)


def in_code(token: str, language: str) -> bool:
    """Tell whether a token is unmistakable even in code, which has brackets of its own."""
    if token.startswith("{{"):
        return language.casefold() != "mermaid" and _PLAIN_MUSTACHE.fullmatch(token) is not None
    return not language and len(token.split()) > 2  # noqa: PLR2004 - [What this does]


def _order(spot: Spot) -> tuple[int, int]:
    return spot[0], -spot[1]


def _spots(line: str, language: str | None, known: _Known) -> Iterator[Spot]:
    """Find what looks like a token in a line; ``language`` is None outside of code."""
    if language is not None:
        for pattern in (_MUSTACHE, _SQUARE):
            yield from (_spot(m) for m in pattern.finditer(line) if in_code(m[0], language))
    elif not DEFINITION.match(line):
        yield from (_spot(m) for m in _MUSTACHE.finditer(line))
        yield from (_spot(m) for m in ID_TOKEN.finditer(line))
        bare = without_code(line)
        for match in (*_bracketed(bare, known), *_FILL.finditer(bare), *_DATE.finditer(bare)):
            yield match.start(), match.end(), line[match.start() : match.end()]
        if line.lstrip().startswith("|"):
            yield from _choices(bare)


def _spot(match: re.Match[str]) -> Spot:
    return match.start(), match.end(), match[0]


def _bracketed(bare: str, known: _Known) -> Iterator[re.Match[str]]:
    for match in _SQUARE.finditer(bare):
        inner = match[1].strip()
        if inner in ("", "x", "X") or inner[0] in "^!" or not _LETTER.search(inner):
            continue  # a box, a footnote, an alert, a number
        if inner.casefold() not in known.labels and not MARKER.fullmatch(match[0]):
            yield match
    for match in _ANGLE.finditer(bare):
        if not _ADDRESS.match(match[1]) and not _is_html(match[1], known.closed):
            yield match
    for match in _BRACE.finditer(bare):
        in_path = bare[match.start() - 1 : match.start()] == "/" and _PATH_PART.fullmatch(match[1])
        if not in_path and _LETTER.search(match[1]) and not _NO_TOKEN.match(match[1]):
            yield match


def _choices(bare: str) -> Iterator[Spot]:
    for cell in _CELL.finditer(bare):
        words = cell[0].strip()
        if _CHOICE.fullmatch(words):
            at = bare.index(words, cell.start())
            yield at, at + len(words), words


def _is_html(inner: str, closed: frozenset[str]) -> bool:
    """Tell a tag from a token: ``<summary>`` is a token where nothing closes it."""
    name = _TAG_NAME.match(inner)
    if not name or (name[0] not in _TAGS and name[0] not in _VOID):
        return False
    rest = inner[name.end() :].strip(" /")
    return name[0] in _VOID or "=" in rest or (not rest and name[0] in closed)
