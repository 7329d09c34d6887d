"""How keys, values and near misses are spelled in a one-line message, whatever they hold."""

import difflib
import re
from collections.abc import Iterable

Path = tuple[str | int, ...]

# Long enough to recognise any sensible word; it also bounds what difflib has to compare.
_SHOWN = 40
_LISTED = 10
_PLAIN = re.compile(r"[\w-]+")
# What people write for a word that looks nothing like it, or more like another one.
_MEANT = {
    **dict.fromkeys(("no", "none", "false", "ignore"), "off"),
    "info": "note",
    **dict.fromkeys(("task", "tasks", "box", "checkbox", "issue"), "item"),
    **dict.fromkeys(("accepted", "accept", "agreed"), "approved"),  # a status, not a stage
    **dict.fromkeys(("implementing", "in-progress", "active"), "building"),
    **dict.fromkeys(("implemented", "final", "completed", "shipped"), "done"),
    **dict.fromkeys(("rejected", "deprecated", "superseded", "withdrawn"), "closed"),
}
_NUMBER = re.compile(r"-?[0-9][0-9.]*")


def _clip(text: str) -> str:
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"


def quoted(text: str) -> str:
    """Quote a piece of the file: clipped, and without characters that a terminal would act on."""
    return f"“{_safe(text)}”"


def typed(text: str) -> str:
    """Quote a piece of the file as YAML wants it."""
    return '"' + _safe(text).replace('"', '\\"') + '"'


def _safe(text: str) -> str:
    escaped = _clip(text).replace("\\", "\\\\")
    return "".join(each if each.isprintable() else ascii(each)[1:-1] for each in escaped)


def shown(value: object) -> str:
    """Say what was found where something else was wanted."""
    if value is None:
        return "nothing"
    if isinstance(value, str):
        return value if _NUMBER.fullmatch(value) and value == _clip(value) else quoted(value)
    return "a mapping" if isinstance(value, dict) else "a list"


def spelled(path: Path) -> str:
    """Spell a place in the file as people say it: ``templates, entry 1, sections.required``."""
    text, join = "", ""
    for step in path:
        if isinstance(step, int):
            text, join = f"{text}{', ' if text else ''}entry {step + 1}", ", "
        else:
            word = step if _PLAIN.fullmatch(step) and step == _clip(step) else quoted(step)
            text, join = f"{text}{join}{word}", "."
    return text


def placed(path: Path, what: str) -> str:
    """Put a place before what is wrong there; the file as a whole needs no name."""
    return f"{spelled(path)}: {what}" if path else what


def folded(word: str) -> str:
    """Fold what people mix up: case, and how words are joined."""
    return re.sub(r"[\s_-]+", "-", _clip(word).strip().casefold())


def nearest(word: str, right: Iterable[str]) -> str | None:
    """Find the right word that somebody probably meant."""
    words = {folded(candidate): candidate for candidate in right}
    plain = folded(word)
    if (meant := _MEANT.get(plain)) in words:
        return meant
    near = difflib.get_close_matches(plain, words, n=1, cutoff=0.6)
    return words[near[0]] if near else None


def advice(word: str, right: tuple[str, ...], noun: str) -> str:
    """Say how to mend a word that nobody knows: the nearest one, or all of a short list."""
    near = nearest(word, right)
    if near is not None:
        return f"did you mean {quoted(near)}?"
    return f"the {noun}s here are {', '.join(right)}" if len(right) <= _LISTED else ""
