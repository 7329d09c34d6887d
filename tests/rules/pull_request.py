"""What people say on a pull request, as the manual's examples write it down, line by line.

For example ``approved needs 2 from bob, carol``, ``bob: approved``, ``bob: WHY IT DOES NOT COUNT``,
``bob: …; since then changed: Context``, ``bob: wants changes``, ``nobody knows @acme/ghosts``,
``changed since the base: Context``, ``bob asks by label for done``, ``…; refused: WHY``.
"""

import re
from dataclasses import replace

from bot.model.stage import Stage
from bot.model.standing import Approvals, Request, Standing, Voice, Way

_NEEDS = re.compile(r"(\w+) needs (\d+)(?: from (.+))?")
_ASKS = re.compile(r"(\S+) asks by (label|command) for ([^;]+)(?:; refused: (.+))?")
_VOICE = re.compile(r"(\S+): ([^;]+)(?:; since then changed: (.+))?")
_UNKNOWN = "nobody knows "
_EDITED = "changed since the base: "
_NOTHING = "nobody asks for a status"


def standing_of(text: str) -> Standing:
    """Read the lines of an example; whoever speaks does so for the stage named last."""
    standing = Standing()
    for line in filter(None, map(str.strip, text.split("\n"))):
        standing = _with(standing, line)
    return standing


def _with(standing: Standing, line: str) -> Standing:
    if line == _NOTHING:
        return standing
    if line.startswith(_EDITED):
        return replace(standing, edited=_names(line.removeprefix(_EDITED)))
    if found := _NEEDS.fullmatch(line):
        needed = Approvals(Stage(found[1]), int(found[2]), _names(found[3]))
        return replace(standing, approvals=(*standing.approvals, needed))
    if found := _ASKS.fullmatch(line):
        asked = Request(found[3], found[1], "2026-11-20T10:00:00Z", Way(found[2]), found[4] or "")
        return replace(standing, request=asked)
    *known, last = standing.approvals
    return replace(standing, approvals=(*known, _heard(last, line)))


def _heard(approvals: Approvals, line: str) -> Approvals:
    if line.startswith(_UNKNOWN):
        return replace(approvals, unknown=_names(line.removeprefix(_UNKNOWN)))
    found = _VOICE.fullmatch(line)
    assert found, f"no line of a pull request: {line}"
    login, said, changed = found.groups()
    if said == "wants changes":
        return replace(approvals, vetoes=(*approvals.vetoes, login))
    voice = Voice(login, "" if said == "approved" else said, _names(changed))
    return replace(approvals, voices=(*approvals.voices, voice))


def _names(listed: str | None) -> tuple[str, ...]:
    return tuple(listed.split(", ")) if listed else ()
