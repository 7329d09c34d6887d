"""Waivers by command, as one value of the marker in the Steward's own comment.

They are base64, since a marker takes these letters as they are: escaped, a reason in Greek would
take six for each of its own. What stands there may have been edited, so it is read as if anybody
had written it, and what the Steward would not have written is dropped.
"""

import binascii
import re
from base64 import b64decode, b64encode
from collections.abc import Sequence

from bot.lifecycle.granted import Granted
from bot.lifecycle.one_line import one_line, size
from bot.lifecycle.reading_waivers import LONGEST_REASON, LONGEST_SECTION, WAIVABLE

_MOST = 20  # who needs more of them turns the rule off
_ROOM = 6_000  # characters of all of them: a tenth of a comment
_LONGEST_LOGIN = 100  # bytes
_NUMBER = re.compile(r"[1-9][0-9]{0,18}")
_PARTS = 5


def write_granted(granted: Sequence[Granted]) -> str:
    """Write them, the first of them where there is no room for all."""
    text = ""
    sound = [each for each in granted if _is_sound(each)]
    for each in sound[:_MOST]:
        longer = f"{text},{_written(each)}" if text else _written(each)
        if len(longer) > _ROOM:
            break
        text = longer
    return text


def read_granted(text: str) -> tuple[Granted, ...]:
    """Read what was written."""
    if len(text) > _ROOM:
        return ()
    read = (_read(entry) for entry in text.split(",")[:_MOST])
    return tuple(each for each in read if each and _is_sound(each))


def has_room(granted: Sequence[Granted]) -> bool:
    """Tell whether all of them can be kept; one that could not must not be called done."""
    return read_granted(write_granted(granted)) == tuple(granted)


def _written(granted: Granted) -> str:
    parts = (granted.rule, granted.section or "", granted.reason, granted.by, str(granted.comment))
    return b64encode("\t".join(parts).encode()).decode().rstrip("=")


def _read(entry: str) -> Granted | None:
    try:
        text = b64decode(entry + "=" * (-len(entry) % 4), validate=True).decode()
    except (binascii.Error, ValueError):  # letters of no such text, or bytes of none
        return None
    parts = text.split("\t")
    if len(parts) != _PARTS or not _NUMBER.fullmatch(parts[4]):
        return None
    rule, section, reason, by, comment = parts
    return Granted(rule, section or None, reason, by, int(comment))


def _is_sound(granted: Granted) -> bool:
    return (
        granted.rule in WAIVABLE
        and (granted.section is None or _is_one_line(granted.section, LONGEST_SECTION))
        and _is_one_line(granted.reason, LONGEST_REASON)
        and _is_one_line(granted.by, _LONGEST_LOGIN)
        and _NUMBER.fullmatch(str(granted.comment)) is not None
    )


def _is_one_line(text: str, most: int) -> bool:
    return text != "" and text == one_line(text) and size(text) <= most
