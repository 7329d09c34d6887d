"""Reference links written as inline ones, so that a piece of a document can stand elsewhere."""

import re
from collections.abc import Iterable, Mapping, Sequence
from urllib.parse import quote

from bot.markdown.definitions import DEFINITION
from bot.model.document import Span

_PIECE = re.compile(
    r"(?P<fence>^[ \t>]*(?P<marks>`{3,}|~{3,})[^\n]*$(?s:.)*?(?:^[ \t>]*(?P=marks)|\Z))"
    r"|(?P<code>(?<!`)(?P<ticks>`+)(?!`)[^\n]{1,2000}?(?<!`)(?P=ticks)(?!`))"
    r"|\\."
    r"|\[(?P<text>(?:\\.|[^\[\]\\]|\[[^\[\]\n]{0,300}\]){1,300})\]"
    r"(?:\[(?P<label>[^\[\]\n]{0,300})\])?(?![\[(])",
    re.M,
)
_BOX = frozenset("xX")
_SAFE = ":/?#@!$&'*+,;=%~[]"


def places_in(lines: Sequence[str], code: Iterable[Span] = ()) -> Mapping[str, str]:
    """Give where the labels lead that a document defines; the first one counts."""
    text = "\n".join(lines)
    if "]:" not in text:
        return {}
    hidden = {n for span in code for n in range(span.start, span.stop)}
    found: dict[str, str] = {}
    for match in DEFINITION.finditer(text):
        if text.count("\n", 0, match.start()) + 1 not in hidden:
            found.setdefault(_folded(match["label"]), match["angled"] or match["bare"] or "")
    return found


def inlined(text: str, places: Mapping[str, str]) -> str:
    """Write each link by a label as one with its place; what has no definition is mere text."""
    if "]" not in text or not (places or "][" in text):
        return text

    def written(match: re.Match[str]) -> str:
        said, label = match["text"], match["label"]
        if said is None:
            return match[0]
        place = places.get(_folded(label or said)) if said not in _BOX else None
        inner = inlined(said, places)
        if place:
            return f"[{inner}]({quote(place, safe=_SAFE, errors='surrogatepass')})"
        return f"[{inner}]" if label is None else rf"\[{inner}\]\[{label}\]"

    return _PIECE.sub(written, text)


def _folded(label: str) -> str:
    return " ".join(label.split()).casefold()
