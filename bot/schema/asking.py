"""Which pieces of a section of the template ask to be replaced, each by itself.

A piece that holds a token is none of them: the token is found wherever it still stands.
"""

import re
from dataclasses import dataclass

from bot.model.schema import SectionKind
from bot.schema.emphasis import asks_in_emphasis
from bot.schema.pieces import Piece, pieces_of
from bot.schema.placeholders import ID_TOKEN
from bot.schema.prompts import is_prompt, unboxed

LOGS = (SectionKind.QUESTIONS, SectionKind.DECISIONS)
"""the kinds of sections whose entries are the author's, one by one"""

_STAYING = re.compile(r"\W*(?:copyright|licen[cs]\w*|legal|disclaimer)\b", re.I)
_A_QUESTION = re.compile(
    r"\W*(?:(?:your|the|an?|another|open|first|second) )*questions?(?: (?:one|two|three))?"
    r"[\W_]*(?:\(.*)?$",
    re.I | re.S,
)


@dataclass(frozen=True, slots=True)
class Own:
    """The pieces of a section that ask, the entries that stand for some, and its frame."""

    prompts: frozenset[str]
    stand_ins: frozenset[str]
    frame: frozenset[str]


def own_text(text: str, title: str, kind: SectionKind, tokens: re.Pattern[str] | None) -> Own:
    """Tell the pieces of a section's text in the template apart."""
    pieces = list(pieces_of(text))
    ours = [piece for piece in pieces if not piece.set and not _has_token(piece, tokens)]
    dressed = {p.line for p in ours if asks_in_emphasis(p.text)} if _may_ask(title, kind) else set()
    if kind is SectionKind.GATES and any(p.box and p.line not in dressed for p in pieces):
        dressed -= {p.line for p in ours if not p.box}  # a note above gates that stay
    stand_ins: set[str] = set()
    prompts: set[str] = set()
    for piece in ours:
        stands_in = piece.line in dressed or _is_question(piece, kind)
        if stands_in and piece.is_item and (piece.box or kind in LOGS):
            stand_ins.add(piece.key)
        elif piece.line in dressed or is_prompt(_said(piece, kind), None):
            prompts.add(piece.key)
    frame = frozenset(piece.key for piece in pieces if piece.set)
    return Own(frozenset(prompts | stand_ins), frozenset(stand_ins), frame)


def _may_ask(title: str, kind: SectionKind) -> bool:
    """Tell whether emphasis may make a prompt in a section: a licence is often set in it."""
    return kind is not SectionKind.METADATA and not _STAYING.match(title)


def _said(piece: Piece, kind: SectionKind) -> str:
    """Give the words of a piece; a box among questions is one, elsewhere it may stay."""
    return unboxed(piece.text) if kind is SectionKind.QUESTIONS else piece.text


def _has_token(piece: Piece, tokens: re.Pattern[str] | None) -> bool:
    found = tokens.finditer(piece.text) if tokens else ()
    return any(not ID_TOKEN.fullmatch(match[0]) for match in found)


def _is_question(piece: Piece, kind: SectionKind) -> bool:
    return kind is SectionKind.QUESTIONS and _A_QUESTION.match(_said(piece, kind)) is not None
