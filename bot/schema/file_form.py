"""The form that a template gives to the names of files: what in it is open, and what fits it."""

import re
from functools import lru_cache

from bot.schema.form import Part, part, reached

_PART = re.compile(
    r"(\*|<[^<>]*>|\{[^{}]*\}|\[[^\[\]]*\]|[A-Z][A-Z0-9]*-(?:X{2,}|Y{2,}|Z{2,}|N{2,}|#{2,}|0{3,})|"
    r"N{2,}|X{3,}|0{3,}|#{2,}|YYYY|MM|DD|(?<![a-z])[a-z]+(?:[-_][a-z]+)*(?![a-z]))"
)
_STAND_IN = re.compile(
    r"(?:^|[-_])(?:title|slug|name|feature|topic|subject|description|my|your|something|short)(?:$|[-_])"
)
_MARKED = re.compile(r"[<{\[]|N{2}|X{2}|Y{2}|#{2}|0{3}")


def is_pattern(path: str) -> bool:
    """Tell whether a path stands for many, and not for a template or a guide itself."""
    name = path.rsplit("/", 1)[-1]
    pieces = [piece for piece in _PART.split(name.rpartition(".")[0]) if piece]
    is_open = any(_name_part(piece) != part(re.escape(piece)) for piece in pieces)
    return "template" not in name.casefold() and is_open


def is_marked(path: str) -> bool:
    """Tell whether more than a word, ``short-title``, or a star shows that a name stands for many.

    In running prose both are common.
    """
    return _MARKED.search(path.rsplit("/", 1)[-1]) is not None


def is_named_so(name: str, pattern: str) -> bool:
    """Tell whether a file's name is of the form that the last part of a path pattern gives."""
    return len(name) in reached(_name_parts(pattern.rsplit("/", 1)[-1]), name)


@lru_cache(maxsize=64)
def _name_parts(pattern: str) -> tuple[Part, ...]:
    stem, dot, ending = pattern.rpartition(".")
    parts = [_name_part(piece) for piece in _PART.split(stem) if piece]
    return (*parts, part(re.escape(dot + ending)))


def _name_part(piece: str) -> Part:
    if re.fullmatch(r"[A-Z][A-Z0-9]*-[XYZN#0]+", piece):
        prefix, digits = piece.rsplit("-", 1)
        return part(rf"{prefix}-\d{{{len(digits)}}}", r"\d" if digits[0] == "X" else None)
    if re.fullmatch(r"N{2,}|X{3,}|0{3,}|#{2,}|YYYY|MM|DD", piece):
        return part(rf"\d{{{len(piece)}}}")
    if piece == "*":
        return part("", ".")
    if piece[0] in "<{[" or _STAND_IN.search(piece):
        return part(r"[\w.-]", r"[\w.-]")
    return part(re.escape(piece))
