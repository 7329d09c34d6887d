"""Decision logs, and which question a decision answers."""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from bot.markdown.inline import plain
from bot.model.document import Document, Section
from bot.schema.within import outer_items

_WORDS = re.compile(r"[^\W_]+")
_SMALL = frozenset(
    """
    a an and are as at be by can could do does for from has have how if in is it its may
    must no not of on or our should so that the their there this to was we what when where
    which who why will with would decision question resolved answer decided
    """.split()
)
_ENOUGH = 0.6
_TOO_FEW_TO_SPARE = 2
_MOST = 500  # entries of a log; more is no log


def read_decisions(
    document: Document, sections: Sequence[Section], skip: Iterable[int]
) -> tuple[str, ...]:
    """Read the entries of the decision logs: list items, table rows, or paragraphs."""
    left = set(skip)
    found: list[str] = []
    for section in sections:
        if items := outer_items(document, section):
            found.extend(plain(item.text) for item in items if item.line not in left)
            continue
        inner = range(section.start, section.end)
        rows = [t for t in document.tables if t.start in inner]
        lines = [n for t in rows for n in range(t.start + 2, t.stop)] if rows else list(inner)
        found.extend(
            plain(document.lines[n - 1])
            for n in lines
            if n not in left and document.lines[n - 1].strip()
        )
        if len(found) > _MOST:
            break
    return tuple(found[:_MOST])


def answered(question: str, decisions: Sequence[frozenset[str]]) -> bool:
    """Tell whether a decision speaks of a question: most of its telling words stand there."""
    asked = telling_words(question)
    if not asked:
        return False
    needed = len(asked) if len(asked) <= _TOO_FEW_TO_SPARE else _ENOUGH * len(asked)
    for decided in decisions:  # noqa: SIM110 - hostile texts have many of both
        if len(asked & decided) >= needed:
            return True
    return False


@lru_cache(maxsize=1024)
def telling_words(text: str) -> frozenset[str]:
    """Give the words of a text that carry its meaning."""
    words = _WORDS.findall(text.casefold())
    return frozenset([word.rstrip("s") or word for word in words if word not in _SMALL])
