"""The labels of one family, ``spec: ``, of which a pull request has one: how they are read."""

from collections.abc import Iterable, Mapping
from functools import lru_cache

from bot.model.own_labels import FAMILY
from bot.model.stage import Stage
from bot.schema.words import spaced


def word_of(label: str) -> str:
    """Give the status that a label says, in lower case; empty where it is none of the family."""
    name = label.casefold()
    return name.removeprefix(FAMILY).strip() if name.startswith(FAMILY) else ""


def in_family(labels: Iterable[str]) -> tuple[str, ...]:
    """Give those that say a status."""
    return tuple(label for label in labels if word_of(label))


def same_word(one: str, other: str) -> bool:
    """Compare statuses as people write them: ``in-review`` is ``In review``."""
    return plainly(one) == plainly(other)


@lru_cache(maxsize=1_024)
def plainly(word: str) -> str:
    """Write a status in the one way that all its spellings share."""
    return spaced(word.casefold())


def spelt(word: str, vocabulary: Mapping[str, Stage | None]) -> tuple[str, Stage] | None:
    """Give a status as a vocabulary writes it, with its stage; None for one that means nothing."""
    wanted = plainly(word)
    for known, stage in vocabulary.items():
        if stage and plainly(known) == wanted:
            return known, stage
    return None
