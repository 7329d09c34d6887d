"""Where a command was called."""

from pathlib import Path

from bot.errors import StewardError


def here() -> Path:
    """Give the current folder, which may have been removed since."""
    try:
        return Path.cwd()
    except FileNotFoundError:
        what = "the current folder is gone"
        raise StewardError(what, mend="go to one that is there") from None
