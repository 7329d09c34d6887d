"""Open questions, and the ways in which they are settled."""

import re
from bisect import bisect_left
from collections.abc import Container, Iterable, Iterator, Sequence

from bot.markdown.inline import plain
from bot.markdown.tables import cells
from bot.model.document import Document, Section
from bot.model.spec import Question
from bot.schema.decisions import answered, telling_words
from bot.schema.discussion import entries
from bot.schema.fold import visible
from bot.schema.within import outer_items, parts_of
from bot.schema.words import NOTHING_OPEN

__all__ = ["answered", "read_questions", "telling_words"]

_STRUCK = re.compile(r"~~[^~]+~~")
_WORD = re.compile(r"[^\W_]")
_WORDS = re.compile(r"[^\W_]+")
_RESOLVED = re.compile(r"\bresolved\b|\banswered\b|\bclosed\b", re.I)
_UNRESOLVED = re.compile(r"\bun(?:resolved|answered)\b|\bnot\b", re.I)
_GROUPS = re.compile(
    r"\b(?:questions?|block(?:ing|ers?)|open|unresolved|before|after|later|scope|future|during|must|"
    r"should|technical|product|design|other|minor|major|general|deferred)\b",
    re.I,
)


def read_questions(
    document: Document,
    sections: Sequence[Section],
    decisions: Sequence[str],
    skip: Iterable[int],
) -> tuple[Question, ...]:
    """Read the questions of the given sections; lines in ``skip`` are none of the author's."""
    left = set(skip)
    known = list({telling_words(decision): None for decision in decisions})
    found: list[Question] = []
    for section in sections:
        if NOTHING_OPEN.match(visible(document.text(section.start, section.stop))):
            continue
        settled = _settled_lines(document, section)
        for text, line, ticked in _entries(document, section, left):
            if line in left or not _WORD.search(text) or NOTHING_OPEN.match(text):
                continue
            if ticked or _is_struck(text):
                closed_by = "answer" if _has_answer(text) else "tick" if ticked else "strike"
            elif line in settled:
                closed_by = "section"
            else:
                closed_by = "decision" if answered(text, known) else ""
            shown = plain(text.replace("~~", "")) or text
            found.append(Question(shown, line, bool(closed_by), closed_by))
    return tuple(sorted(found, key=lambda question: question.line))


def _has_answer(text: str) -> bool:
    """Tell whether more than a word stands behind a question that is settled."""
    beyond = _STRUCK.split(text)[-1] if "~~" in text else text.rpartition("?")[2]
    return "?" in text and len(_WORDS.findall(beyond)) > 1


def _is_struck(text: str) -> bool:
    """Tell whether a question is struck through, be it with an answer behind it."""
    left = _STRUCK.sub("", text)
    if left == text:
        return False
    return not _WORD.search(left) or ("?" in text and "?" not in left)


def _entries(
    document: Document, section: Section, skip: Container[int]
) -> Iterator[tuple[str, int, bool]]:
    """Give the questions of a section: its list, the headings that ask, else its paragraphs."""
    items = [item for item in outer_items(document, section) if item.line not in skip]
    boxes = [item.line for item in items if item.ticked is not None]
    asking: list[Section] = []
    for part in parts_of(document, section):
        if (not asking or part.line >= asking[-1].end) and _asks(part, boxes):
            asking.append(part)
    if items or asking:
        inside = {n for part in asking for n in range(part.line, part.end)}
        yield from entries(document, [i for i in items if i.line not in inside], skip)
        yield from ((part.title, part.line, False) for part in asking)
    else:
        yield from _paragraphs(document, section)  # below entries that are the template's


def _paragraphs(document: Document, section: Section) -> Iterator[tuple[str, int, bool]]:
    inner = range(section.start, section.end)
    hidden = {n for s in document.code if s.start in inner for n in range(s.start, s.stop)}
    hidden.update(part.line for part in parts_of(document, section))
    rows = {n for t in document.tables if t.start in inner for n in range(t.start, t.stop)}
    paragraph: list[str] = []
    first = 0
    for number in range(section.start, section.end + 1):
        line = document.lines[number - 1].strip() if number < section.end else ""
        if number in rows:
            yield from ((cell, number, False) for cell in cells(line) if "?" in cell)
        elif line and number not in hidden:
            first = first or number
            paragraph.append(line)
            continue
        if paragraph:
            text = visible(" ".join(paragraph))
            if "?" in text:
                yield text, first, False
            paragraph, first = [], 0


def _asks(part: Section, boxes: Sequence[int]) -> bool:
    """Tell whether a heading is the question itself, and what stands below it the discussion.

    It is not where it only groups ("Blocking", "Before release"), or heads boxes of its own.
    """
    if "?" in part.title:
        return True
    heads_boxes = bisect_left(boxes, part.start) < bisect_left(boxes, part.end)
    return not (heads_boxes or _GROUPS.search(part.title) or _RESOLVED.search(part.title))


def _settled_lines(document: Document, section: Section) -> set[int]:
    """Give the lines below headings that say "resolved"."""
    return {
        number
        for part in parts_of(document, section)
        if _RESOLVED.search(part.title) and not _UNRESOLVED.search(part.title)
        for number in range(part.start, part.end)
    }
