"""What merging does to issues: how many it opens, renames, moves, reopens and closes, and which."""

from collections.abc import Iterator
from dataclasses import dataclass

from bot.model.works import Works
from bot.render.comment.address import Links
from bot.render.comment.phrases import Target, clipped
from bot.render.tally import plural

_KINDS = ("opens", "renames", "moves", "reopens", "closes")
_TRACKED = 5  # tracking issues that are named
_ASTRAY = 3  # tasks with a number that is no issue


@dataclass(frozen=True, slots=True)
class IssueDeed:
    """What is done to one issue: ``say``, which one, and what it is called."""

    say: str
    issue: Target | None
    text: str
    is_renamed: bool


@dataclass(frozen=True, slots=True)
class Astray:
    """A task that gets no issue, for its ``number`` is none of the repository's."""

    text: str
    number: int


@dataclass(frozen=True, slots=True)
class IssueWork:
    """All that is done to issues. ``parts`` are the counts in words.

    ``tracked`` are the tracking issues of what is merged, ``more_tracked`` those beyond the first.
    ``astray`` are the first of the tasks whose numbers are no issues, ``more_astray`` the others.
    In a ``dry_run`` nothing of it is done.
    """

    parts: tuple[str, ...]
    waiting: int
    deeds: tuple[IssueDeed, ...]
    more: int
    tracked: tuple[Target, ...] = ()
    more_tracked: int = 0
    astray: tuple[Astray, ...] = ()
    more_astray: int = 0
    dry_run: bool = False


def issue_work(works: Works, links: Links, most: int) -> IssueWork | None:
    """Arrange what is done to issues; None where nothing is."""
    if not works:
        return None
    deeds = tuple(_deeds(works, links))
    tracked = tuple(_target(number, links) for _, number in works.tracked)
    return IssueWork(
        parts=issue_parts(works),
        waiting=works.waiting,
        deeds=deeds[:most],
        more=len(deeds[most:]),
        tracked=tracked[:_TRACKED],
        more_tracked=len(tracked[_TRACKED:]),
        astray=tuple(Astray(clipped(text), number) for text, number in works.astray[:_ASTRAY]),
        more_astray=len(works.astray[_ASTRAY:]),
        dry_run=works.dry_run,
    )


def issue_parts(works: Works) -> tuple[str, ...]:
    """Count what is done, in words: ``opens 12 issues``, ``renames 1``."""
    parts: list[str] = []
    for kind in _KINDS:
        if count := len(getattr(works, kind)):
            parts.append(f"{kind} {count:,}" if parts else f"{kind} {plural(count, 'issue')}")
    return tuple(parts)


def issue_line(works: Works) -> str:
    """Say it in one plain line, for a log; empty where nothing is done."""
    said = ", ".join(issue_parts(works))
    tail = f"{works.waiting:,} left to later runs" if works.waiting else ""
    return "; ".join(part for part in (said, tail) if part)


def astray_line(works: Works) -> str:
    """Say for a log how many tasks get no issue for their numbers; empty where none does."""
    if not works.astray:
        return ""
    gets = "gets" if len(works.astray) == 1 else "get"
    return f"{plural(len(works.astray), 'task')} {gets} no issue, for the number behind is none"


def _deeds(works: Works, links: Links) -> Iterator[IssueDeed]:
    for kind in _KINDS:
        for text, number in getattr(works, kind):
            issue = None if number is None else _target(number, links)
            yield IssueDeed(kind, issue, clipped(text, 120), is_renamed=kind == "renames")


def _target(number: int, links: Links) -> Target:
    return Target(f"#{number}", links.issue(number))
