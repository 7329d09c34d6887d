"""Link definitions: lines that nobody sees, but that tell where the labels of a text lead.

There is one pattern, for whoever asks. No part of it goes over a blank line, and none goes back
over what it has taken, so that a text of any size is read.
"""

import re
from collections.abc import Sequence

_DEEPEST = 32  # pairs of parentheses in each other in a place, as in CommonMark's own parser
_ON = r"\n(?![ \t]*$)"
_GAP = rf"(?:[ \t]*+{_ON}[ \t]*+|[ \t]++)"


def _bare_place() -> str:
    """Build a place without angles around it: parentheses come in pairs, but for escaped ones."""
    letter = r"[^\x00-\x20\x7f()\\]|\\[()]?+"
    inner = rf"(?:{letter})"
    for _ in range(_DEEPEST):
        inner = rf"(?:{letter}|\({inner}*+\))"
    return rf"(?!<){inner}++"


def _between(start: str, stop: str) -> str:
    """Build a title between two marks; one that is escaped is a part of it."""
    return rf"\{start}(?:[^\{start}\{stop}\\\n]|\\[\{start}\{stop}]?+|{_ON})*+\{stop}"


_TITLE = "|".join(_between(*marks) for marks in ('""', "''", "()"))
DEFINITION = re.compile(
    r"^ {0,3}\[(?!\^)(?=\s*+[^\s\]])"
    rf"(?P<label>(?:[^\[\]\\\n]|\\[\[\]]?+|{_ON}){{1,999}}+)\]:{_GAP}?+"
    rf"(?:<(?P<angled>(?:[^<>\\\n]|\\[<>]?+)*+)>|(?P<bare>{_bare_place()}))"
    rf"(?:{_GAP}(?:{_TITLE}))?[ \t]*$",
    re.M,
)


def without_definitions(lines: Sequence[str]) -> Sequence[str]:
    """Leave out the link definitions that a paragraph starts with."""
    if not lines or not lines[0].startswith("["):
        return lines
    text = "\n".join(lines)
    at = 0
    while match := DEFINITION.match(text, at):
        at = match.end() + 1
    return text[at:].split("\n") if at < len(text) else ()
