"""Where the page of the pull request is written."""

from pathlib import Path

from bot.app.own_folder import own_folder
from bot.errors import StewardError

_NAME = "rehearsal.html"


def write_page(text: str, cwd: Path, asked: str | None) -> Path:
    """Write the page where it was asked for, else into the folder of ours, and give where it is."""
    try:
        file = cwd / asked if asked else own_folder(cwd) / _NAME
        file.write_text(text, encoding="utf-8", errors="backslashreplace", newline="")
    except OSError as error:
        what = f"the page cannot be written: {error.strerror}"
        where = asked or str(cwd)
        raise StewardError(what, where=where, mend="name another place: --html FILE") from error
    return file.resolve()
