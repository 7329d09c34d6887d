"""One file of a work tree, as far as a listing knows it."""

import stat
from dataclasses import dataclass
from enum import StrEnum


class FileKind(StrEnum):
    """What a path is; only a regular file has text of its own."""

    REGULAR = "regular"
    SYMLINK = "symlink"
    SUBMODULE = "submodule"


@dataclass(frozen=True, slots=True)
class FileEntry:
    """A file by its path from the top, with ``/`` between the parts.

    ``blob`` is the object id of its content where that is proven without reading the file, and
    None everywhere else: never a guess.
    """

    path: str
    blob: str | None = None
    kind: FileKind = FileKind.REGULAR


def kind_of_mode(mode: int) -> FileKind | None:
    """Tell a kind from a file mode as ``lstat`` gives it and as git writes it (in octal)."""
    if stat.S_ISREG(mode):
        return FileKind.REGULAR
    if stat.S_ISLNK(mode):
        return FileKind.SYMLINK
    return FileKind.SUBMODULE if stat.S_IFMT(mode) == _GITLINK else None


_GITLINK = 0o160000
