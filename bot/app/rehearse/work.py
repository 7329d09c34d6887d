"""The issues that a merge has opened, as a tree, and the pull request that writes them back."""

from collections.abc import Callable, Collection, Iterator, Sequence

from bot.app.rehearse.frame import field_line
from bot.app.rehearse.seen import Issued, WrittenBack
from bot.render.defuse import prose, visible
from bot.render.tally import plural

_MOST = 40  # lines of a tree
_FILES = 12
_STONES = 5
_BEFORE = "for specs approved before"

Called = Callable[[Issued], str]


def told_issues(issues: Sequence[Issued], changed: Collection[str]) -> Iterator[str]:
    """Tell of new issues, those of the ``changed`` specs first.

    The others have been due before: the first run after a Steward comes opens them as well.
    """
    if not issues:
        return
    ours, others = _parted(issues, changed)
    more = f", and {len(others)} more {_BEFORE}" if others else ""
    said = f"{len(ours)} opened{more}" if ours else f"{len(others)} opened {_BEFORE}"
    yield field_line("Issues", said)
    yield from _milestones(issues)
    yield from _listed([*_tree(ours, _numbered), *_tree(others, _numbered)], ", in the page below")


def told_planned(issues: Sequence[Issued], changed: Collection[str]) -> Iterator[str]:
    """Tell of issues that would be opened, were it not for a dry run of the configuration."""
    if not issues:
        return
    ours, others = _parted(issues, changed)
    more = f", and {len(others)} more {_BEFORE}" if others else ""
    count = plural(len(ours), "issue") if ours else plural(len(others), "issue")
    said = f"would open {count}{more}" if ours else f"would open {count} {_BEFORE}"
    yield field_line("Issues", f"{said} (issues.dry-run is true)")
    yield from _milestones(issues)
    yield from _listed([*_tree(ours, _titled), *_tree(others, _titled)])


def told_write_back(found: WrittenBack) -> Iterator[str]:
    """Tell what is to be merged next."""
    yield field_line("Next", f"#{found.number} {prose(found.title)}, to be merged")
    for path, lines in found.files[:_FILES]:
        yield f"  {visible(path)}: {plural(lines, 'line')}"
    if len(found.files) > _FILES:
        yield f"  and {len(found.files) - _FILES} more, in the page below"


def _parted(
    issues: Sequence[Issued], changed: Collection[str]
) -> tuple[list[Issued], list[Issued]]:
    ours = [issue for issue in issues if not issue.spec or issue.spec in changed]
    return ours, [issue for issue in issues if issue not in ours]


def _milestones(issues: Sequence[Issued]) -> Iterator[str]:
    """Name the milestones that issues are under, for they were made for them."""
    found = list(dict.fromkeys(issue.milestone for issue in issues if issue.milestone))
    if found:
        named = ", ".join(f"“{prose(each)}”" for each in found[:_STONES])
        more = f" and {len(found) - _STONES} more" if len(found) > _STONES else ""
        yield field_line("", f"under {plural(len(found), 'milestone')}: {named}{more}")


def _listed(lines: Sequence[str], where: str = "") -> Iterator[str]:
    yield from lines[:_MOST]
    if len(lines) > _MOST:
        yield f"  and {len(lines) - _MOST} more{where}"


def _numbered(issue: Issued) -> str:
    return f"#{issue.number} {prose(issue.title)}"


def _titled(issue: Issued) -> str:
    return prose(issue.title)


def _tree(
    issues: Sequence[Issued], called: Called, parent: int | None = None, depth: int = 1
) -> Iterator[str]:
    """Give an issue, and below it its parts; one whose parent is not among them is a root."""
    known = {issue.number for issue in issues}
    for issue in issues:
        above = issue.parent if issue.parent in known else None
        if above == parent:
            yield f"{'  ' * depth}{called(issue)}"
            yield from _tree(issues, called, issue.number, depth + 1)
