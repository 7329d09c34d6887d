"""What the Steward remembers of an issue ↔ the values of the marker in its body."""

import hashlib
from collections.abc import Iterable, Mapping

from bot.model.work import Memory, Rank

TOLD = 400  # characters of a text: enough to tell it by, and a marker that nobody has to scroll
_DIGITS = 10
_LONGEST = 18  # digits
_RANKS = frozenset(Rank)


def fingerprint(text: str) -> str:
    """Tell a text from any other, in few letters."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:_DIGITS]


def to_values(memory: Memory) -> dict[str, str]:
    """Give the values of its marker; what is empty is left out."""
    values = {
        "key": memory.key,
        "rank": memory.rank.value,
        "family": memory.family,
        "path": memory.path,
        "id": memory.spec_id,
        "template": memory.template,
        "text": memory.text[:TOLD],
        "phase": memory.phase[:TOLD],
        "done": "1" if memory.done else "",
        "gone": "1" if memory.gone else "",
        "going": "1" if memory.going else "",
        "title": memory.title,
        "body": memory.body,
        "labels": _joined(memory.labels),
        "milestone": memory.milestone,
        "at": memory.at,
        "steps": memory.steps,
        "left": _joined(memory.left),
        "after": _joined(memory.after),
        "parts": _paired(memory.parts),
        "flat": _joined(memory.flat),
        "dangling": _paired(memory.dangling),
        "named": _paired(memory.named),
    }
    return {name: value for name, value in values.items() if value}


def from_values(values: Mapping[str, str]) -> Memory | None:
    """Read a marker; None where it is no word of ours, or somebody has cut it short."""
    rank, key = values.get("rank", ""), values.get("key", "")
    family, path = values.get("family", ""), values.get("path", "")
    if rank not in _RANKS or not all((key, family, path)):
        return None
    return Memory(
        rank=Rank(rank),
        key=key,
        family=family,
        path=path,
        spec_id=values.get("id", ""),
        template=values.get("template", ""),
        text=values.get("text", ""),
        phase=values.get("phase", ""),
        done=values.get("done") == "1",
        gone=values.get("gone") == "1",
        going=values.get("going") == "1",
        title=values.get("title", ""),
        body=values.get("body", ""),
        labels=_parted(values.get("labels", "")),
        milestone=values.get("milestone", ""),
        at=values.get("at", ""),
        steps=values.get("steps", ""),
        left=_parted(values.get("left", "")),
        after=_parted(values.get("after", "")),
        parts=_pairs(values.get("parts", "")),
        flat=_parted(values.get("flat", "")),
        dangling=_pairs(values.get("dangling", "")),
        named=_pairs(values.get("named", "")),
    )


def _paired(pairs: Iterable[tuple[int, str]]) -> str:
    return _joined(f"{number}:{words}" for number, words in pairs)


def _pairs(text: str) -> tuple[tuple[int, str], ...]:
    return tuple(_part(each) for each in _parted(text))


def number_in(text: str) -> int:
    """Read a number; what is none, or longer than any of GitHub's, is 0: anybody may edit it."""
    return int(text) if len(text) <= _LONGEST and text.isascii() and text.isdecimal() else 0


def _part(text: str) -> tuple[int, str]:
    number, _, words = text.partition(":")
    return number_in(number), words


def _joined(words: Iterable[str]) -> str:
    return ",".join(word.replace(",", " ") for word in words)


def _parted(text: str) -> tuple[str, ...]:
    return tuple(filter(None, text.split(",")))
