"""Waivers: comments in a document that say which rule does not hold here, and why."""

import re
from bisect import bisect_right
from collections.abc import Sequence

from bot.markdown.inline import without_code
from bot.model.document import Span, Waiver

_OPENING = re.compile(r"<!--\s*steward:\s*waive\b")
_PARTS = re.compile(
    r"[ \t]*(?P<rule>[\w-]*)\s*(?:[\"“](?P<section>[^\"”\n]{0,300})[\"”]\s*)?(?P<mark>:)?"
)
_REACH = 20  # lines that one waiver may take
_LONGEST = 4_000
_MOST = 500  # of one document; who writes more has other troubles


def read_waivers(lines: Sequence[str], code: Sequence[Span]) -> tuple[Waiver, ...]:
    """Read the waivers of a text; one without a reason has an empty one, for a rule to report."""
    found: list[Waiver] = []
    seen = 0
    starts = [span.start for span in code]
    for number, line in enumerate(lines, start=1):
        if "steward" not in line:
            continue
        at = bisect_right(starts, number) - 1
        if at >= 0 and number < code[at].stop:
            continue
        for opening in _OPENING.finditer(without_code(line)):
            seen += 1
            if seen > _MOST:
                return tuple(found)
            if waiver := _read(lines, number, opening.end()):
                found.append(waiver)
    return tuple(found)


def _read(lines: Sequence[str], number: int, start: int) -> Waiver | None:
    """Read what stands behind the word, up to the end of the comment, which may take lines."""
    text = lines[number - 1][start : start + _LONGEST]
    text = "\n".join((text, *lines[number : number + _REACH]))[:_LONGEST]
    words, end, _ = text.partition("-->")
    parts = _PARTS.match(words)
    if not end or parts is None:
        return None
    reason = " ".join(words[parts.end() :].split()) if parts["mark"] else ""
    return Waiver(parts["rule"], parts["section"], reason, number)
