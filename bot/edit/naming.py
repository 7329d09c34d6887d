"""The id and the file name of a spec that is about to be made."""

import re
import unicodedata
from collections.abc import Iterable

from bot.model.schema import Schema

_LONGEST = 60
_SLOTS = re.compile(
    r"\*|[A-Z][A-Z0-9]*-(?:X{2,}|Y{2,}|N{2,})|N{2,}|(?<![A-Za-z])X{3,}|0{3,}|short-title|title|slug|name"
)


def slug(title: str) -> str:
    """Write a title as a file name: plain letters and digits, with hyphens between words."""
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode()
    words = re.findall(r"[a-z0-9]+", plain.casefold())
    text = "-".join(words)[:_LONGEST].strip("-")
    return text or "untitled"


def next_id(schema: Schema, names: Iterable[str]) -> str | None:
    """Give the id after the highest that a name has; None where the template has no ids."""
    if not schema.id_pattern:
        return None
    pattern = re.compile(rf"(?<![\w-])(?:{schema.id_pattern})(?!\d)")
    taken = [m[0] for name in names if (m := pattern.search(name.rsplit("/", 1)[-1]))]
    number = max((int(re.search(r"\d+\Z", one)[0]) for one in taken), default=0) + 1  # type: ignore[index]  # every id ends in digits
    digits = re.search(r"\\d(?:\{(\d+),?\}|\+)\Z", schema.id_pattern)
    width = int(digits[1]) if digits and digits[1] else 3
    prefix = schema.id_pattern[: digits.start()] if digits else ""
    return f"{prefix.replace('[A-Z][A-Z0-9]*', 'EPIC')}{number:0{width}}"


def file_name(schema: Schema, given: str | None, title: str) -> str:
    """Give the name of the file, as the template's path pattern has it."""
    if not schema.path_pattern:
        return f"{given}-{slug(title)}.md" if given else f"{slug(title)}.md"
    name = schema.path_pattern.rsplit("/", 1)[-1]

    def fill(match: re.Match[str]) -> str:
        if match[0] in ("*", "short-title", "title", "slug", "name"):
            return slug(title)
        return given or match[0]

    return _SLOTS.sub(fill, name)
