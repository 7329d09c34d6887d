"""What a write-back pull request says of itself: what it writes, or that it was taken back.

Its commit says the same, for people do replace a description, and hardly ever a commit's message.

Nobody but us takes the word out. So one that was closed with it was refused by somebody, and one
that was closed without it had nothing left to write, or is paused, and names what goes on waiting.
"""

import hashlib
from collections.abc import Iterable, Sequence

from bot.model.blob_id import blob_id
from bot.model.waits import NONE, Waits, both
from bot.plan.marker import read_marker, write_marker

_KIND = "sync"
_DIGEST, _MADE = "digest", "made"
_WAITS = {"ticks": True, "unticks": False}


def sync_digest(files: Iterable[tuple[str, bytes]]) -> str:
    """Tell these files from any others."""
    said = repr(sorted((path, blob_id(data)) for path, data in files))
    return hashlib.sha256(said.encode("utf-8", "surrogatepass")).hexdigest()[:40]


def mark_sync(digest: str, waits: Waits = NONE, made: str = "") -> str:
    """Write the line of the body that says what is written, from what, and which boxes wait."""
    names = {
        kind: ",".join(name for name, done in waits.items() if done is says)
        for kind, says in _WAITS.items()
    }
    values = {_DIGEST: digest, _MADE: made, **names}
    return write_marker(_KIND, {name: value for name, value in values.items() if value})


def waits_of(body: str) -> Waits:
    """Read which boxes wait for a pull request to be merged."""
    marker = read_marker(body, _KIND) or {}
    return {
        name: says
        for kind, says in _WAITS.items()
        for name in marker.get(kind, "").split(",")
        if name
    }


def digest_of(body: str) -> str | None:
    """Read what a pull request writes: "" where it was taken back, None where it does not say."""
    marker = read_marker(body, _KIND)
    return None if marker is None else marker.get(_DIGEST, "")


def made_of(body: str) -> str:
    """Read from what a pull request was made; empty where it does not say."""
    return (read_marker(body, _KIND) or {}).get(_MADE, "")


def message_of(title: str, body: str) -> str:
    """Write the message of the commit, which says what the body says of it."""
    marker = next((line for line in _lines(body) if read_marker(line, _KIND) is not None), "")
    return f"{title}\n\n{marker}" if marker else title


def last_word(messages: Sequence[str]) -> str:
    """Give the last of these messages that says what is written; empty where none does."""
    return next((each for each in reversed(messages) if digest_of(each) is not None), "")


def taken_back(body: str) -> str:
    """Take the word out of a body; the rest stays."""
    return _marked(body, mark_sync(""))


def paused(body: str, message: str = "") -> str:
    """Take the word out of a body, but for what waits, as it says itself, or else its commit."""
    told = next((each for each in (body, message) if digest_of(each) is not None), None)
    return body if told is None else _marked(body, mark_sync("", waits_of(told)))


def held_to(body: str, waits: Waits, marker: str) -> str:
    """Let no box wait for it but these; where somebody has taken its marker out, put one in."""
    said = digest_of(body)
    if said is None:
        return _marked(body, marker)
    left = both(waits_of(body), waits)
    is_right = left == waits_of(body)
    return body if is_right else _marked(body, mark_sync(said, left, made_of(body)))


def _marked(body: str, marker: str) -> str:
    """Put a marker in place of the one that stands there; the rest stays."""
    kept = [line for line in _lines(body) if read_marker(line, _KIND) is None]
    return "\n".join((*kept, marker))


def _lines(body: str) -> list[str]:
    return body.replace("\r\n", "\n").split("\n")
