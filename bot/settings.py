"""What the environment says; the only reader of it."""

import os
import shutil
from typing import TextIO


def wants_colour(stream: TextIO, *, refused: bool) -> bool:
    """Tell whether to paint: at a terminal, unless a flag or the environment refuses."""
    if refused or os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb":
        return False
    return bool(os.environ.get("FORCE_COLOR")) or stream.isatty()


def width_of(stream: TextIO) -> int:
    """Give the width to wrap at; 0, for never, where nobody looks at a screen."""
    return shutil.get_terminal_size().columns if stream.isatty() else 0
