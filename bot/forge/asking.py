"""Asking in the way that is open: in GraphQL, and where that is refused in REST, from then on."""

from collections.abc import Callable
from typing import TypeVar

from bot.errors import ForgeError
from bot.forge.can import Can
from bot.forge.deeds.base import Hand
from bot.forge.line import Line
from bot.forge.reading import people

T = TypeVar("T")
GRAPHQL = "graphql"


class Asking:
    """What all questions share: the line, who asks, and what was refused."""

    def __init__(self, line: Line, me: str) -> None:
        """Open it; nothing is asked yet. ``me`` is who the token acts as, where that is known."""
        self.can = Can(unseen=line.unseen)
        self._line = line
        self._hand = Hand(line, me=me)

    def _either(self, at_once: Callable[[], T], plainly: Callable[[], T]) -> T:
        """Ask in GraphQL, and where that is refused in REST, from then on."""
        if self.can(GRAPHQL):
            try:
                return at_once()
            except ForgeError as error:
                if error.way != GRAPHQL:
                    raise
                self.can.close(GRAPHQL, str(error))
        return plainly()

    def me(self) -> str:
        """Say who the token acts as; what it has made tells it best."""
        hand = self._hand
        hand.me = hand.me or self._either(
            lambda: people.viewer(self._line), lambda: people.myself(self._line)
        )
        return hand.me
