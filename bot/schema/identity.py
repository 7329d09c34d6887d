"""How a template names its documents: ids, file names, and what the title is made of."""

import re
from collections.abc import Sequence

from bot.model.schema import FieldSchema
from bot.schema.placeholders import ID_TOKEN

_COPY_TO = re.compile(
    r"\b(?:copy|save|place|put|create|name|rename)\b[^`\n]{0,80}`([^`\n]*\.(?:md|markdown|mdx))`",
    re.I,
)
_PREFIX_RULE = re.compile(r"\b(\d)[- ]digit (?:prefix|number|id)", re.I)
_PATH = re.compile(r"`?((?:[\w.-]+/)+[\w*.-]*\.md)`?")
_REAL_ID = re.compile(r"(?<![\w-])([A-Z][A-Z0-9]+)-(\d{1,6})(?!\w)")
_DIGITS = re.compile(r"(?<![A-Za-z])(?:N{2,6}|0{3,6}|#{2,6})(?![A-Za-z])")


def id_pattern(titles: Sequence[str], fields: Sequence[FieldSchema], text: str) -> str | None:
    """Derive the pattern of ids from a title, an id field, or the file names asked for."""
    for title in titles:
        if token := ID_TOKEN.search(title):
            return _prefixed(token[0])
        if real := _REAL_ID.search(title):
            return rf"{real[1]}-\d{{{len(real[2])}}}"
    for field in fields:
        if field.kind != "id":
            continue
        if nested := re.search(r"([A-Z]+)-\[[A-Z]+-(?:X+|N+)\]", field.raw):
            return rf"{nested[1]}-[A-Z][A-Z0-9]*-\d+"
        if token := ID_TOKEN.search(field.raw):
            return _prefixed(token[0])
    name = (path_pattern(text, None) or "").rsplit("/", 1)[-1]
    for candidate in (name, *titles):
        if digits := _DIGITS.search(candidate):
            rule = _PREFIX_RULE.search(text)
            return rf"\d{{{rule[1] if rule else len(digits[0])}}}"
    return None


def path_pattern(text: str, own_token: str | None) -> str | None:
    """Derive where documents go: said outright, or shown by how the template names its siblings."""
    if told := _COPY_TO.search(text):
        return told[1]
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


def name_regex(pattern: str) -> re.Pattern[str]:
    """Turn the last part of a path pattern into one that file names are held against."""
    name = pattern.rsplit("/", 1)[-1]
    parts: list[str] = []
    for part in re.split(
        r"(\*|[A-Z][A-Z0-9]*-(?:X{2,}|Y{2,}|N{2,})|N{2,}|X{3,}|0{3,}|YYYY|MM|DD|"
        r"short-title|title|slug|name)",
        name,
    ):
        if token := re.fullmatch(r"([A-Z][A-Z0-9]*)-(?:X+|Y+|N+)", part):
            parts.append(rf"{token[1]}-\d{{2,}}")
        elif re.fullmatch(r"N{2,}|X{3,}|0{3,}", part) or part in ("YYYY", "MM", "DD"):
            parts.append(rf"\d{{{len(part)}}}")
        elif part == "*":
            parts.append(r".*")
        elif part in ("short-title", "title", "slug", "name"):
            parts.append(r"[\w.-]+")
        else:
            parts.append(re.escape(part))
    return re.compile("".join(parts), re.I)


def _prefixed(token: str) -> str:
    prefix, digits = token.rsplit("-", 1)
    return (
        rf"{prefix}-\d{{{len(digits)},}}" if digits[0] == "X" else rf"{prefix}-\d{{{len(digits)}}}"
    )
