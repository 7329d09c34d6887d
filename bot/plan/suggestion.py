"""A line put right, offered where it stands: what is wanted, and how it is known again."""

import hashlib
from dataclasses import dataclass

from bot.model.pull import Remark
from bot.plan.marker import read_marker, write_marker

_KIND = "suggestion"


@dataclass(frozen=True, slots=True)
class SuggestionWish:
    """A comment at a line of a commit. Its body's first line holds the key."""

    head: str
    path: str
    line: int
    key: str
    body: str
    why: str = ""


def suggestion_key(path: str, old_line: str, new_line: str) -> str:
    """Tell a suggestion from any other, wherever its line stands by now."""
    said = f"{path}\0{old_line}\0{new_line}"
    return hashlib.sha256(said.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def mark_suggestion(key: str) -> str:
    """Write the first line of a suggestion."""
    return write_marker(_KIND, {"key": key})


def key_of_remark(remark: Remark) -> str | None:
    """Read which suggestion a comment is; None where it is none of ours."""
    values = read_marker(remark.body, _KIND, first=True) if remark.mine else None
    return values.get("key") if values else None
