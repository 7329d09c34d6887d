"""What a rehearsal tells of the merge: only what is new then."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from bot.app.rehearse.frame import Telling, check_line, field_line, framed, inside, noted
from bot.app.rehearse.seen import Played
from bot.app.rehearse.work import told_issues, told_planned, told_write_back
from bot.render.defuse import prose
from bot.render.reading import CLOSED, readable
from bot.render.tally import plural


def told_after(opened: Played, merged: Played, telling: Telling) -> Iterator[str]:
    """Tell what the merge has changed."""
    before, after, paint = opened.standing, merged.standing, telling.paint
    width = inside(telling)
    new = _news(readable(before.text, width), readable(after.text, width))
    issues = [issue for issue in after.issues if issue not in before.issues]
    yield ""
    yield paint("path", "Once it is merged")
    if merged.problem:
        yield paint("error", f"✗ Each run of the Action fails: {prose(merged.problem)}")
    is_quiet = not new and not issues and not merged.planned
    if is_quiet and replace(after, comment="") == replace(before, comment=""):
        yield "Label, check and comment stay as they are."
    if after.label != before.label:
        yield field_line("Label", prose(after.label) or "none")
    if after.check and after.check != before.check:
        yield field_line("Check", check_line(after.check, paint))
    if new:
        yield "Comment, what is new in it"
        yield from framed(new, paint)
    changed = {each["path"] for each in merged.report["specs"]} if merged.report else set()
    yield from told_issues(issues, changed)
    yield from told_planned(merged.planned, changed)
    if after.write_back and after.write_back != before.write_back:
        yield from told_write_back(after.write_back)
    yield from noted([note for note in merged.notes if note not in opened.notes], telling)


def merge_line(merged: Played) -> str:
    """Sum up in one line what the merge does."""
    if merged.problem:
        return f"merged: each run of the Action fails: {prose(merged.problem)}"
    if merged.planned:
        return f"merged: would open {plural(len(merged.planned), 'issue')} (issues.dry-run is true)"
    count = len(merged.standing.issues)
    said = f"{plural(count, 'issue')} opened" if count else "no issue opened"
    back = merged.standing.write_back
    return f"merged: {said}, write-back #{back.number}" if back else f"merged: {said}"


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
