"""Where tokens of the template still stand in a document."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence

from bot.markdown.definitions import DEFINITION
from bot.markdown.inline import COMMENT, without_code
from bot.model.document import Document
from bot.model.schema import Schema
from bot.model.spec import Leftover, SpecSection, State
from bot.schema.kept import Kept
from bot.schema.matching import Matching
from bot.schema.placeholders import ID_TOKEN, in_code
from bot.schema.tokens import matches, patterns_of
from bot.schema.unfilled import unfilled_fields
from bot.schema.within import code_of


def find_leftovers(
    document: Document,
    schema: Schema,
    matching: Matching,
    sections: Iterable[SpecSection],
    kept: Sequence[Kept] = (),
) -> tuple[Leftover, ...]:
    """Find the template's tokens that still stand, outside code and untouched sections.

    ``kept`` are the prompts that stand there as they are; some stand for an entry of the author's.
    """
    untouched = [s.found for s in sections if s.found and s.state is State.UNTOUCHED]
    skip = {n for s in untouched for n in range(s.line, s.stop)}
    dummies = unfilled_fields(document, schema)
    entries = (Leftover(p.line, (p.text,), p.section) for p in kept if p.stand_in)
    whole = {left.line: left for left in (*dummies, *entries) if left.line not in skip}
    patterns = patterns_of(schema.placeholders)
    text = "\n".join(document.lines)
    if not any(pattern.search(text) for pattern in patterns):
        return tuple(left for _, left in sorted(whole.items()))
    if "<!--" in text:
        text = COMMENT.sub(lambda m: "\n" * m[0].count("\n"), text)
    page = _Page(text, document)
    found: dict[int, dict[str, None]] = {}
    for match in matches(text, patterns):
        line = page.line_at(match.start())
        if line not in skip and page.counts(match, line):
            found.setdefault(line, {})[" ".join(match[0].split())] = None
    starts = [s.line for s in document.sections]
    tokens = {
        line: Leftover(line, tuple(tokens), _title_at(line, starts, document, schema, matching))
        for line, tokens in found.items()
    }
    return tuple(left for _, left in sorted((whole | tokens).items()))


class _Page:
    """A text that knows its lines, and what in it only looks like a leftover."""

    def __init__(self, text: str, document: Document) -> None:
        self._text = text
        self._ends = [match.start() for match in re.finditer("\n", text)]
        self._code = {n: s.kind for s in code_of(document) for n in range(s.start, s.stop)}
        self._labels = {m[1].casefold() for m in DEFINITION.finditer(text)} if "]:" in text else ()
        self._is_tag: dict[str, bool] = {}
        self._last = (0, 0, "")  # a line that holds one token often holds many

    def line_at(self, position: int) -> int:
        """Give the number of the line that a position is in."""
        return bisect_right(self._ends, position - 1) + 1

    def counts(self, match: re.Match[str], line: int) -> bool:
        """Tell whether a token was left behind, and does not stand there for its own sake."""
        token = match[0]
        language = self._code.get(line)
        if language is not None:
            return in_code(token, language)
        if token[0] == "[" and token[1:-1].strip().casefold() in self._labels:
            return False
        if token[0] == "<" and self._closes(token):
            return False
        start, bare = self._bare(line)
        if not bare:
            return False
        hidden = bare[match.start() - start] != token[0]
        return not hidden or token.startswith("{{") or ID_TOKEN.fullmatch(token) is not None

    def _bare(self, line: int) -> tuple[int, str]:
        """Give where a line starts, and the line without its code; empty for a link's target."""
        if line != self._last[0]:
            start = self._ends[line - 2] + 1 if line > 1 else 0
            end = self._ends[line - 1] if line <= len(self._ends) else len(self._text)
            whole = self._text[start:end]
            bare = "" if DEFINITION.match(whole) else without_code(whole)
            self._last = line, start, bare
        return self._last[1:]

    def _closes(self, token: str) -> bool:
        """Tell whether a token is a tag here: something closes it."""
        if token not in self._is_tag:
            self._is_tag[token] = f"</{token[1:]}" in self._text
        return self._is_tag[token]


def _title_at(
    line: int, starts: list[int], document: Document, schema: Schema, matching: Matching
) -> str | None:
    at = bisect_right(starts, line) - 1
    while at >= 0:
        if at in matching.claimed:
            return schema.sections[matching.claimed[at]].title
        at = document.sections[at].parent
    return None
