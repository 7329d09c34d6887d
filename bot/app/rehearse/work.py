"""The issues that a merge has opened, as a tree, and the pull request that writes them back."""

from collections.abc import Collection, Iterator, Sequence

from bot.app.rehearse.frame import field_line
from bot.app.rehearse.seen import Issued, WrittenBack
from bot.render.defuse import prose, visible
from bot.render.tally import plural

_MOST = 12  # lines of a list


def told_issues(issues: Sequence[Issued], changed: Collection[str]) -> Iterator[str]:
    """Tell of new issues, those of the ``changed`` specs first.

    The others have been due before: the first run after a Steward comes opens them as well.
    """
    if not issues:
        return
    ours = [issue for issue in issues if not issue.spec or issue.spec in changed]
    others = [issue for issue in issues if issue not in ours]
    more = f", {len(others)} of them for what was approved before" if others else ""
    yield field_line("Issues", f"{len(issues)} opened{more}")
    lines = [*_tree(ours), *_tree(others)]
    yield from lines[:_MOST]
    if len(lines) > _MOST:
        yield f"  and {len(lines) - _MOST} more"


def told_write_back(found: WrittenBack) -> Iterator[str]:
    """Tell what is to be merged next."""
    yield field_line("Next", f"#{found.number} {prose(found.title)}, to be merged")
    for path, lines in found.files[:_MOST]:
        yield f"  {visible(path)}: {plural(lines, 'line')}"
    if len(found.files) > _MOST:
        yield f"  and {len(found.files) - _MOST} more"


def _tree(issues: Sequence[Issued], parent: int | None = None, depth: int = 1) -> Iterator[str]:
    """Give an issue, and below it its parts; one whose parent is not among them is a root."""
    known = {issue.number for issue in issues}
    for issue in issues:
        above = issue.parent if issue.parent in known else None
        if above == parent:
            yield f"{'  ' * depth}#{issue.number} {prose(issue.title)}"
            yield from _tree(issues, issue.number, depth + 1)
