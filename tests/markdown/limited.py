"""Reads every hostile text, each with a limit to the CPU seconds that the process may take.

The system ends a process that goes beyond. A pattern whose work grows with the square of a text
goes far beyond on the first one that it cannot bear, and all others stay far below, so the limit
measures nothing. The last name that was printed tells which text it was.
"""

import resource
from contextlib import suppress

from bot.markdown.decode import Unreadable
from bot.markdown.parse import parse
from tests.markdown.hostile import TEXTS

_SIZE = 70_000
_SECONDS = 2  # the slowest text takes a tenth of one, where a pattern gone square takes over three


def main() -> None:
    """Read them one by one."""
    for name, text in TEXTS.items():
        print(name, flush=True)  # noqa: T201 - read by the test
        allow(_SECONDS)
        with suppress(Unreadable):
            parse(text(_SIZE).encode()[:_SIZE])


def allow(seconds: int) -> None:
    """Let the process go on for so long, counted from what it has taken so far."""
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    taken = resource.getrusage(resource.RUSAGE_SELF)
    _, most = resource.getrlimit(resource.RLIMIT_CPU)
    limit = int(taken.ru_utime + taken.ru_stime) + 1 + seconds
    resource.setrlimit(resource.RLIMIT_CPU, (limit, most))


if __name__ == "__main__":
    main()
