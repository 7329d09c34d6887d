"""What the Steward's comment keeps of statuses and requests: by short names, in groups.

What stands there may be of a former form: what cannot be read is not known, and found out anew.
"""

import re
from collections.abc import Iterable, Mapping

from bot.lifecycle.remembered import LABELLED, MOST, UNREAD, Marks, Remembered, Seen, mark_of

_STAMP = re.compile(r"[0-9TZ:+-]{1,30}")
_MARK = re.compile(r"[0-9a-f]{8}")
_GROUP = re.compile(rf"([0-9a-f]{{8}}|{LABELLED}|{UNREAD}):([0-9a-f]{{12}}(?:\.[0-9a-f]{{12}})*)")
_FORMER = re.compile(r"([0-9a-f]{12}):([^,:\n]{1,50})")  # a key, and the very word
_CAUSE = re.compile(r"(joined|moved)\.([0-9a-f]{12})")
_FINAL, _OVER, _NONE = "1", "over", "none"


def read_status(values: Mapping[str, str]) -> Remembered:
    """Read it from the values of a marker."""
    words, otherwise = values.get("words", ""), values.get("rest", "")
    return Remembered(
        _read_groups(words) or _read_former(words),
        otherwise if _MARK.fullmatch(otherwise) else "",
        _read_seen(values.get("request", "")),
        _read_seen(values.get("refused", "")),
        final=values.get("merged") == _FINAL,
    )


def write_status(status: Remembered) -> dict[str, str]:
    """Write it as values of a marker."""
    return {
        "words": _groups(status.words),
        "rest": status.otherwise,
        "request": _seen(status.asked),
        "refused": _seen(status.turned),
        "merged": _FINAL if status.final else "",
    }


def _read_seen(value: str) -> Seen:
    at, _, then = value.partition(",")
    if not _STAMP.fullmatch(at):
        return Seen()
    said, _, why = then.partition(",")
    if said == _OVER:
        cause = _CAUSE.fullmatch(why)
        by = {cause[1]: cause[2]} if cause else {}
        return Seen(at, is_over=True, joined=by.get("joined", ""), moved=by.get("moved", ""))
    return Seen(at, () if then == _NONE else _read_groups(then) or None)


def _seen(seen: Seen) -> str:
    """Write a request; one that nobody has made is none."""
    if not seen.at or (seen.then is None and not seen.is_over):
        return seen.at
    if seen.is_over:
        named = (("joined", seen.joined), ("moved", seen.moved))
        return ",".join((seen.at, _OVER, *(f"{name}.{key}" for name, key in named if key)))
    return f"{seen.at},{_groups(seen.then or ()) or _NONE}"


def _groups(marks: Iterable[tuple[str, str]]) -> str:
    """Name the specs behind the mark that they share: there are few marks, and many specs."""
    found: dict[str, list[str]] = {}
    for key, mark in marks:
        found.setdefault(mark, []).append(key)
    return ",".join(f"{mark}:{'.'.join(keys)}" for mark, keys in found.items())


def _read_groups(text: str) -> Marks:
    """Read the same; nothing where it is not whole."""
    found = [_GROUP.fullmatch(group) for group in text.split(",")]
    pairs = tuple((key, group[1]) for group in found if group for key in group[2].split("."))
    return pairs if all(found) and len(pairs) <= MOST else ()


def _read_former(text: str) -> Marks:
    found = map(_FORMER.fullmatch, text.split(",")[:MOST])
    return tuple((word[1], mark_of(word[2])) for word in found if word)
