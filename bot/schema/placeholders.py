"""The exact tokens that a template leaves to be replaced, and where they still stand.

Only the tokens of *this* template count: shapes alone (``[Capital…]``, ``<words>``) are wrong in
one document of ten. They are read from the raw lines, since to a Markdown parser ``<YYYY-MM-DD>``
is HTML and ``[Date]`` may be a link.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from bot.markdown.inline import COMMENT, without_code
from bot.model.document import Span
from bot.schema.fold import MARKER

_MUSTACHE = re.compile(r"\{\{[^{}\n]{1,200}\}\}")
_SQUARE = re.compile(r"(?<![\]!\\])\[((?:[^\[\]\n]|\[[^\[\]\n]*\]){1,400})\](?![(\[])")
_ANGLE = re.compile(r"(?<!\\)<([A-Za-z~](?:[^<>\n]){0,400})>")
_BRACE = re.compile(r"(?<![{$\\])\{((?:[^{}\n]|\{[^{}\n]*\}){2,800})\}(?!\})")
_FILL = re.compile(
    r"\((?:please )?(?:fill|insert|enter|replace|your)\b(?:[^()\n]|\([^()\n]*\)){0,300}\)", re.I
)
ID_TOKEN = re.compile(
    r"(?<![\w-])[A-Z][A-Z0-9]*-(?:X{2,}|Y{2,}|Z{2,}|A{3,}|B{3,}|N{2,}|#{2,})(?![\w#])"
)
_DATE = re.compile(r"(?<![\w<\[{-])(?:YYYY-MM-DD|yyyy-mm-dd)(?![\w-])")
CHOICE = re.compile(r"[A-Z]\w{1,20}(?:[ ]?/[ ]?[A-Z]\w{1,20}){2,}")
_DEFINED = re.compile(r"^ {0,3}\[([^\]\n]+)\]:[ \t]*\S+(?:[ \t]+[\"'(][^\n]*[\"')])?[ \t]*$")
_ADDRESS = re.compile(r"(?:https?|ftp|mailto):|[^\s@]+@[^\s@]+\.\w+$|www\.", re.I)
_TAG_NAME = re.compile(r"[a-z][a-z0-9]*")
_VOID = frozenset({"br", "hr", "img", "input", "wbr", "link", "meta", "source", "area", "col"})
_TAGS = frozenset(
    """
    a abbr b blockquote body button caption center cite code dd del details dfn div dl dt
    em figcaption figure font footer form h1 h2 h3 h4 h5 h6 head header html i iframe ins
    kbd label li main mark nav ol p picture pre q s samp script section small span strong
    style sub summary sup svg table tbody td tfoot th thead title tr tt u ul var video
    """.split()
)


def find_tokens(
    lines: Sequence[str], code: Sequence[Span], skip: Iterable[int] = ()
) -> tuple[str, ...]:
    """List the tokens of a template in the order in which they first appear."""
    hidden = {n for span in code for n in range(span.start, span.stop)}
    bare_code = {n for span in code if not span.kind for n in range(span.start + 1, span.stop)}
    left = set(skip)
    text = "\n".join(lines)
    shown = (
        COMMENT.sub(lambda m: "\n" * m[0].count("\n"), text).split("\n")
        if "<!--" in text
        else lines
    )
    defined = {m[1].casefold() for line in shown if (m := _DEFINED.match(line))}
    found: dict[str, None] = {}
    for number, line in enumerate(shown, start=1):
        if number in left:
            continue
        spots = [(m.start(), m.end(), m[0]) for m in _MUSTACHE.finditer(line)]
        if number not in hidden and not _DEFINED.match(line):
            spots.extend(_in_prose(line, text, defined))
        elif number in bare_code:
            spots.extend(
                (m.start(), m.end(), m[0]) for m in _SQUARE.finditer(line) if in_code(m[0])
            )
        covered = -1
        for start, end, token in sorted(spots, key=lambda spot: (spot[0], -spot[1])):
            if start >= covered:
                found[token] = None
                covered = end
    return tuple(found)


def _in_prose(line: str, text: str, defined: set[str]) -> Iterator[tuple[int, int, str]]:
    yield from ((m.start(), m.end(), m[0]) for m in ID_TOKEN.finditer(line))
    bare = without_code(line)
    for match in _SQUARE.finditer(bare):
        inner = match[1].strip()
        if inner in ("", "x", "X") or inner[0] in "^!" or not re.search(r"[^\W\d_]", inner):
            continue
        if inner.casefold() not in defined and not MARKER.fullmatch(match[0]):
            yield match.start(), match.end(), line[match.start() : match.end()]
    for match in _ANGLE.finditer(bare):
        if not _ADDRESS.match(match[1]) and not _is_html(match[1], text):
            yield match.start(), match.end(), line[match.start() : match.end()]
    for pattern in (_BRACE, _FILL, _DATE):
        yield from ((m.start(), m.end(), line[m.start() : m.end()]) for m in pattern.finditer(bare))
    if line.lstrip().startswith("|"):
        for cell in re.finditer(r"(?<=\|)[^|]+(?=\|)", bare):
            if CHOICE.fullmatch(cell[0].strip()):
                at = cell.start() + len(cell[0]) - len(cell[0].lstrip())
                yield at, at + len(cell[0].strip()), cell[0].strip()


def _is_html(inner: str, text: str) -> bool:
    """Tell a tag from a token: ``<summary>`` is a token where nothing closes it."""
    name = _TAG_NAME.match(inner)
    if not name or (name[0] not in _TAGS and name[0] not in _VOID):
        return False
    rest = inner[name.end() :].strip(" /")
    return name[0] in _VOID or "=" in rest or (not rest and f"</{name[0]}>" in text)


def in_code(token: str) -> bool:
    """Tell whether a token is unmistakable even where code has brackets of its own."""
    return token.startswith("{{") or len(token.split()) > 2  # noqa: PLR2004 - [What this does]


def tokens_pattern(tokens: Iterable[str]) -> re.Pattern[str] | None:
    """Compile tokens into one pattern that finds them also where a line break took a space."""
    parts = []
    for token in sorted(tokens, key=lambda t: (-len(t), t)):
        part = r"\s+".join(re.escape(word) for word in token.split())
        if token[0] == "[":
            part += r"(?![(\[])"
        elif token[0].isalnum():
            part = rf"(?<![\w-]){part}(?![\w-])"
        parts.append(part)
    return re.compile("|".join(parts)) if parts else None
