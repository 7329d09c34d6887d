"""A work item as words: those that carry its meaning, in order, and which of them are names."""

import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import lru_cache

from bot.markdown.inline import CODE_SPAN, plain
from bot.work.notes import notes_in
from bot.work.stems import stem
from bot.work.vocabulary import DIRECTIONS, FILLERS

_WORD = re.compile(
    r"[\u3040-\u30ff\u3400-\u9fff]"  # a language without spaces: each character
    r"|(?:(?![\u3040-\u30ff\u3400-\u9fff])\w)+[+#]{0,2}(?:['\u2019](?:t|s|re|ve|ll|d)\b)?",
    re.I,
)
_APART = re.compile(r"_|['\u2019]s?")
_SENTENCE = re.compile(r"(?:^|[.:;!?(\[\"\u201c\u2014\u2013-])[\s*_]*$")
_INNER_CAPITAL = re.compile(r"[a-z][A-Z]|[A-Z]{2}")
_MOST_LETTERS = 2_000  # of a text; the rest counts as one word
_MOST_WORDS = 80
_TITLE = 0.6  # of its words begin with a capital


@dataclass(frozen=True, slots=True)
class Words:
    """The words of an item: ``stems`` in order and, beside each, the word itself in lower case.

    ``names`` are the stems that name something: numbers, single letters, code, identifiers, what
    is written with a capital; ``counts`` those among them that are numbers or single letters.
    ``ways`` tells which stem follows a word such as "from" or "before". ``bare`` tells how many
    stems are left of it without a note behind it.
    """

    stems: tuple[str, ...]
    raw: tuple[str, ...]
    names: frozenset[str]
    counts: frozenset[str]
    ways: frozenset[tuple[str, str]]
    bare: frozenset[int]


@lru_cache(maxsize=4096)
def words_of(markdown: str) -> Words:
    """Read the words of an item out of its inline Markdown."""
    text = markdown[:_MOST_LETTERS]
    coded = {w for span in CODE_SPAN.finditer(text) for w in _WORD.findall(span[2])}
    bare = plain(text)
    found = list(_WORD.finditer(bare))
    is_title = _is_title([match[0] for match in found])
    stems, raw, names, ways = list[str](), list[str](), set[str](), set[tuple[str, str]]()
    way, places = "", list[int]()
    for match in found[:_MOST_WORDS]:
        word = _APART.sub("", match[0].casefold())
        begins = is_title or _SENTENCE.search(bare, max(0, match.start() - 4), match.start())
        if word in DIRECTIONS:
            way = word
        is_code = match[0] in coded
        says = is_code or (match[0].isupper() and len(match[0]) <= len("IT") and not begins)
        if not word or (word in FILLERS and not says):
            continue
        root = stem(word)
        if is_code or _is_name(match[0], begins=bool(begins)):
            names.add(root)
        if way and way != word:
            ways.add((way, root))
            way = ""
        stems.append(root)
        raw.append(word)
        places.append(match.start())
    if rest := " ".join([m[0] for m in found[_MOST_WORDS:]] + [markdown[_MOST_LETTERS:]]).strip():
        stems, raw, names = [*stems, rest], [*raw, rest], names | {rest}
    counts = frozenset(root for root in names if root.isdigit() or len(root) == 1)
    without = frozenset(bisect_left(places, at) for at in notes_in(bare))
    return Words(tuple(stems), tuple(raw), frozenset(names), counts, frozenset(ways), without)


def _is_name(word: str, *, begins: bool) -> bool:
    """Tell whether a word looks like a name, be it only by where its capitals stand."""
    if not word.isalpha():
        return True
    if len(word) == 1:
        return word.isascii()
    return bool(_INNER_CAPITAL.search(word)) or (word[0].isupper() and not begins)


def _is_title(words: list[str]) -> bool:
    """Tell whether an item is written Like This, or LIKE THIS: its capitals then say nothing."""
    long = [word for word in words if len(word) > len("and") and word.isalpha()]
    capital = sum(word[0].isupper() for word in long)
    return len(long) > 1 and capital >= _TITLE * len(long)
