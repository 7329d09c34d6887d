"""What merging leaves to wonder about: work that gets issues later, and specs it does not count."""

from collections.abc import Iterable, Iterator

from bot.app.landing.coming import Planned
from bot.model.policy import IssuePolicy
from bot.model.stage import Stage

_FOR_ALL = ("enabled", "when", "granularity", "labels", "milestone", "title", "dry_run")


def later(work: Iterable[Planned], policy: IssuePolicy) -> Iterator[tuple[str, int, str]]:
    """Give what is approved with this, and gets issues at a later stage only.

    For each its title, how many tasks it has, or 0 where they get none of their own, and what it
    calls that stage. Whoever wants no issues at all wonders about nothing.
    """
    if not policy.enabled:
        return
    for each in work:
        found = each.checklist
        count = sum(not task.done for task in found.tasks)
        is_new = _is_agreed(found.stage) and not _is_agreed(each.before)
        if count and is_new and found.stage and found.stage.rank < policy.when.rank:
            yield found.title or found.path, count if policy.granularity == "item" else 0, each.word


def settings(before: IssuePolicy, after: IssuePolicy) -> Iterator[str]:
    """Name the keys that change for all specs, whose issues nobody looks at before the merge."""
    if after.enabled and not after.dry_run:
        changed = (key for key in _FOR_ALL if getattr(before, key) != getattr(after, key))
        yield from (key.replace("_", "-") for key in changed)


def _is_agreed(stage: Stage | None) -> bool:
    return stage is not None and Stage.APPROVED.rank <= stage.rank < Stage.CLOSED.rank
