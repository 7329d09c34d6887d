"""Asking ahead: the first answer is under way while the rest of the program loads."""

from collections.abc import Callable
from threading import Thread
from typing import Generic, TypeVar

T = TypeVar("T")


class Ahead(Generic[T]):
    """A question that is asked at once; whoever wants the answer waits for what is left of it."""

    def __init__(self, ask: Callable[[], T]) -> None:
        """Ask, in a thread that holds nobody up who does not want to know."""
        self._ask = ask
        self._found: list[T] = []
        self._error: BaseException | None = None
        self._thread = Thread(target=self._run, daemon=True)
        self._thread.start()

    def _run(self) -> None:
        try:
            self._found.append(self._ask())
        except BaseException as error:  # noqa: BLE001 - it is raised where it is waited for
            self._error = error

    def __call__(self) -> T:
        """Wait for the answer, or for what became of it."""
        self._thread.join()
        if self._error is not None:
            raise self._error
        return self._found[0]
