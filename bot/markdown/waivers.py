"""Waivers: comments in a document that say which rule does not hold here, and why."""

import re
from collections.abc import Sequence

from bot.model.document import Span, Waiver

_OPENING = re.compile(r"<!--\s*steward:\s*waive\b")
_WAIVER = re.compile(
    r"<!--\s*steward:\s*waive\b[ \t]*(?P<rule>[\w-]*)\s*"
    r"(?:[\"“](?P<section>[^\"”\n]{0,300})[\"”]\s*)?(?P<mark>:)?\s*(?P<reason>.*?)\s*-->",
    re.S,
)
_REACH = 20  # lines that one waiver may take
_LONGEST = 4_000
_MOST = 500  # of one document; who writes more has other troubles


def read_waivers(lines: Sequence[str], code: Sequence[Span]) -> tuple[Waiver, ...]:
    """Read the waivers of a text; one without a reason has an empty one, for a rule to report."""
    found: list[Waiver] = []
    seen = 0
    for number, line in enumerate(lines, start=1):
        if "steward" not in line or any(span.start <= number < span.stop for span in code):
            continue
        for opening in _OPENING.finditer(line):
            seen += 1
            if seen > _MOST:
                return tuple(found)
            rest = line[opening.start() : opening.start() + _LONGEST]
            rest = "\n".join((rest, *lines[number : number + _REACH]))[:_LONGEST]
            if match := _WAIVER.match(rest):
                reason = " ".join(match["reason"].split()) if match["mark"] else ""
                found.append(Waiver(match["rule"], match["section"], reason, number))
    return tuple(found)
