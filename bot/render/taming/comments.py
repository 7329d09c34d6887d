"""Comments of HTML taken out of a text: they were not to be seen, and could end one of ours."""

import re
from collections.abc import Iterable

from bot.render.taming.opening import Fence, fence_at

_START, _END = "<!--", "-->"
_PIECE = re.compile(r"(?<!`)(`+)(?!`)[^\n]{1,400}?(?<!`)\1(?!`)|<!--")
_LEAD = re.compile(r"(?:\s|[-*+>]\s|\d{1,9}[.)]\s)*")


def without_comments(lines: Iterable[str]) -> list[str]:
    """Take out comments, also over several lines; in code they stay."""
    kept: list[str] = []
    fence: Fence | None = None
    is_inside = False
    for line in lines:
        if fence:
            kept.append(line)
            fence = None if fence.is_closed_by(line) else fence
            continue
        if not is_inside and (fence := fence_at(_LEAD.sub("", line, count=1))):
            kept.append(line)
            continue
        was_inside = is_inside
        shown, is_inside = _shown(line, is_inside=is_inside)
        if shown.strip() or not (was_inside or is_inside):
            kept.append(shown)
    return kept


def _shown(line: str, *, is_inside: bool) -> tuple[str, bool]:
    """Give what of a line is outside of comments, and whether one is open at its end."""
    shown, at = "", 0
    while True:
        if is_inside:
            end = line.find(_END, at)
            if end < 0:
                return shown, True
            at, is_inside = end + len(_END), False
        match = next((m for m in _PIECE.finditer(line, at) if m[0] == _START), None)
        if match is None:
            return shown + line[at:], False
        shown += line[at : match.start()]
        at, is_inside = match.end(), True
