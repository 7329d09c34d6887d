"""What only somebody who sits at a terminal is shown: colours, lines that fit, progress."""

import sys
from argparse import Namespace
from collections.abc import Callable

_MANY = 100  # specs, from which on it takes long enough to wonder


def has_colour(asked: Namespace) -> bool:
    """Tell whether what goes to the screen is coloured; what goes to a file never is."""
    from bot.settings import wants_colour

    return asked.output is None and wants_colour(sys.stdout, refused=asked.no_color)


def width(asked: Namespace) -> int:
    """Give how wide the screen is; 0 where lines are not to be wrapped."""
    from bot.settings import width_of

    return width_of(sys.stdout) if asked.output is None else 0


def progress(asked: Namespace) -> Callable[[int, int], None]:
    """Show how far it is."""
    shown = sys.stderr.isatty() and not asked.quiet

    def show(done: int, total: int) -> None:
        if shown and total > _MANY:
            end = "\r\x1b[K" if done == total else ""
            print(f"\rjudging {done}/{total}{end}", end="", file=sys.stderr, flush=True)

    return show
