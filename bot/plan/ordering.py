"""The fewest moves that bring some entries of a list into an order, others staying among them."""

from collections.abc import Iterator, Sequence

from bot.schema.rising import longest_rise


def moves(standing: Sequence[str], wanted: Sequence[str]) -> Iterator[tuple[str, str | None]]:
    """Give moves: an entry, and the one that it goes right behind, or None for the very top.

    All of ``wanted`` stand. What stands besides is not moved, and keeps its neighbours' order.
    """
    place = {entry: at for at, entry in enumerate(wanted)}
    known = [entry for entry in standing if entry in place]
    stays = {known[at] for at in longest_rise([place[entry] for entry in known])}
    before: str | None = None
    for entry in wanted:
        if entry not in stays:
            yield entry, before
        before = entry
