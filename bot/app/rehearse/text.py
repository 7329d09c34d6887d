"""A rehearsal for somebody who sees one for the first time."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from bot.app.rehearse.branches import Branches
from bot.app.rehearse.seen import Checked, Played, Rehearsal, Standing
from bot.render.defuse import prose, visible
from bot.render.paint import Paint, painter
from bot.render.reading import CLOSED, readable
from bot.render.tally import plural

EXAMPLE = "steward rehearse --example"
_MOST = 12  # of a list that may be long
_ROLES = {"failure": "error", "success": "fine", "neutral": "warning"}
_ICONS = {"failure": "✗", "success": "✓"}
_COLUMN = 9


@dataclass(frozen=True, slots=True)
class Telling:
    """How it is told; ``width`` 0 never wraps."""

    colour: bool = False
    width: int = 0

    @property
    def paint(self) -> Paint:
        """Give what it is painted with."""
        return painter(self.colour)


def told(seen: Rehearsal, telling: Telling) -> str:
    """Write all that there is to know."""
    return "\n".join(_lines(seen, telling)) + "\n"


def verdict_line(seen: Rehearsal) -> str:
    """Write the verdict alone, and where the pages are as long as they are."""
    check = seen.opened.standing.check if seen.opened else None
    said = f"{seen.verdict}: {prose(check.title)}\n" if check else f"{seen.verdict}\n"
    return f"{said}{visible(seen.address)}\n" if seen.address else said


def _lines(seen: Rehearsal, telling: Telling) -> Iterator[str]:
    if opening := tuple(_opening(seen, telling.paint)):
        yield from (*opening, "")
    if seen.opened:
        yield from _played(seen.opened, telling)
    else:
        yield _nothing(seen.branches)
    if seen.merged and seen.opened:
        yield from _after(seen.opened.standing, seen.merged.standing, telling)
    yield ""
    yield from _closing(seen, telling.paint)


def _nothing(branches: Branches) -> str:
    """Say why there is no pull request to rehearse."""
    base, head = (prose(each.name) for each in (branches.base, branches.head))
    if not branches.is_one:
        return f"{head} has no commit that {base} lacks: there is no pull request to rehearse."
    if branches.is_here:
        mend = "make a branch, or name one: --head BRANCH"
        return f"You stand on {base}, which is what it would be merged into; {mend}"
    return f"{base} is what it would be merged into; name another branch: --head BRANCH"


def _opening(seen: Rehearsal, paint: Paint) -> Iterator[str]:
    if seen.is_example:
        yield "An example: a team's branch with three specs, one new, one accepted, one done."
        yield "This is what the Steward makes of its pull request."
        yield ""
    if seen.pull:
        base, head = (prose(each.name) for each in (seen.branches.base, seen.branches.head))
        yield paint("path", f"{prose(seen.pull.title)} #{seen.pull.number}")
        commits = plural(seen.branches.commits, "commit")
        yield f"{base} ← {head}, {commits}, as if {seen.pull.author} had opened a pull request"


def _played(played: Played, telling: Telling) -> Iterator[str]:
    if played.verdict == "skipped":
        yield "It changes no spec, so nothing would be posted."
        return
    stands, paint = played.standing, telling.paint
    yield _field("Label", prose(stands.label) or "none")
    if stands.check:
        yield _field("Check", _check(stands.check, paint))
    yield "Comment"
    yield from _framed(readable(stands.text, _inside(telling), paint), paint)


def _after(before: Standing, after: Standing, telling: Telling) -> Iterator[str]:
    paint = telling.paint
    width = _inside(telling)
    new = _news(readable(before.text, width), readable(after.text, width))
    opened = [issue for issue in after.issues if issue not in before.issues]
    yield ""
    yield paint("path", "Once it is merged")
    if not new and not opened and (after.label, after.check) == (before.label, before.check):
        yield "Label, check and comment stay as they are."
    if after.label != before.label:
        yield _field("Label", prose(after.label) or "none")
    if after.check and after.check != before.check:
        yield _field("Check", _check(after.check, paint))
    if new:
        yield "Comment, what is new in it"
        yield from _framed(new, paint)
    if opened:
        yield _field("Issues", f"{len(opened)} opened")
    for issue in opened[:_MOST]:
        yield f"  #{issue.number} {prose(issue.title)}"
    if len(opened) > _MOST:
        yield f"  and {len(opened) - _MOST} more"


def _news(before: Sequence[str], after: Sequence[str]) -> list[str]:
    """Give the blocks in which a line is new, whole; of those that are folded, each is its own."""
    known = set(before)
    news: list[str] = []
    for is_parting, block in groupby(after, lambda line: not line):
        lines = list(block)
        if is_parting or known.issuperset(lines):
            continue
        if lines[0].startswith(CLOSED):
            lines = [line for line in lines if line not in known]
        news += ["", *lines] if news else lines
    return news


def _closing(seen: Rehearsal, paint: Paint) -> Iterator[str]:
    if seen.uncommitted:
        paths = [visible(path) for path in seen.uncommitted]
        more = f" and {len(paths) - _MOST} more" if len(paths) > _MOST else ""
        listed = ", ".join(paths[:_MOST])
        yield paint("warning", f"Not part of it, for it is not committed: {listed}{more}")
    if seen.opened:
        made = plural(seen.requests, "request")
        yield f"{made} to a GitHub inside this process; nothing left this machine."
    if seen.verdict == "skipped" and not seen.is_example:
        yield f"To see what it does with specs: {EXAMPLE}"
    if seen.is_example:
        yield "On a branch of your own repository: steward rehearse"
    if seen.address:
        yield f"Open {visible(seen.address)} (Ctrl-C ends it)"
    elif seen.page:
        yield f"Open {Path(seen.page).as_uri()}"


def _check(check: Checked, paint: Paint) -> str:
    icon = _ICONS.get(check.conclusion, "·")
    said = f"{icon} {check.conclusion}: {prose(check.title)}"
    remarks = f", {plural(len(check.remarks), 'annotation')}" if check.remarks else ""
    return paint(_ROLES.get(check.conclusion, "dim"), said) + remarks


def _field(name: str, text: str) -> str:
    return f"{name:{_COLUMN}}{text}"


def _framed(lines: list[str], paint: Paint) -> Iterator[str]:
    bar = paint("dim", "│")
    return (f"  {bar} {line}".rstrip() for line in lines)


def _inside(telling: Telling) -> int:
    """Give the width that a frame leaves."""
    return max(1, telling.width - 4) if telling.width else 0
