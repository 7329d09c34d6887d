"""What merging a pull request does to issues, found the way in which it is done afterwards.

The specs that it changes are taken as they would be on the default branch, by the rules as they
would be there; all others stand as they are, and are not looked at.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from bot.app.action.hearing_out import HeardOut
from bot.app.action.material import Material
from bot.app.action.setup import Setup
from bot.app.court import Court
from bot.app.landing.aims import wishes_at
from bot.app.landing.closed_before import closed_before
from bot.app.landing.coming import Coming, coming
from bot.app.landing.effects import effects
from bot.app.landing.ground import Ground
from bot.app.landing.look import Look, glance_at, with_sync
from bot.app.landing.pages import Pages
from bot.app.landing.unmoved import later, settings
from bot.forge.door import Door
from bot.model.change import ChangeKind
from bot.model.policy import Policy
from bot.model.pull import PullStage
from bot.model.stage import Stage
from bot.model.work import Checklist, Rank, Task
from bot.model.works import Works
from bot.work.agree import is_done
from bot.work.survey import Grown

_NOTHING = Works()


def works_of(door: Door, out: HeardOut, setup: Setup, me: str) -> Works:
    """Say what merging does to issues; of what is merged, where its work is tracked."""
    hearing, material = out.hearing, out.material
    pull = hearing.pull
    if material is None or not pull.lands or pull.stage is PullStage.CLOSED:
        return _NOTHING
    then = coming(out, material)
    policy, checklists = then.policy, tuple(each.checklist for each in then.work)
    is_merged = pull.stage is PullStage.MERGED
    besides = Works() if is_merged else _besides(then, material.shelf.policy)
    if not policy.issues.enabled or not _may_have_issues(then):
        return besides
    look = glance_at(door, checklists)
    others = tuple(_others(look, checklists, material, then.court))
    ground = Ground(
        branch=pull.base_branch,
        commit=pull.head,
        policy=policy,
        court=then.court,
        checklists=(*checklists, *others),
        texts={},
        overrides=material.overrides,
    )
    pages, most = Pages.of(ground, setup, me), policy.issues.max_new
    wished = wishes_at(ground, look, pages, (), most)
    if any(map(_may_wait, wished.grown)):
        look = with_sync(look, door, pull.base_branch, ground.checklists)
        wished = wishes_at(ground, look, pages, (), most)
    changed = {each.path for each in checklists}
    grown = [g for g in wished.grown if g.family.checklist and g.family.checklist.path in changed]
    if is_merged:
        return Works(tracked=tuple(_tracked(grown)))
    return replace(
        effects(wished, grown, look, policy.issues),
        later=besides.later,
        settings=besides.settings,
        goes_by_base=then.is_unusable,
    )


def _besides(then: Coming, before: Policy) -> Works:
    """Say what can be told without a look at issues."""
    issues = then.policy.issues
    return Works(
        later=tuple(later(then.work, issues)),
        settings=tuple(settings(before.issues, issues)),
    )


def _may_have_issues(then: Coming) -> bool:
    """Tell whether it is worth looking at issues at all: mostly nothing is approved yet."""
    when = then.policy.issues.when
    stages = [stage for each in then.work for stage in (each.checklist.stage, each.before)]
    return any(stage and stage.rank >= when.rank for stage in stages)


def _others(
    look: Look, checklists: Sequence[Checklist], material: Material, court: Court
) -> Iterator[Checklist]:
    """Let the specs that are not changed keep their issues, with the tasks as last seen.

    One that was closed before loses what is taken over.
    """
    known = {each.path for each in checklists}
    closed = set(closed_before(look, checklists, material.shelf.commit, court))
    gone = {c.change.path for c in material.files if c.change.kind is ChangeKind.DELETED}
    gone |= {c.change.old_path for c in material.files if c.change.old_path}
    for memory in (each.memory for each in look.kept if each.memory.rank is Rank.SPEC):
        if memory.path not in known | gone and material.shelf.commit.has(memory.path):
            known.add(memory.path)
            yield Checklist(
                memory.path, memory.spec_id, memory.text, memory.template, "",
                Stage.CLOSED if memory.path in closed else None,
                tasks=tuple(_as_remembered(look, memory.family)),
            )  # fmt: skip


def _as_remembered(look: Look, family: str) -> Iterator[Task]:
    """Give the tasks of a spec as their issues remember them, each with its number."""
    for issue, memory in ((each.issue, each.memory) for each in look.kept):
        if (memory.rank, memory.family, memory.gone) == (Rank.TASK, family, False):
            yield Task(memory.text, 1, memory.done, memory.phase, (issue.number,))


def _may_wait(grown: Grown) -> bool:
    """Tell whether a box and its issue differ: then it counts whether the write-back has it."""
    pairs = [(entry.task, entry.kept.issue) for entry in grown.entries.tasks if entry.kept]
    return any(task.done != is_done(issue) for task, issue in pairs)


def _tracked(grown: Sequence[Grown]) -> Iterator[tuple[str, int]]:
    for each in grown:
        for kept in each.family.kept:
            if kept.memory.rank is Rank.SPEC:
                yield kept.issue.title, kept.issue.number
