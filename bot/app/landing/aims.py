"""What one look at the default branch and at the issues comes to: what is to stand, all of it."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from bot.app.landing.ground import Ground
from bot.app.landing.lapsing import lapsed, with_doubtful
from bot.app.landing.listing import Setting
from bot.app.landing.look import BRANCH, Look
from bot.app.landing.pages import Pages
from bot.app.landing.remembering import remember
from bot.app.landing.wishing import Told, Wisher
from bot.app.landing.wording import Writer
from bot.app.landing.writeback import Rewrite, rewrites
from bot.model.sheet import Written
from bot.model.waits import NONE, Waits
from bot.model.work import Rank
from bot.plan.desired import Desired, IssueWish, SyncWish
from bot.plan.sync_marker import mark_sync, sync_digest
from bot.work.scene import Scene
from bot.work.stayed import stayed
from bot.work.survey import Grown, survey


@dataclass(frozen=True, slots=True)
class Wished:
    """Which issues are to stand, spec by spec, and how many of them are left for another run.

    The families of specs that nobody can read now stand ``apart``.
    """

    grown: tuple[Grown, ...]
    told: Mapping[str, tuple[Told, ...]]
    issues: tuple[IssueWish, ...]
    remaining: int
    apart: Collection[str] = ()


@dataclass(frozen=True, slots=True)
class Aim:
    """What is to stand, the write-back included."""

    desired: Desired
    wished: Wished


def aim_at(ground: Ground, look: Look, pages: Pages, flat: Collection[str], most: int) -> Aim:
    """Say what is to stand; the write-back waits until the issues are there that it is to name."""
    wished = wishes_at(ground, look, pages, flat, most)
    apart = wished.apart
    if any(wish.number is None for wish in wished.issues):
        return Aim(Desired(issues=wished.issues), wished)
    files = tuple(rewrites(ground, wished.grown, wished.told))
    held = {str(each.issue.number) for each in look.kept if each.memory.family in apart}
    if apart and (not files or any(each.partition(".")[0] in held for each in look.waiting)):
        # what it writes into a document that nobody can read now would be lost
        return Aim(Desired(issues=wished.issues), wished)
    sync = _sync(ground, look, files, pages)
    if leaving := _leaving(look, files):
        wished = wishes_at(ground, look, pages, flat, most, leaving)
    return Aim(Desired(issues=wished.issues, sync=sync), wished)


def wishes_at(
    ground: Ground, look: Look, pages: Pages, flat: Collection[str], most: int,
    leaving: Waits = NONE,
) -> Wished:  # fmt: skip
    """Say which issues are to stand; ``most`` may be new, ``flat`` is what GitHub refuses.

    What is ``leaving`` waits for the write-back, which is not to hold it any more.
    """
    scene = _scene(ground, look, leaving)
    grown = survey(scene)
    lists = remember(grown, look.waiting)
    if ticks := {path: each.ticks for path, each in lists.items() if each.ticks}:
        grown = survey(replace(scene, ticks=ticks))
    numbers = _numbers(grown, look, scene.apart)
    stages = {each.spec_id: each.stage for each in reversed(ground.checklists)}
    ours = {*numbers.values(), *(each.issue.number for each in look.kept)}
    by_item = ground.policy.issues.granularity == "item"
    setting = Setting(numbers, ours, flat, by_item, lists, stages)
    writer = Writer(ground.commit, setting, look.waiting, leaving, pages.text, pages.gone)
    wisher = Wisher(ground.policy.issues, writer, pages.title, pages.milestone)
    told = {each.family.key: tuple(wisher.told(each)) for each in grown}
    wishes = [one.wish for each in grown for one in told[each.family.key]]
    idle = [each for each in grown if each.lapsed]
    wishes += [wish for each in idle for wish in lapsed(each, pages.lapsed(each), look)]
    if leaving:
        wishes = with_doubtful(wishes, look, leaving)
    return Wished(grown, told, *_capped(wishes, most), scene.apart)


def _scene(ground: Ground, look: Look, leaving: Waits) -> Scene:
    policy = ground.policy.issues
    roots = {each.memory.path for each in look.kept if each.memory.rank is Rank.SPEC}
    return Scene(
        checklists=stayed(ground.checklists, look.kept),
        kept=look.kept,
        others=look.others,
        waiting=look.waiting,
        leaving=leaving,
        stage=policy.when,
        granularity=policy.granularity,
        bare=ground.bare,
        unread=ground.stands(roots),
    )


def _numbers(grown: Sequence[Grown], look: Look, apart: Collection[str]) -> dict[str, int]:
    """Give the numbers of all issues by key, and of the tracking issues that stand apart."""
    numbers = {node.key: node.number for each in grown for node in each.nodes if node.number}
    roots = (each for each in look.kept if each.memory.key in apart)
    return numbers | {each.memory.key: each.issue.number for each in roots}


def _capped(wishes: Sequence[IssueWish], most: int) -> tuple[tuple[IssueWish, ...], int]:
    """Leave out what is new beyond the cap, and with it all that hangs below it."""
    kept: list[IssueWish] = []
    lost: set[str] = set()
    room = most
    for wish in wishes:
        if wish.number is None and (room <= 0 or wish.parent in lost):
            lost.add(wish.key)
            continue
        room -= wish.number is None
        kept.append(wish)
    return tuple(kept), len(lost)


def _sync(ground: Ground, look: Look, files: Sequence[Rewrite], pages: Pages) -> SyncWish:
    written = tuple((each.path, each.data) for each in files)
    before = ((f"{each.path} before", ground.texts[each.path]) for each in files)
    made, told = sync_digest((*written, *before)), tuple(each.written for each in files)
    digest = sync_digest((each.path, _said(each)) for each in told)
    marker = mark_sync(digest, _held(files), made)
    return SyncWish(
        branch=BRANCH,
        base_branch=ground.branch,
        base=ground.commit,
        files=written,
        title=pages.sync_title(told),
        body=pages.sync_body(told, marker),
        digest=digest,
        made=made,
        waiting=look.waiting,
        why="the documents are to say what the issues do" if files else "nothing is left to write",
    )


def _held(files: Sequence[Rewrite]) -> Waits:
    return {name: done for each in files for name, done in each.waits.items()}


def _leaving(look: Look, files: Sequence[Rewrite]) -> Waits:
    """Give what waits for the write-back, and is not to be written any more, or not so."""
    held = _held(files)
    return {name: done for name, done in look.waiting.items() if held.get(name) is not done}


def _said(written: Written) -> bytes:
    """Say what is written, wherever the lines are that it is written to."""
    kinds = (written.linked, written.ticked, written.unticked)
    return repr([sorted(mark[1:] for mark in marks) for marks in kinds]).encode()
