"""Markdown files of a folder that is in no git repository."""

import os
from collections.abc import Iterator

from bot.errors import StewardError
from bot.model.entry import FileEntry, FileKind

_SUFFIXES = (".md", ".markdown", ".mdx")
_SKIPPED = frozenset({"node_modules", "vendor", ".venv", "__pycache__"})


def is_markdown(path: str) -> bool:
    """Tell whether a path is one of a Markdown file, by its suffix."""
    return path.lower().endswith(_SUFFIXES)


def markdown_files(folder: str | os.PathLike[str]) -> tuple[FileEntry, ...]:
    """List the Markdown files below a folder by their paths from it, in the order of the paths.

    Links to folders are not followed; hidden folders (but for ``.github``), installed packages
    and folders that may not be read are passed over.
    """
    top = os.fspath(folder)
    try:
        with os.scandir(top):
            pass
    except OSError as error:
        what = f"cannot look through this folder: {error.strerror}"
        raise StewardError(what, where=top, mend="check the path and who may read it") from error
    return tuple(sorted(_below(top), key=lambda entry: entry.path))


def _below(top: str) -> Iterator[FileEntry]:
    waiting = [""]
    while waiting:
        prefix = waiting.pop()
        for item in _items(f"{top}/{prefix}"):
            path = prefix + item.name
            if item.is_dir(follow_symlinks=False):
                if not _is_skipped(item.name):
                    waiting.append(f"{path}/")
            elif is_markdown(path):
                if item.is_symlink():
                    yield FileEntry(path, None, FileKind.SYMLINK)
                elif item.is_file():
                    yield FileEntry(path)


def _items(folder: str) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(folder) as found:
            return list(found)
    except OSError:
        return []


def _is_skipped(name: str) -> bool:
    return name in _SKIPPED or (name.startswith(".") and name != ".github")
