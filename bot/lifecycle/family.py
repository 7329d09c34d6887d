"""The labels of one family, ``spec: ``, of which a pull request has one: how they are read."""

from collections.abc import Iterable

from bot.schema.words import spaced

FAMILY = "spec: "


def word_of(label: str) -> str:
    """Give the status that a label says, in lower case; empty where it is none of the family."""
    name = label.casefold()
    return name.removeprefix(FAMILY).strip() if name.startswith(FAMILY) else ""


def in_family(labels: Iterable[str]) -> tuple[str, ...]:
    """Give those that say a status."""
    return tuple(label for label in labels if word_of(label))


def same_word(one: str, other: str) -> bool:
    """Compare statuses as people write them: ``in-review`` is ``In review``."""
    return spaced(one.casefold()) == spaced(other.casefold())
