"""Path patterns as the configuration writes them: ``*`` stays within a folder, ``**`` does not.

A pattern is untrusted, since that of a fork's own head is judged too. So it is no regular
expression, which would try what its stars may stand for one after the other: all places of a path
that a piece of it may end at are the bits of one number, and a piece moves all of them at once.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from bot.model.policy import MOST_GLOBS

_PIECES = re.compile(r"\*\*/|\*\*|\*|\?|[^*?]+")
_FOLDERS, _ANY, _STAR, _ONE = "**/", "**", "*", "?"
_WILD, _SIMPLE = (_FOLDERS, _ANY, _STAR, _ONE), (_ANY, _STAR)


@dataclass(frozen=True, slots=True)
class Glob:
    """A pattern in pieces: the text it begins with, what is open, the text it ends in."""

    head: str
    pieces: tuple[str, ...]
    tail: str
    folder: str

    def fits(self, path: str) -> bool:
        """Tell whether the pattern stands for a path, from end to end."""
        if not self.pieces:
            return path == self.head
        if not (path.startswith(self.head) and path.endswith(self.tail)):
            return False
        stop = len(path) - len(self.tail)
        if stop < len(self.head):
            return False
        between = path[len(self.head) : stop]
        if len(self.pieces) == 1 and self.pieces[0] in _SIMPLE:
            return self.pieces == (_ANY,) or "/" not in between
        return _reaches_end(self.pieces, between)

    def holds(self, path: str) -> bool:
        """Tell whether the pattern names a folder that a path lies in."""
        return not self.folder or path.startswith(self.folder)


@lru_cache(maxsize=2 * MOST_GLOBS)
def glob(pattern: str) -> Glob:
    """Take a pattern apart."""
    pattern = pattern.removeprefix("./")
    pieces = _PIECES.findall(pattern)
    head = pieces.pop(0) if pieces and pieces[0] not in _WILD else ""
    tail = pieces.pop() if pieces and pieces[-1] not in _WILD else ""
    folder = pattern.rstrip("/")
    return Glob(head, tuple(pieces), tail, "" if folder in ("", ".") else f"{folder}/")


def matches(path: str, patterns: tuple[str, ...]) -> bool:
    """Tell whether a path fits one of the patterns; one that names a folder means all in it."""
    globs = map(glob, patterns)
    return any(each.fits(path) or each.holds(path) for each in globs)


def _reaches_end(pieces: tuple[str, ...], text: str) -> bool:
    places: dict[str, int] = {}
    slashes, end = _places(text, "/"), 1 << len(text)
    within = (end - 1) & ~slashes
    passed = (end - 1) & ~(slashes & (slashes << 1))  # no folder is without a name
    at = 1
    for piece in pieces:
        if piece == _STAR:
            at |= _onward(at, within)
        elif piece == _ANY:
            at = ((end << 1) - 1) & -(at & -at)
        elif piece == _FOLDERS:
            at |= _onward(at & within, passed) & (slashes << 1)
        elif piece == _ONE:
            at = (at & within) << 1
        else:
            for character in piece:
                if character not in places:
                    places[character] = _places(text, character)
                at = (at & places[character]) << 1
        if not at:
            return False
    return bool(at & end)


def _places(text: str, character: str) -> int:
    """Give the places of a character."""
    places, at = 0, text.find(character)
    while at >= 0:
        places |= 1 << at
        at = text.find(character, at + 1)
    return places


def _onward(at: int, ground: int) -> int:
    """Go on from all places that lie on the ground, each up to the first that does not.

    Adding carries a one through the ones above it; where the sum differs, it has passed.
    """
    return (ground + (at & ground)) ^ ground
