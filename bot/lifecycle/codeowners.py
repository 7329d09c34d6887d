"""Who owns a path, as GitHub reads CODEOWNERS.

The last line that fits wins, also one without owners: it gives the path back to everybody.
Patterns are those of gitignore with exceptions: no ``!``, no ``[a-z]``, no ``#`` at the beginning
even behind a backslash, and ``docs/*`` does not reach into folders below. A line that GitHub cannot
read is none: of those above it the last one that fits still holds.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from bot.registry.globs import Glob, glob

PLACES = (".github/CODEOWNERS", "CODEOWNERS", "docs/CODEOWNERS")
"""where the file may lie; GitHub takes the first that is there, even if it fits nothing"""

LARGEST = 3 * 1024 * 1024
"""bytes that it may have: a larger one is not read at all"""

_PATTERN = re.compile(r"(?:\\.|[^\s\\])++")
_ESCAPED = re.compile(r"\\(.)")
_STARS = re.compile(r"\*{2,}")
_OWNER = re.compile(r"@[\w.-]+(?:/[\w.-]+)?|[^\s@]+@[^\s@]+", re.A)
# What a glob takes for open has another letter where it stands for itself, in the path too.
_ITSELF = {ord("*"): "\ue02a", ord("?"): "\ue03f"}
_ANY, _STAR = "**", "*"


@dataclass(frozen=True, slots=True)
class _Line:
    globs: tuple[Glob, ...]
    owners: tuple[str, ...]


def owners_of(text: str, path: str) -> tuple[str, ...]:
    """Give the owners of a path: logins and teams with their ``@``, and e-mail addresses."""
    path = path.translate(_ITSELF)
    for line in reversed(_lines(text)):
        if any(each.fits(path) for each in line.globs):
            return line.owners
    return ()


@lru_cache(maxsize=2)
def _lines(text: str) -> tuple[_Line, ...]:
    if len(text.encode("utf-8", "surrogatepass")) >= LARGEST:
        return ()
    lines = map(_line, text.split("\n"))
    return tuple(line for line in lines if line)


def _line(line: str) -> _Line | None:
    found = _PATTERN.match(line.strip())
    if not found or found[0].startswith(("#", "\\#", "!")) or "***" in found[0]:
        return None
    if "[" in found[0] or "]" in found[0] or not found[0].strip("/"):
        return None
    owners = tuple(dict.fromkeys(_owners(line.strip()[found.end() :])))
    if not all(map(_OWNER.fullmatch, owners)):
        return None
    return _Line(tuple(map(glob, _globs(found[0]))), owners)


def _owners(rest: str) -> Iterator[str]:
    for word in rest.split():
        if word.startswith("#"):
            return
        yield word


def _globs(pattern: str) -> Iterator[str]:
    """Say the same in globs from the root: for the path itself, and for what lies below it."""
    pattern = _ESCAPED.sub(lambda match: match[1].translate(_ITSELF), pattern)
    folders = pattern.split("/")
    if not folders[0]:
        folders = folders[1:]
    elif len([each for each in folders if each]) == 1:
        folders = [_ANY, *folders]
    if not folders[-1]:
        folders[-1] = _ANY
    folders = [each if each == _ANY else _STARS.sub(_STAR, each) for each in folders]
    whole = "/".join(folders)
    if whole.startswith("./"):  # to a glob that is the root, to gitignore a folder of this name
        return
    yield whole
    if folders[-1] not in (_ANY, _STAR):
        yield f"{whole}/{_ANY}"
