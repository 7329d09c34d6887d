"""The id and the file name of a spec that is about to be made."""

import re
import unicodedata
from collections.abc import Iterable

from bot.model.schema import Schema

_LONGEST = 60
_SLOTS = re.compile(
    r"(?P<prefix>[A-Z][A-Z0-9]*-)(?:X{2,}|Y{2,}|N{2,})|"
    r"N{2,}|(?<![A-Za-z])X{3,}|0{3,}|(?P<date>YYYY-MM-DD)|"
    r"(?P<words>\*|(?<![A-Za-z])(?:short-title|title|slug|name)(?![A-Za-z]))"
)


def slug(title: str) -> str:
    """Write a title as a file name: letters, plain where they have a plain form, and digits."""
    folded = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", title).casefold())
    plain = "".join(_plain(character) or character for character in folded)
    return "-".join(re.findall(r"[^\W_]+", plain))[:_LONGEST].strip("-") or "untitled"


def _plain(character: str) -> str:
    return unicodedata.normalize("NFKD", character).encode("ascii", "ignore").decode()


def next_id(schema: Schema, names: Iterable[str]) -> str | None:
    """Give the id after the highest that a name has; None where the template has no ids."""
    if not schema.id_pattern:
        return None
    pattern = re.compile(rf"(?<![\w-])(?:{schema.id_pattern})(?!\d)")
    taken = (m[0] for name in names if (m := pattern.search(name.rsplit("/", 1)[-1])))
    number = max((int(_digits(one)) for one in taken), default=0) + 1
    digits = re.search(r"\\d(?:\{(\d+),?\}|\+)\Z", schema.id_pattern)
    width = int(digits[1]) if digits and digits[1] else 3
    prefix = schema.id_pattern[: digits.start()] if digits else ""
    return f"{prefix.replace('[A-Z][A-Z0-9]*', 'EPIC')}{number:0{width}}"


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
