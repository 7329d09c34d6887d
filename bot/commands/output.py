"""Where a command's output goes; what cannot be written is told, and never lost in silence."""

import os
import sys
from argparse import Namespace
from pathlib import Path

from bot.errors import StewardError


def give(text: str, asked: Namespace) -> None:
    """Write to the file that was asked for, or print."""
    if asked.output is None:
        say(text)
        return
    try:
        Path(asked.output).write_text(text, encoding="utf-8", errors="backslashreplace", newline="")
    except OSError as error:
        raise _unwritten(error, asked.output) from error


def say(text: str) -> None:
    """Print, whatever was asked for."""
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        drop_output()
        what = f"the output cannot be written: {error.strerror}"
        raise StewardError(what, mend="free some space, or send it elsewhere") from error


def refuse_lost_output(asked: Namespace) -> None:
    """Find out that a report cannot be kept before there is something to report."""
    if asked.output is not None:
        try:
            with Path(asked.output).open("ab"):
                pass
        except OSError as error:
            raise _unwritten(error, asked.output) from error


def drop_output() -> None:
    """Let what is left in the buffer go nowhere, or Python complains of it once more at the end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _unwritten(error: OSError, where: str) -> StewardError:
    return StewardError(f"cannot be written: {error.strerror}", where=where, mend="check --output")
