"""Prompts of the template that a document keeps among what its author has written.

Most do no harm there: guidance above the answer to it. Among questions and decisions they would
be taken for the author's, though, and a box for work.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bot.markdown.inline import plain
from bot.model.document import Document, Section
from bot.model.schema import Schema, SectionSchema
from bot.schema.asking import LOGS
from bot.schema.matching import Matching
from bot.schema.pieces import pieces_of

_MARK = re.compile(r"[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)?(?:\[[ xX]\][ \t]+)?")


@dataclass(frozen=True, slots=True)
class Kept:
    """A prompt and where it stands; a ``stand_in`` may not stay, whatever stands beside it."""

    line: int
    text: str
    section: str
    stand_in: bool


def kept_prompts(document: Document, schema: Schema, matching: Matching) -> tuple[Kept, ...]:
    """Find the prompts that are nobody's question, decision or work."""
    return tuple(
        kept
        for index, wanted in matching.claimed.items()
        if (one := schema.sections[wanted]).stand_ins or (one.prompts and one.kind in LOGS)
        for kept in _kept(document, document.sections[index], one)
    )


def _kept(document: Document, section: Section, wanted: SectionSchema) -> Iterator[Kept]:
    pieces = list(pieces_of(document.text(section.start, section.stop)))
    for piece, below in zip(pieces, (*pieces[1:], None), strict=False):
        if piece.is_item and below and below.depth > piece.depth:
            continue  # it heads what the author has written
        key = piece.key
        stand_in = key in wanted.stand_ins
        # Other boxes wait for an answer: a question that every document has to settle.
        if stand_in or (key in wanted.prompts and wanted.kind in LOGS and not piece.box):
            yield Kept(section.start + piece.line, _words(piece.text), wanted.title, stand_in)


def _words(text: str) -> str:
    return plain(" ".join(_MARK.sub("", text, count=1).split()))
