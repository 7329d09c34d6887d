"""The id and the file name of a spec that is about to be made."""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from bot.model.schema import Schema
from bot.schema.form import Part, part, reached

_LONGEST = 60
_SLOTS = re.compile(
    r"(?P<prefix>[A-Z][A-Z0-9]*-)(?:X{2,}|Y{2,}|N{2,})|"
    r"N{2,}|(?<![A-Za-z])X{3,}|0{3,}|(?P<date>YYYY-MM-DD)|"
    r"(?P<words>\*|(?<![A-Za-z])(?:short-title|title|slug|name)(?![A-Za-z]))"
)
_DIGITS = re.compile(r"\\d(?:\{(\d+),?\}|\+)\Z")


def slug(title: str) -> str:
    """Write a title as a file name: letters, plain where they have a plain form, and digits."""
    folded = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", title).casefold())
    plain = "".join(_plain(character) or character for character in folded)
    return "-".join(re.findall(r"[^\W_]+", plain))[:_LONGEST].strip("-") or "untitled"


def _plain(character: str) -> str:
    return unicodedata.normalize("NFKD", character).encode("ascii", "ignore").decode()


def next_id(schema: Schema, names: Iterable[str], beside: Iterable[str] = ()) -> str | None:
    """Give the id after the highest that a name has; None where the template has no ids.

    ``beside`` are the names where the template's own documents lie: there a number alone, at the
    place that the template's path pattern gives it, is one of its ids too.
    """
    if not schema.id_pattern:
        return None
    ids = (_id_in(schema, name) for name in names)
    taken = [int(_digits(one)) for one in ids if one]
    taken += [number for name in beside if (number := _number_in(schema, name)) is not None]
    digits = _DIGITS.search(schema.id_pattern)
    width = int(digits[1]) if digits and digits[1] else 3
    prefix = schema.id_pattern[: digits.start()] if digits else ""
    number = max(taken, default=0) + 1
    return f"{prefix.replace('[A-Z][A-Z0-9]*', 'EPIC')}{number:0{width}}"


def holder_of(
    given: str, schema: Schema, names: Iterable[str], beside: Iterable[str] = ()
) -> str | None:
    """Find the name that has an id already, if one does."""
    own = (name for name in names if _id_in(schema, name) == given)
    number = _digits(given).lstrip("0") or "0"
    alone = (name for name in beside if not _id_in(schema, name))
    return next(own, None) or next((n for n in alone if str(_number_in(schema, n)) == number), None)


def _id_in(schema: Schema, name: str) -> str | None:
    found = _id_regex(schema.id_pattern or "").search(name.rsplit("/", 1)[-1])
    return found[0] if found else None


@lru_cache(maxsize=64)
def _id_regex(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?:{pattern})(?!\d)")


def _number_in(schema: Schema, name: str) -> int | None:
    way = _way_to_number((schema.path_pattern or "").rsplit("/", 1)[-1])
    if way is None:
        return None
    name = name.rsplit("/", 1)[-1]
    before, number = way
    found = (number.match(name, place) for place in reversed(reached(before, name)))
    return next((int(match[1]) for match in found if match), None)


@lru_cache(maxsize=64)
def _way_to_number(pattern: str) -> tuple[tuple[Part, ...], re.Pattern[str]] | None:
    """Turn a file name's pattern into what stands before its number, and what finds that."""
    parts: list[Part] = []
    end = 0
    for slot in _SLOTS.finditer(pattern):
        parts.append(part(re.escape(pattern[end : slot.start()])))
        end = slot.end()
        if not slot["words"] and not slot["date"]:
            prefix = slot["prefix"] or ""
            width = len(slot[0]) - len(prefix)
            # No longer number, and no day: 2026-11-21 is not the 2026th document.
            number = rf"{re.escape(prefix)}(\d{{{width},9}})(?!\d|-\d\d-\d\d)"
            return tuple(parts), re.compile(number, re.I)
        parts.append(part(r"\d{4}-\d\d-\d\d") if slot["date"] else part(".", "."))
    return None


def file_name(schema: Schema, given: str | None, title: str, date: str = "") -> str:
    """Give the name of the file, as the template's path pattern has it."""
    if not schema.path_pattern:
        return f"{given}-{slug(title)}.md" if given else f"{slug(title)}.md"

    def fill(match: re.Match[str]) -> str:
        if match["words"]:
            return slug(title)
        if match["date"]:
            return date or match[0]
        prefix = match["prefix"] or ""
        if not given or (prefix and given.startswith(prefix)):
            return given or match[0]
        return f"{prefix}{_digits(given)}"

    return _SLOTS.sub(fill, schema.path_pattern.rsplit("/", 1)[-1])


def _digits(given: str) -> str:
    """Give the number that every id ends in."""
    return re.split(r"\D", given)[-1]
