"""What the Steward's comment keeps of labels, approvals and waivers, from one look to the next."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from bot.lifecycle.granted import Granted
from bot.lifecycle.kept_waivers import read_granted, write_granted
from bot.lifecycle.remembered import Remembered, Stated

_MOST = 100  # approvals by command
_APPROVAL = re.compile(r"([1-9]\d{0,18}):([0-9a-f]{40}(?:[0-9a-f]{24})?)")
_STAMP = re.compile(r"[0-9TZ:+-]{0,30}")
_WORD = re.compile(r"([0-9a-f]{12}):([^,:\n]{1,50})")
_FINAL = "1"
_OVER = "over"


@dataclass(frozen=True, slots=True)
class Keeping:
    """All of it.

    ``approved`` are the comments that approved by a command, with the commit that each was about.
    ``turns`` counts what had happened to the labels when this head was seen first.
    """

    status: Remembered = field(default_factory=Remembered)
    approved: tuple[tuple[int, str], ...] = ()
    granted: tuple[Granted, ...] = ()
    turns: int = 0


def read_keeping(values: Mapping[str, str]) -> Keeping:
    """Read it from the values of a marker; what nobody has written so is left out."""
    heard, turned = _seen(values.get("request", "")), _seen(values.get("refused", ""))
    words = map(_WORD.fullmatch, values.get("words", "").split(",")[:_MOST])
    granted = tuple((w[1], w[2]) for w in words if w)
    status = Remembered(granted, *heard, *turned, final=values.get("merged") == _FINAL)
    approved = map(_APPROVAL.fullmatch, values.get("approved", "").split(",")[:_MOST])
    turns = values.get("turns", "")
    return Keeping(
        status,
        tuple((int(match[1]), match[2]) for match in approved if match),
        read_granted(values.get("waived", "")),
        int(turns) if turns.isascii() and turns.isdecimal() and len(turns) < 7 else 0,  # noqa: PLR2004
    )


def _seen(value: str) -> tuple[str, Stated]:
    """Read when a request was made, and what the documents stated then; nothing if it is over."""
    asked, _, then = value.partition(",")
    if not _STAMP.fullmatch(asked) or not asked:
        return "", None
    if then == _OVER:
        return asked, None
    found = [_WORD.fullmatch(each) for each in then.split(",")] if then else []
    return asked, tuple((each[1], each[2]) for each in found if each)


def _told(asked: str, then: Stated) -> str:
    """Write the same; a request that nobody has made is none."""
    if not asked or then is None:
        return f"{asked},{_OVER}" if asked else ""
    # a document that is left out is a new one at the next look, and ends it
    return ",".join((asked, *(f"{key}:{word}" for key, word in then[:_MOST])))


def write_keeping(keeping: Keeping) -> dict[str, str]:
    """Write it as values of a marker; what says nothing is left out."""
    status = keeping.status
    values = {
        "words": ",".join(f"{key}:{word}" for key, word in status.words[:_MOST]),
        "request": _told(status.asked, status.then),
        "refused": _told(status.turned, status.turned_then),
        "approved": ",".join(f"{comment}:{head}" for comment, head in keeping.approved[-_MOST:]),
        "waived": write_granted(keeping.granted),
        "turns": str(keeping.turns) if keeping.turns else "",
        "merged": _FINAL if status.final else "",
    }
    return {name: value for name, value in values.items() if value}
