"""Two runs that take turns at the wire, request by request, in an order that a test says."""

import threading
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager

from bot.forge.answer import Answer
from bot.forge.line import Line

_LONGEST = 20.0


class Turns:
    """Whose turn it is; one that has ended lets the other go on.

    A turn lasts for one request, from its first byte to the last one of its answer.
    """

    def __init__(self, order: Iterable[int]) -> None:
        self._order = list(order)
        self._ended: set[int] = set()
        self._free = threading.Condition()

    @contextmanager
    def turn(self, who: int) -> Iterator[None]:
        """Wait until it is the turn of ``who``, and take it."""
        with self._free:
            if not self._free.wait_for(lambda: self._next() == who, _LONGEST):
                raise TimeoutError
            yield  # nobody else is let in meanwhile
            if self._order:
                self._order.pop(0)
            self._free.notify_all()

    def end(self, who: int) -> None:
        with self._free:
            self._ended.add(who)
            self._free.notify_all()

    def _next(self) -> int | None:
        while self._order and self._order[0] in self._ended:
            self._order.pop(0)
        if self._order:
            return self._order[0]
        return next((each for each in (0, 1) if each not in self._ended), None)


class TurnLine(Line):
    """A wire that waits for its turn before each request."""

    turns: Turns
    who: int

    def _send(
        self,
        method: str,
        url: str,
        way: str,
        parameters: dict[str, object] | None = None,
        body: Mapping[str, object] | None = None,
    ) -> tuple[Mapping[str, str], Answer]:
        with self.turns.turn(self.who):
            return super()._send(method, url, way, parameters, body)


def together(turns: Turns, *runs: Callable[[], object]) -> None:
    """Run both to their ends; what goes wrong in one goes wrong here."""
    failures: list[BaseException] = []

    def run(who: int, deed: Callable[[], object]) -> None:
        try:
            deed()
        except BaseException as error:  # noqa: BLE001 - it is raised again below
            failures.append(error)
        finally:
            turns.end(who)

    threads = [threading.Thread(target=run, args=each) for each in enumerate(runs)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if failures:
        raise failures[0]
