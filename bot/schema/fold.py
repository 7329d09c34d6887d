"""Folding: what makes two headings, or two texts, the same to a reader.

Case, markup, emoji, numbering, optional markers, ``&`` and ``/`` for "and", plural, hyphens,
colons and British spelling are folded away; nothing that changes the meaning is. Similar is not
same: ``Non-Goals`` is no ``Goals``, ``Story 2`` no ``Story 1``.
"""

import re
from difflib import SequenceMatcher
from functools import lru_cache

from bot.markdown.definitions import DEFINITION
from bot.markdown.inline import COMMENT, plain, untagged
from bot.schema.markers import AFFIX, MARKER

_ATTRIBUTES = re.compile(r" ?\{[#.:][^{}]*\}$")
_SHORTCODE = re.compile(r"(?<![^\W_]):[a-z][a-z0-9_+-]{1,40}: ?")
_UNSPOKEN = re.compile(r"[\W_]+")
# Not within a number that has been tried from its beginning: 1.1.1… would be tried from each 1.
_LEADING = re.compile(
    r"(?:(?<!\d)(?<!\d\.)\d+(?:\.\d+)*[.):]?|[a-z][.)]|[ivx]{1,5}[.)]) (?=\S)", re.I
)
_WORD = re.compile(r"[^\W_]+")
_AND = re.compile(r"&amp;|[&/+]|\band\b")
_TRAILING_PAREN = re.compile(r" ?\([^()]*\)$")
_LIST_MARK = re.compile(r"^[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)*(?:\[[ xX]\][ \t]+)?", re.M)
_RULE_LINE = re.compile(r"^[ \t]{0,3}(?:-{3,}|\*{3,}|_{3,})[ \t]*$", re.M)
_ENDING = re.compile(r"(?:che|she|xe|sse)$|(?<![sui])s$")  # "cache" meets "caches"
_OUR = re.compile(r"(behavi|col|fav|flav|hon|lab|neighb|rum)our")
_SPELLINGS = (
    ("isation", "ization"),
    ("ising", "izing"),
    ("ise", "ize"),
    ("yse", "yze"),
    ("ysing", "yzing"),
    ("centre", "center"),
    ("licence", "license"),
    ("defence", "defense"),
    ("catalogue", "catalog"),
    ("judgement", "judgment"),
    ("modelling", "modeling"),
    ("labelled", "labeled"),
)
_UNLIKE = 0.5
_TELLING = 200  # letters of a heading that are compared
_SHORT = 3  # letters; "as", "is", "bus" are whole words


def from_first_word(text: str) -> str:
    """Cut off what stands before the first letter or digit: emoji, bullets, quotes."""
    match = _UNSPOKEN.match(text)
    return text[match.end() :] if match else text


def bare_title(title: str) -> str:
    """Take off a heading what is read by nobody: markup, anchors, attributes, emoji codes."""
    text = plain(title)
    if "</" in text:
        text = untagged(text)
    text = " ".join(text.split())
    if text.endswith("}"):
        text = _ATTRIBUTES.sub("", text)
    return _SHORTCODE.sub("", text) if text.count(":") > 1 else text


@lru_cache(maxsize=16384)
def fold(title: str) -> str:
    """Give the form of a heading in which equal ones are equal."""
    text = bare_title(title).casefold()
    core = AFFIX.sub("", MARKER.sub("", text).strip(" :#*_-—–\ufe0f"))
    core = _LEADING.sub("", from_first_word(core), count=1)
    words = _WORD.findall(_AND.sub(" ", core))
    return "".join(_fold_word(word) for word in words) or text or plain(title).casefold()


@lru_cache(maxsize=16384)
def keys_of(title: str) -> frozenset[str]:
    """Give the forms under which a heading may be found: with and without what it puts aside."""
    full = fold(title)
    short = _TRAILING_PAREN.sub("", bare_title(title))
    return frozenset(key for key in (full, fold(short) if short else "") if key)


def visible(text: str) -> str:
    """Leave what a reader sees: no comments, no link definitions, no lines across."""
    if "<!--" in text:
        text = COMMENT.sub("", text)
    if "]:" in text:
        text = DEFINITION.sub("", text)
    text = text.strip()
    while text.endswith("\n---"):  # what parts most sections from the next
        text = text[:-3].rstrip()
    if "---" in text or "***" in text or "___" in text:
        text = _RULE_LINE.sub("", text)
    return text.strip()


def fold_text(text: str) -> str:
    """Give the form of a text in which a re-wrapped or re-bulleted copy is equal."""
    return " ".join(unmarked(_LIST_MARK.sub("", visible(text))).split())


def unmarked(text: str) -> str:
    """Take emphasis and code ticks out of a text, and its capitals."""
    return text.replace("*", "").replace("_", "").replace("`", "").casefold()


@lru_cache(maxsize=16384)
def likeness(one: str, other: str) -> float:
    """Say how alike two titles are, for a "did you mean" and never for more.

    Of those that are alike by less than a half, it says at most how much.
    """
    matcher = SequenceMatcher(None, fold(one)[:_TELLING], fold(other)[:_TELLING], autojunk=False)
    for bound in (matcher.real_quick_ratio(), matcher.quick_ratio()):
        if bound < _UNLIKE:
            return bound
    return matcher.ratio()


def _fold_word(word: str) -> str:
    if len(word) <= _SHORT:
        return word
    if word.endswith("ies"):
        word = word[:-3] + "y"
    elif word.endswith("ie"):
        word = word[:-2] + "y"
    elif word.endswith(("ches", "shes", "xes", "sses")):
        word = word[:-2]
    elif _ENDING.search(word):
        word = word[:-1]
    word = _OUR.sub(r"\1or", word)
    for british, american in _SPELLINGS:
        word = word.replace(british, american)
    return word
