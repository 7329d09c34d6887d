"""Reading one file of a work tree, whatever may stand at its path."""

import os
import stat
from functools import lru_cache
from pathlib import Path

from bot.errors import StewardError

_FLAGS = (  # nothing here waits, becomes a terminal, or follows a link that came up meanwhile
    os.O_RDONLY
    | getattr(os, "O_BINARY", 0)
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_NOCTTY", 0)
    | getattr(os, "O_NOFOLLOW", 0)
    | getattr(os, "O_NONBLOCK", 0)
)
_REASONS: dict[type[OSError], tuple[str, str]] = {
    FileNotFoundError: ("there is no such file", "check the path; it may just have been moved"),
    NotADirectoryError: ("there is no such file", "check the path; it may just have been moved"),
    PermissionError: ("this file may not be read", "give yourself permission: chmod u+r"),
}


def read_file(
    path: str | os.PathLike[str], cap: int, top: str | os.PathLike[str] | None = None
) -> bytes:
    """Read a file, at most one byte more than the cap: so the caller sees that it is too large.

    With ``top``, a path that leads out of that folder through links is refused.
    """
    name = os.fspath(path)
    try:
        status = os.lstat(name)
        real = os.path.realpath(name) if stat.S_ISLNK(status.st_mode) else name
        if real is not name:
            status = Path(real).stat()
        if not stat.S_ISREG(status.st_mode):
            raise _unreadable(name, status.st_mode)
        if top is not None and not _leads_inside(os.path.split(real)[0], os.fspath(top)):
            what = "this link leads out of the repository"
            raise StewardError(what, where=name, mend="put the file itself into its place")
        return _read(real, cap)
    except OSError as error:
        what, mend = _REASONS.get(type(error), (error.strerror or str(error), "check the path"))
        raise StewardError(what, where=name, mend=mend) from error


def is_there(path: str | os.PathLike[str]) -> bool:
    """Tell whether anything is at a path; no file system takes some, and then nothing is."""
    return os.path.exists(path)


def is_file(path: str | os.PathLike[str]) -> bool:
    """Tell whether there is a file at a path, which may be one that no file system takes."""
    return os.path.isfile(path)


def _read(path: str, cap: int) -> bytes:
    file = os.open(path, _FLAGS)
    try:
        status = os.fstat(file)
        if not stat.S_ISREG(status.st_mode):
            raise _unreadable(path, status.st_mode)
        data = os.read(file, min(status.st_size, cap) + 1)
        while status.st_size < len(data) <= cap:  # it has grown since, or says nothing of its size
            more = os.read(file, cap + 1 - len(data))
            if not more:
                break
            data += more
        return data
    finally:
        os.close(file)


def _unreadable(path: str, mode: int) -> StewardError:
    if stat.S_ISDIR(mode):
        return StewardError("this is a folder", where=path, mend="name a file")
    what = "this is not a regular file"
    return StewardError(what, where=path, mend="name a file that holds text")


@lru_cache(maxsize=4096)
def _leads_inside(folder: str, top: str) -> bool:
    root = os.path.realpath(top).rstrip(os.sep) + os.sep
    return (os.path.realpath(folder) + os.sep).startswith(root)
