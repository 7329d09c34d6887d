"""What merging does to issues, in words: counts, and plain lines for a log."""

from collections.abc import Iterator

from bot.model.works import Works
from bot.render.tally import plural

KINDS = {
    "opens": "open",
    "renames": "rename",
    "moves": "move",
    "reopens": "reopen",
    "closes": "close",
}


def issue_parts(works: Works) -> tuple[str, ...]:
    """Count what is done, in words: ``opens 12 issues``, ``renames 1``.

    Of what is not done they say: ``would open 12 issues``, ``rename 1``.
    """
    parts: list[str] = []
    for kind, infinitive in KINDS.items():
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
    if works.later:
        gets = "gets its" if len(works.later) == 1 else "get their"
        yield f"{plural(len(works.later), 'spec')} {gets} issues with a later status (issues.when)"
    if works.settings:
        keys = ", ".join(f"issues.{key}" for key in works.settings)
        yield f"it changes {keys} for every spec: other specs may get issues, or theirs may change"


def _waiting(works: Works) -> str:
    """Say how many are not opened at once."""
    what = f"{works.waiting:,} more" if works.opens else plural(works.waiting, "issue")
    most = f" (issues.max-new is {works.at_once:,})" if works.at_once else ""
    return f"{what} {follow(works).replace('`', '')}{most}"


def follow(works: Works) -> str:
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
