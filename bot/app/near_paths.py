"""Which of the files that there are somebody may have meant."""

from collections.abc import Iterable, Sequence
from difflib import get_close_matches
from itertools import islice
from pathlib import PurePosixPath

from bot.registry.globs import matches
from bot.render.defuse import visible
from bot.schema.near import nearest

_MOST = 1000  # files that are looked through
_SUFFIXES = (".md", ".markdown", ".mdx")


def is_path(asked: str) -> bool:
    """Tell whether somebody who wrote this meant a file, and not a name."""
    return "/" in asked or asked.casefold().endswith(_SUFFIXES)


def near_path(asked: str, paths: Iterable[str]) -> str:
    """Find the file that was meant: one of that name elsewhere, or a slip; empty where none is."""
    known = list(islice(paths, _MOST))
    name = PurePosixPath(asked).name.casefold()
    alike = [path for path in known if PurePosixPath(path).name.casefold() == name]
    near = get_close_matches(asked, alike, n=1, cutoff=0) or get_close_matches(asked, known, n=1)
    return visible(near[0]) if near else ""


def near_pattern(asked: str, paths: Iterable[str]) -> str:
    """Find the pattern that was meant: one like it that files are there for."""
    last = PurePosixPath(asked).name
    known = ((path, str(PurePosixPath(path).parent / last)) for path in islice(paths, _MOST))
    right = dict.fromkeys(
        pattern
        for path, pattern in known
        if pattern.count("/") == asked.count("/") and matches(path, (pattern,))
    )
    return visible(nearest(asked, right) or "")


def some_of(paths: Sequence[str], most: int = 3) -> str:
    """List the first of some files, and how many more there are."""
    more = len(paths) - most
    listed = ", ".join(visible(path) for path in paths[:most])
    return f"{listed} and {more:,} more" if more > 0 else listed
