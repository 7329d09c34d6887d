"""How a template names its documents: ids and file names."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from bot.model.schema import FieldSchema
from bot.schema.form import Part, part, reached
from bot.schema.placeholders import ID_TOKEN

_TOLD = re.compile(r"\b(?:copy|save|place|put|create|name|rename)\b", re.I)
_FILE = re.compile(r"`([^`\n]{1,200}\.(?:md|markdown|mdx))`")
_AIMS = (
    re.compile(r"\b(?:to|as|into|under)\b[\W_]{0,5}$", re.I),
    re.compile(r"\b(?:in|at|it|is)\b[\W_]{0,5}$", re.I),
)
_PREFIX_RULE = re.compile(r"\b(\d)[- ]digit (?:prefix|number|id)", re.I)
_PATH = re.compile(r"(?<![\w./-])/?((?:[\w.-]+/)+[\w*.-]*\.md)\b")
_REAL_ID = re.compile(r"(?<![\w-])([A-Z][A-Z0-9]{1,20})-(\d{1,6})(?!\w)")
_NESTED_ID = re.compile(r"(?<![A-Z])([A-Z]{1,20})-\[[A-Z]{1,20}-(?:X{1,9}|N{1,9})\]")
_DIGITS = re.compile(r"(?<![A-Za-z])(?:N{2,6}|0{3,6}|#{2,6})(?![A-Za-z])")
_OF_ANOTHER = re.compile(r"^(?:epic|ticket|issue|parent)$", re.I)

_PART = re.compile(
    r"(\*|<[^<>]*>|\{[^{}]*\}|\[[^\[\]]*\]|[A-Z][A-Z0-9]*-(?:X{2,}|Y{2,}|Z{2,}|N{2,}|#{2,}|0{3,})|"
    r"N{2,}|X{3,}|0{3,}|#{2,}|YYYY|MM|DD|(?<![a-z])[a-z]+(?:[-_][a-z]+)*(?![a-z]))"
)
_STAND_IN = re.compile(
    r"(?:^|[-_])(?:title|slug|name|feature|topic|subject|description|my|your|something|short)(?:$|[-_])"
)


def id_pattern(
    titles: Sequence[str], fields: Sequence[FieldSchema], path: str | None, text: str
) -> str | None:
    """Derive the pattern of ids from a title, an id field, or the file names asked for."""
    for title in titles:
        if token := ID_TOKEN.search(title):
            return _prefixed(token[0])
        if real := _REAL_ID.search(title):
            return rf"{real[1]}-\d{{{len(real[2])},}}"
    for field in fields:
        if field.kind != "id" or _OF_ANOTHER.match(field.name):
            continue
        if nested := _NESTED_ID.search(field.raw):
            return rf"{nested[1]}-[A-Z][A-Z0-9]*-\d+"
        if token := ID_TOKEN.search(field.raw):
            return _prefixed(token[0])
    for candidate in ((path or "").rsplit("/", 1)[-1], *titles):
        if digits := _DIGITS.search(candidate):
            rule = _PREFIX_RULE.search(text)
            return rf"\d{{{rule[1] if rule else len(digits[0])}}}"
    return None


def path_pattern(text: str, own_token: str | None) -> str | None:
    """Derive where documents go: said outright, or shown by how the template names its siblings."""
    if told := next(_told(text), None):
        return told
    if not own_token:
        return None
    prefix = own_token.rsplit("-", 1)[0]
    for match in _PATH.finditer(text):
        token = ID_TOKEN.search(match[1])
        if token and token[0] != own_token and token[0].startswith(f"{prefix}-"):
            return match[1].replace(token[0], own_token)
    return None


def _told(text: str) -> Iterator[str]:
    """Find what a line says that copies are called: “copy `template.md` to `docs/NNN-title.md`”."""
    for line in text.split("\n"):
        if "`" not in line:
            continue
        verb = _TOLD.search(line)
        files = list(_FILE.finditer(line, verb.end())) if verb else []
        files = [file for file in files if _is_pattern(file[1])]
        for aim in _AIMS:
            yield from (file[1] for file in files if aim.search(line[: file.start()][-20:]))
        if len(files) == 1:
            yield files[0][1]


def _is_pattern(path: str) -> bool:
    """Tell whether a path stands for many, and not for a template or a guide itself."""
    name = path.rsplit("/", 1)[-1]
    pieces = [piece for piece in _PART.split(name.rpartition(".")[0]) if piece]
    is_open = any(_name_part(piece) != part(re.escape(piece)) for piece in pieces)
    return "template" not in name.casefold() and is_open


def own_id(titles: Sequence[str]) -> str | None:
    """Find a real id in the template's title: what a copy that was never filled in still says."""
    return next((m[0] for title in titles if (m := _REAL_ID.search(title))), None)


def own_token(titles: Sequence[str]) -> str | None:
    """Find the token that stands for the id in the template's title."""
    return next((m[0] for title in titles if (m := ID_TOKEN.search(title))), None)


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


def _prefixed(token: str) -> str:
    prefix, digits = token.rsplit("-", 1)
    more = "," if digits[0] == "X" else ""
    return rf"{prefix}-\d{{{len(digits)}{more}}}"
