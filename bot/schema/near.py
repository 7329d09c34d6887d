"""Which of some words is meant by one that is none of them, at a price that no text can raise."""

from collections.abc import Iterable
from difflib import get_close_matches
from functools import lru_cache
from itertools import islice

_LONGEST = 100  # letters; what is longer is no slip in a word
_MOST = 200  # words that one is compared with


def nearest(word: str, right: Iterable[str]) -> str | None:
    """Find the word that is most alike, if one is much alike."""
    if len(word) > _LONGEST:
        return None
    return _nearest(word, tuple(islice((w for w in right if len(w) <= _LONGEST), _MOST)))


@lru_cache(maxsize=1_024)
def _nearest(word: str, right: tuple[str, ...]) -> str | None:
    return next(iter(get_close_matches(word, right, n=1)), None)
