"""The tokens of a template as patterns, which find where they still stand in a text."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import takewhile

from bot.schema.placeholders import ID_TOKEN

_Rest = tuple[str, str]  # of a token: what is left of it, and what may not follow it
_FORKS = 12  # deeper, they are tried one by one: expressions cannot nest without end


@lru_cache(maxsize=256)
def tokens_pattern(tokens: tuple[str, ...]) -> re.Pattern[str] | None:
    """Compile tokens into one pattern that finds them also where a line break took a space."""
    return re.compile("|".join(_written(tokens))) if tokens else None


@lru_cache(maxsize=256)
def patterns_of(tokens: tuple[str, ...]) -> tuple[re.Pattern[str], ...]:
    """Compile tokens by their first characters: a search for a single one is the fastest."""
    return tuple(map(re.compile, _written(tokens)))


def _written(tokens: tuple[str, ...]) -> list[str]:
    """Write a pattern for each first character of tokens.

    They fork once more wherever they part, so that few are tried where the first one stands.
    """
    heads: dict[str, list[_Rest]] = {}
    for token in sorted(tokens, key=lambda token: (-len(token), token)):
        words = " ".join(token.split())
        heads.setdefault(words[0], []).append((words[1:], _end(words)))
    return [_start(_escaped(first)) + _fork(rests) for first, rests in heads.items()]


def matches(text: str, patterns: Sequence[re.Pattern[str]]) -> Iterator[re.Match[str]]:
    """Find tokens from left to right; what stands within another is none of its own."""
    end = 0
    found = (match for pattern in patterns for match in pattern.finditer(text))
    for match in sorted(found, key=lambda match: match.start()):
        if match.start() >= end:
            yield match
            end = match.end()


def _escaped(words: str) -> str:
    return r"\s+".join(re.escape(word) for word in words.split(" "))


def _start(first: str) -> str:
    return rf"{first}(?<![\w-]{first})" if first.isalnum() else first


def _fork(rests: Sequence[_Rest], depth: int = 0) -> str:
    """Try the rests of tokens, the longest first; what they have in common is tried once."""
    shared = _shared([rest for rest, _ in rests])
    forks: dict[str, list[_Rest]] = {}
    for whole, end in rests:
        rest = whole[len(shared) :]
        forks.setdefault(rest[:1] if depth < _FORKS else rest, []).append((rest, end))
    branches = [
        _fork(fork, depth + 1) if len(fork) > 1 and rest else _escaped(fork[0][0]) + fork[0][1]
        for rest, fork in forks.items()
    ]
    return f"{_escaped(shared)}(?:{'|'.join(branches)})"


def _end(words: str) -> str:
    if words[0] == "[":
        return r"(?![(\[])"
    if ID_TOKEN.fullmatch(words):
        return r"(?![\w#])"  # also within a file's name: `ID-XXX-tests.md`
    return r"(?![\w-])" if words[0].isalnum() else ""


def _shared(rests: Sequence[str]) -> str:
    """Give what all begin with: where the first and the last in order do, all others do too."""
    pairs = zip(min(rests), max(rests), strict=False)
    return "".join(one for one, _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
