"""How a template names its documents: ids and file names."""

import re
from collections.abc import Sequence

from bot.model.schema import FieldSchema
from bot.schema.placeholders import ID_TOKEN
from bot.schema.told import told_paths

_PREFIX_RULE = re.compile(r"\b(\d)[- ]digit (?:prefix|number|id)", re.I)
_PATH = re.compile(r"(?<![\w./-])/?((?:[\w.-]+/)+[\w*.-]*\.md)\b")
_REAL_ID = re.compile(r"(?<![\w-])([A-Z][A-Z0-9]{1,20})-(\d{1,6})(?!\w)")
_NESTED_ID = re.compile(r"(?<![A-Z])([A-Z]{1,20})-\[[A-Z]{1,20}-(?:X{1,9}|N{1,9})\]")
_DIGITS = re.compile(r"(?<![A-Za-z])(?:N{2,6}|0{3,6}|#{2,6})(?![A-Za-z])")
_OF_ANOTHER = re.compile(r"^(?:epic|ticket|issue|parent)$", re.I)


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
    if told := next(told_paths(text), None):
        return told
    if not own_token:
        return None
    prefix = own_token.rsplit("-", 1)[0]
    for match in _PATH.finditer(text):
        token = ID_TOKEN.search(match[1])
        if token and token[0] != own_token and token[0].startswith(f"{prefix}-"):
            return match[1].replace(token[0], own_token)
    return None


def own_id(titles: Sequence[str]) -> str | None:
    """Find a real id in the template's title: what a copy that was never filled in still says."""
    return next((m[0] for title in titles if (m := _REAL_ID.search(title))), None)


def own_token(titles: Sequence[str]) -> str | None:
    """Find the token that stands for the id in the template's title."""
    return next((m[0] for title in titles if (m := ID_TOKEN.search(title))), None)


def _prefixed(token: str) -> str:
    prefix, digits = token.rsplit("-", 1)
    more = "," if digits[0] == "X" else ""
    return rf"{prefix}-\d{{{len(digits)}{more}}}"
