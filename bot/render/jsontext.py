"""JSON that any parser takes, any terminal can show, and people can read.

An object or list that holds no other object stands on one line, as in the contract; whatever
holds objects is spread over lines, two spaces deeper each. That is easier to read and compare
than one value a line, and several times as fast to write.
"""

import json
import re

_ENCODE = json.JSONEncoder(ensure_ascii=False, check_circular=False).encode
_LONE = re.compile("[\ud800-\udfff]")  # strict parsers refuse these even as escapes
_UNSAFE = re.compile(
    "[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u206f"
    "\ufeff\ufff9-\ufffb\ufffe\uffff\U000e0000-\U000e007f]"
)


def dumps(value: object) -> str:
    """Write a value as JSON; readable letters stay, hidden ones and commands are escaped."""
    text = _spread(value, "\n") + "\n"
    if not text.isascii():
        text = _UNSAFE.sub(_escape, _LONE.sub("\ufffd", text))
    return text.replace("\x7f", "\\u007f").replace("##[", "#\\u0023[")


def _spread(value: object, margin: str) -> str:
    inner = margin + "  "
    if isinstance(value, dict) and any(map(_compound, value.values())):
        members = [f"{_ENCODE(key)}: {_spread(part, inner)}" for key, part in value.items()]
        return f"{{{inner}{f',{inner}'.join(members)}{margin}}}"
    if isinstance(value, list) and _compound(value):
        return f"[{inner}{f',{inner}'.join([_spread(part, inner) for part in value])}{margin}]"
    return _ENCODE(value)


def _compound(value: object) -> bool:
    if isinstance(value, list):
        return any(isinstance(part, dict) for part in value)
    return isinstance(value, dict)


def _escape(match: re.Match[str]) -> str:
    return json.dumps(match[0])[1:-1]
