"""Specs that a pull request leaves as they are, closed long since, whose tasks it takes over."""

from collections.abc import Collection, Iterator, Sequence

from bot.app.action.reader import Commit
from bot.app.court import Court
from bot.app.landing.ground import spec_of
from bot.app.landing.look import Look
from bot.model.stage import Stage
from bot.model.work import Checklist, Rank
from bot.work.body import is_alerted
from bot.work.exact import folded


def closed_before(
    look: Look, checklists: Sequence[Checklist], commit: Commit, court: Court
) -> Iterator[str]:
    """Give their paths. Only those are read whose tracking issues say that something is up."""
    paths = _in_question(look, checklists)
    commit.load(paths)
    for path in paths:
        data = commit.data(path)
        spec = spec_of(court, path, data) if data is not None else None
        if spec and spec.stage is Stage.CLOSED:
            yield path


def _in_question(look: Look, checklists: Sequence[Checklist]) -> Collection[str]:
    tasks = [task for each in checklists for task in each.tasks]
    numbers = {number for task in tasks for number in task.numbers}
    words = {folded(task.text) for task in tasks}
    roots = (k for k in look.kept if k.memory.rank is Rank.SPEC and is_alerted(k.issue.body))
    paths = {root.memory.family: root.memory.path for root in roots}
    return {
        paths[memory.family]
        for issue, memory in ((each.issue, each.memory) for each in look.kept)
        if memory.rank is Rank.TASK
        and memory.family in paths
        and issue.is_open
        and (issue.number in numbers or folded(memory.text) in words)
    }
