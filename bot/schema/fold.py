"""Folding: what makes two headings, or two texts, the same to a reader.

Case, markup, emoji, numbering, optional markers, ``&`` and ``/`` for "and", plural, hyphens,
colons and British spelling are folded away; nothing that changes the meaning is. Similar is not
same: ``Non-Goals`` is no ``Goals``, ``Story 2`` no ``Story 1``.
"""

import re
from difflib import SequenceMatcher
from functools import lru_cache

from bot.markdown.inline import COMMENT, plain

MARKER = re.compile(
    r"\s*[(\[]\s*(?:(?:\w+ )?(?:optional|recommended|required|mandatory|encouraged)"
    r"(?: [\w -]{1,40})?|(?:if|as|when|where)(?: ever)? (?:applicable|needed|necessary|any|"
    r"relevant|required|appropriate|used|desired|available|it applies))\s*[)\]]",
    re.I,
)
_LEADING = re.compile(r"^(?:\d+(?:\.\d+)*[.):]?|[a-z][.)]|[ivx]{1,5}[.)])\s+(?=\S)", re.I)
_WORD = re.compile(r"[^\W_]+")
_AND = re.compile(r"[&/+]|\band\b")
_TRAILING_PAREN = re.compile(r"\s*\([^()]*\)\s*$")
_LIST_MARK = re.compile(r"^[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)*(?:\[[ xX]\][ \t]+)?", re.M)
_RULE_LINE = re.compile(r"^[ \t]{0,3}(?:-{3,}|\*{3,}|_{3,})[ \t]*$", re.M)
_DEFINITION = re.compile(
    r"^ {0,3}\[(?!\^)[^\]\n]+\]:[ \t]*\S+(?:[ \t]+[\"'(][^\n]*[\"')])?[ \t]*$", re.M
)
_OUR = re.compile(r"(behavi|col|fav|flav|hon|lab|neighb|rum)our")
_SPELLINGS = (
    ("isation", "ization"),
    ("ising", "izing"),
    ("ised", "ized"),
    ("yse", "yze"),
    ("centre", "center"),
    ("licence", "license"),
    ("defence", "defense"),
    ("catalogue", "catalog"),
    ("modelling", "modeling"),
    ("labelled", "labeled"),
)


@lru_cache(maxsize=16384)
def fold(title: str) -> str:
    """Give the form of a heading in which equal ones are equal."""
    text = plain(title).casefold()
    text = MARKER.sub("", text).strip(" \t:#*_-—–\ufe0f")
    while text and not text[0].isalnum():
        text = text[1:]
    text = _LEADING.sub("", text)
    words = _WORD.findall(_AND.sub(" ", text))
    return "".join(_fold_word(word) for word in words) or text.strip()


@lru_cache(maxsize=16384)
def keys_of(title: str) -> frozenset[str]:
    """Give the forms under which a heading may be found: with and without what it puts aside."""
    short = _TRAILING_PAREN.sub("", title)
    return frozenset(key for key in (fold(title), fold(short) if short else "") if key)


def without_marker(title: str) -> tuple[str, str]:
    """Part a title from its marker, ``(optional)`` or the like."""
    match = MARKER.search(title)
    if not match:
        return title.strip(), ""
    return (title[: match.start()] + title[match.end() :]).strip(), match[0].strip()


def visible(text: str) -> str:
    """Leave what a reader sees: no comments, no link definitions, no lines across."""
    if "<!--" in text:
        text = COMMENT.sub("", text)
    if "]:" in text:
        text = _DEFINITION.sub("", text)
    if "---" in text or "***" in text or "___" in text:
        text = _RULE_LINE.sub("", text)
    return text.strip()


def fold_text(text: str) -> str:
    """Give the form of a text in which a re-wrapped or re-bulleted copy is equal."""
    text = _LIST_MARK.sub("", visible(text))
    return " ".join(text.replace("*", "").replace("_", "").replace("`", "").split()).casefold()


def likeness(one: str, other: str) -> float:
    """Say how alike two titles are, for a "did you mean" and never for more."""
    return SequenceMatcher(None, fold(one), fold(other), autojunk=False).ratio()


def _fold_word(word: str) -> str:
    if len(word) > 3:  # noqa: PLR2004 - "as", "is", "us" are whole words
        if word.endswith("ies"):
            word = word[:-3] + "y"
        elif word.endswith(("ches", "shes", "xes", "sses")):
            word = word[:-2]
        elif word.endswith("s") and not word.endswith(("ss", "us", "is")):
            word = word[:-1]
        word = _OUR.sub(r"\1or", word)
        for british, american in _SPELLINGS:
            word = word.replace(british, american)
    return word
