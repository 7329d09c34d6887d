"""Reads the log of a step as GitHub's runner does: which commands it takes out of it."""

import re
from dataclasses import dataclass

KNOWN = {"error", "warning", "notice", "debug", "add-mask", "set-output", "stop-commands", "group"}
_DATA = (("%0D", "\r"), ("%0A", "\n"), ("%25", "%"))
_PROPERTY = (("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","), ("%25", "%"))


@dataclass(frozen=True)
class Command:
    """One command that the runner would carry out."""

    name: str
    properties: dict[str, str]
    data: str


def commands(log: str) -> list[Command]:
    """Give the commands of a log, in both of the forms that the runner knows."""
    lines = re.split("\r\n|\r|\n", log)
    return [command for line in lines if (command := _second(line) or _first(line))]


def _second(line: str) -> Command | None:
    """``::name key=value,key=value::data`` at the start of a line."""
    line = line.lstrip()
    end = line.find("::", 2)
    if not line.startswith("::") or end < 0:
        return None
    name, _, listed = line[2:end].partition(" ")
    pairs = (pair.split("=", 1) for pair in listed.strip().split(",") if "=" in pair)
    properties = {key: _unescape(value, _PROPERTY) for key, value in pairs}
    return Command(name, properties, _unescape(line[end + 2 :], _DATA)) if name in KNOWN else None


def _first(line: str) -> Command | None:
    """``##[name key=value;key=value]data`` anywhere in a line."""
    found = re.search(r"##\[([^\] ]*)[^\]]*\](.*)", line)
    return Command(found[1], {}, found[2]) if found and found[1] in KNOWN else None


def _unescape(text: str, escapes: tuple[tuple[str, str], ...]) -> str:
    for escaped, character in escapes:
        text = text.replace(escaped, character)
    return text
