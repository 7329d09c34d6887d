"""Open questions, and the decisions that answer them."""

import re
from collections.abc import Iterable, Iterator, Sequence

from bot.markdown.inline import plain
from bot.model.document import Document, Section
from bot.model.spec import Question
from bot.schema.fold import visible
from bot.schema.words import NOTHING_OPEN

_STRUCK = re.compile(r"\s*~~.+~~[\s.]*$", re.S)
_WORDS = re.compile(r"[^\W_]+")
_SMALL = frozenset(
    """
    a an and are as at be by can could do does for from has have how if in is it its may
    must no not of on or our should so that the their there this to was we what when where
    which who why will with would decision question resolved answer decided
    """.split()
)
_RESOLVED = re.compile(r"\bresolved\b|\banswered\b|\bclosed\b", re.I)
_ENOUGH = 0.6
_TOO_FEW_TO_SPARE = 2
_LONGEST_GROUP = 6  # words of a heading that only groups questions


def read_questions(
    document: Document,
    sections: Sequence[Section],
    decisions: Sequence[str],
    skip: Iterable[int],
) -> tuple[Question, ...]:
    """Read the questions of the given sections; lines in ``skip`` are none of the author's."""
    left = set(skip)
    known = [_significant(decision) for decision in decisions]
    found: list[Question] = []
    for section in sections:
        if NOTHING_OPEN.match(visible(document.text(section.start, section.stop))):
            continue
        settled = _resolved_parts(document, section)
        for text, line, ticked in _entries(document, section):
            if line in left or NOTHING_OPEN.match(text):
                continue
            closed_by = "tick" if ticked else "strike" if _STRUCK.match(text) else ""
            if not closed_by and any(start <= line < stop for start, stop in settled):
                closed_by = "section"
            if not closed_by and answered(text, known):
                closed_by = "decision"
            shown = plain(text.replace("~~", "")) or text
            found.append(Question(shown, line, bool(closed_by), closed_by))
    return tuple(sorted(found, key=lambda question: question.line))


def read_decisions(
    document: Document, sections: Sequence[Section], skip: Iterable[int]
) -> tuple[str, ...]:
    """Read the entries of the decision logs: list items, table rows, or paragraphs."""
    left = set(skip)
    found: list[str] = []
    for section in sections:
        items = [i for i in document.items if section.start <= i.line < section.end and not i.depth]
        if items:
            found.extend(plain(item.text) for item in items if item.line not in left)
            continue
        rows = [t for t in document.tables if section.start <= t.start < section.end]
        if rows:
            lines = [n for table in rows for n in range(table.start + 2, table.stop)]
        else:
            lines = list(range(section.start, section.end))
        found.extend(
            plain(document.lines[n - 1])
            for n in lines
            if n not in left and document.lines[n - 1].strip()
        )
    return tuple(found)


def answered(question: str, decisions: Sequence[frozenset[str]]) -> bool:
    """Tell whether a decision speaks of a question: most of its telling words stand there."""
    asked = _significant(question)
    if not asked:
        return False
    needed = len(asked) if len(asked) <= _TOO_FEW_TO_SPARE else _ENOUGH * len(asked)
    return any(len(asked & decided) >= needed for decided in decisions)


def telling_words(text: str) -> frozenset[str]:
    """Give the words of a text that carry its meaning."""
    return _significant(text)


def _significant(text: str) -> frozenset[str]:
    words = (word.casefold() for word in _WORDS.findall(text))
    return frozenset(word.rstrip("s") or word for word in words if word not in _SMALL)


def _entries(document: Document, section: Section) -> Iterator[tuple[str, int, bool]]:
    items = [i for i in document.items if section.start <= i.line < section.end and not i.depth]
    asking = [
        s for s in document.sections if section.line < s.line < section.end and _asks(s.title)
    ]
    if items or asking:
        inside = {n for part in asking for n in range(part.line, part.end)}
        yield from ((i.text, i.line, bool(i.ticked)) for i in items if i.line not in inside)
        yield from ((part.title, part.line, False) for part in asking)
        return
    code = {n for s in document.code for n in range(s.start, s.stop)}
    heads = {s.line for s in document.sections}
    paragraph: list[str] = []
    first = 0
    for number in range(section.start, section.end + 1):
        line = document.lines[number - 1].strip() if number < section.end else ""
        if line and number not in code and number not in heads:
            first = first or number
            paragraph.append(line)
        elif paragraph:
            text = visible(" ".join(paragraph))
            if "?" in text:
                yield text, first, False
            paragraph, first = [], 0


def _asks(title: str) -> bool:
    """Tell whether a heading is the question itself, and what stands below it the discussion."""
    return "?" in title or len(title.split()) > _LONGEST_GROUP


def _resolved_parts(document: Document, section: Section) -> list[tuple[int, int]]:
    return [
        (part.start, part.end)
        for part in document.sections
        if section.line < part.line < section.end
        and _RESOLVED.search(part.title)
        and not re.search(r"\bunresolved\b", part.title, re.I)
    ]
