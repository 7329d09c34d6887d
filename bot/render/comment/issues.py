"""What merging does to issues: how many it opens, renames, moves, reopens and closes, and which."""

from collections.abc import Iterator
from dataclasses import dataclass

from bot.model.works import Works
from bot.render.comment.address import Links
from bot.render.comment.phrases import Target, clipped
from bot.render.tally import plural

_KINDS = {
    "opens": "open",
    "renames": "rename",
    "moves": "move",
    "reopens": "reopen",
    "closes": "close",
}
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

    ``waiting`` are not opened at once, for a run ``opens`` as many as ``at_once`` at most;
    ``follow`` says when they are.
    ``tracked`` are the tracking issues of what is merged, ``more_tracked`` those beyond the first.
    ``astray`` are the first of the tasks whose numbers are no issues, ``more_astray`` the others.
    In a ``dry_run`` nothing of it is done. It ``goes_by_base`` where the rules that the pull
    request brings cannot be used.
    """

    parts: tuple[str, ...]
    opens: int
    waiting: int
    follow: str
    at_once: int
    deeds: tuple[IssueDeed, ...]
    more: int
    tracked: tuple[Target, ...] = ()
    more_tracked: int = 0
    astray: tuple[Astray, ...] = ()
    more_astray: int = 0
    dry_run: bool = False
    goes_by_base: bool = False


def issue_work(works: Works, links: Links, most: int) -> IssueWork | None:
    """Arrange what is done to issues; None where nothing is."""
    if not works:
        return None
    deeds = tuple(_deeds(works, links))
    tracked = tuple(_target(number, links) for _, number in works.tracked)
    return IssueWork(
        parts=issue_parts(works),
        opens=len(works.opens),
        waiting=works.waiting,
        follow=_follow(works),
        at_once=works.at_once,
        deeds=deeds[:most],
        more=len(deeds[most:]),
        tracked=tracked[:_TRACKED],
        more_tracked=len(tracked[_TRACKED:]),
        astray=tuple(Astray(clipped(text), number) for text, number in works.astray[:_ASTRAY]),
        more_astray=len(works.astray[_ASTRAY:]),
        dry_run=works.dry_run,
        goes_by_base=works.goes_by_base and not works.tracked,
    )


def issue_parts(works: Works) -> tuple[str, ...]:
    """Count what is done, in words: ``opens 12 issues``, ``renames 1``.

    Of what is not done they say: ``would open 12 issues``, ``rename 1``.
    """
    parts: list[str] = []
    for kind, infinitive in _KINDS.items():
        if count := len(getattr(works, kind)):
            many = f"{count:,}" if parts else plural(count, "issue")
            would = infinitive if parts else f"would {infinitive}"
            parts.append(f"{would if works.dry_run else kind} {many}")
    return tuple(parts)


def issue_lines(works: Works) -> Iterator[str]:
    """Say it in plain lines, for a log; nothing where nothing is done."""
    if parts := issue_parts(works):
        yield f"merging {', '.join(parts)}"
    if works.waiting:
        yield _waiting(works)
    if works.dry_run and (parts or works.waiting):
        yield "no issue is touched while issues.dry-run is on"
    if works.goes_by_base and (parts or works.waiting):
        yield "that goes by the rules of the base branch: its own cannot be used"
    if works.astray:
        yield _astray(len(works.astray))


def _waiting(works: Works) -> str:
    """Say how many are not opened at once."""
    what = f"{works.waiting:,} more" if works.opens else plural(works.waiting, "issue")
    most = f" (issues.max-new is {works.at_once:,})" if works.at_once else ""
    return f"{what} {_follow(works).replace('`', '')}{most}"


def _follow(works: Works) -> str:
    """Say when those follow that are not opened at once."""
    is_one = works.waiting == 1
    if not works.at_once:
        return f"{'waits' if is_one else 'wait'} as long as `issues.max-new` is 0"
    follow = "would follow" if works.dry_run else "follows" if is_one else "follow"
    return f"{follow} in {'the next run' if works.waiting <= works.at_once else 'later runs'}"


def _astray(count: int) -> str:
    """Say how many tasks get no issue for their numbers."""
    if count == 1:
        return "1 task gets no issue: its number is none of this repository's issues"
    return f"{count:,} tasks get no issue: their numbers are none of this repository's issues"


def _deeds(works: Works, links: Links) -> Iterator[IssueDeed]:
    for kind, infinitive in _KINDS.items():
        say = f"would {infinitive}" if works.dry_run else kind
        for text, number in getattr(works, kind):
            issue = None if number is None else _target(number, links)
            yield IssueDeed(say, issue, clipped(text, 120), is_renamed=kind == "renames")


def _target(number: int, links: Links) -> Target:
    return Target(f"#{number}", links.issue(number))
