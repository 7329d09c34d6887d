"""What merging does to issues: how many it opens, renames, moves, reopens and closes, and which."""

from collections.abc import Iterator
from dataclasses import dataclass

from bot.model.works import Works
from bot.render.comment.address import Links
from bot.render.comment.issue_words import KINDS, follow, issue_parts
from bot.render.comment.phrases import Target, clipped

_TRACKED = 5  # tracking issues that are named
_LATER = 3  # specs that get their issues later
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
class Later:
    """A spec whose issues come with a later ``status``: for so many ``tasks``, or else for all."""

    title: str
    tasks: int
    status: str


@dataclass(frozen=True, slots=True)
class IssueWork:
    """All that is done to issues. ``parts`` are the counts in words.

    ``waiting`` are not opened at once, for a run ``opens`` as many as ``at_once`` at most;
    ``follow`` says when they are.
    ``tracked`` are the tracking issues of what is merged, ``more_tracked`` those beyond the first.
    ``astray`` are the first of the tasks whose numbers are no issues, ``more_astray`` the others.
    ``later`` are the first of the specs that get theirs at a later stage, ``settings`` the keys
    that change for all specs. In a ``dry_run`` nothing of it is done. It ``goes_by_base`` where the
    rules that the pull request brings cannot be used.
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
    later: tuple[Later, ...] = ()
    more_later: int = 0
    settings: tuple[str, ...] = ()
    dry_run: bool = False
    goes_by_base: bool = False


def issue_work(works: Works, links: Links, most: int) -> IssueWork | None:
    """Arrange what is done to issues; None where nothing is."""
    if not works:
        return None
    deeds = tuple(_deeds(works, links))
    tracked = tuple(_target(number, links) for _, number in works.tracked)
    named = _LATER if most else 0
    return IssueWork(
        parts=issue_parts(works),
        opens=len(works.opens),
        waiting=works.waiting,
        follow=follow(works),
        at_once=works.at_once,
        deeds=deeds[:most],
        more=len(deeds[most:]),
        tracked=tracked[:_TRACKED],
        more_tracked=len(tracked[_TRACKED:]),
        astray=tuple(Astray(clipped(text), number) for text, number in works.astray[:_ASTRAY]),
        more_astray=len(works.astray[_ASTRAY:]),
        later=tuple(Later(clipped(t), n, clipped(s, 30)) for t, n, s in works.later[:named]),
        more_later=len(works.later[named:]),
        settings=tuple(f"issues.{key}" for key in works.settings),
        dry_run=works.dry_run,
        goes_by_base=works.goes_by_base and not works.tracked,
    )


def _deeds(works: Works, links: Links) -> Iterator[IssueDeed]:
    for kind, infinitive in KINDS.items():
        say = f"would {infinitive}" if works.dry_run else kind
        for text, number in getattr(works, kind):
            issue = None if number is None else _target(number, links)
            yield IssueDeed(say, issue, clipped(text, 120), is_renamed=kind == "renames")


def _target(number: int, links: Links) -> Target:
    return Target(f"#{number}", links.issue(number))
