"""What merging does to the specs: which ones come, move on, take another name, or go."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from bot.model.change import ChangeKind
from bot.model.heard import Removed
from bot.model.hearing import HeardSpec, Hearing
from bot.model.pull import PullStage
from bot.render.comment.address import Links
from bot.render.comment.names import Names
from bot.render.comment.phrases import Target, clipped, some
from bot.render.tally import plural


@dataclass(frozen=True, slots=True)
class Effect:
    """One thing that merging does: ``say``, what it is done to, and how that ends up."""

    say: str
    target: Target
    tail: str = ""


def effects(hearing: Hearing, links: Links, names: Names) -> Iterator[Effect]:
    """Give what merging does, or what it did."""
    if hearing.pull.stage is PullStage.CLOSED:
        return
    is_past = hearing.pull.stage is PullStage.MERGED
    for spec in hearing.specs:
        path = spec.report.path
        target = Target(names[path].quoted, links.file(path))
        yield from _effect(spec, target, is_past=is_past)
    for each, target in zip(hearing.deleted, removed(hearing, links), strict=True):
        yield Effect(_verb("removes", is_past=is_past), target, _farewell(each, is_past=is_past))


def removed(hearing: Hearing, links: Links) -> Iterator[Target]:
    """Give the specs that go, as they stand at the base."""
    last = replace(links, head=hearing.pull.base)
    for each in hearing.deleted:
        yield Target(clipped(each.path), last.file(each.path))


def _farewell(each: Removed, *, is_past: bool) -> str:
    """Say what goes, where people had agreed to it, and whether they agree to that too."""
    if not each.is_held:
        return ""
    name = " ".join(filter(None, (each.id, f"“{clipped(each.title)}”" if each.title else "")))
    what = f"{'was' if is_past else 'is'} {clipped(each.status, 30)}"
    said = f"({name}, which {what})" if name else f"(which {what})"
    if each.agreed:
        return f"{said} with the approval of {some(each.agreed)}"
    return f"{said} without the approval of its approvers" if each.approvers else said


def summed_up(found: Iterable[Effect]) -> str:
    """Count effects by their kind."""
    counts = Counter(_SUMMED.get(effect.say, "") for effect in found)
    changes = counts.pop("", 0)
    parts = [f"{counts[word]:,} {word}" for word in ("new", "renamed", "removed") if counts[word]]
    return ", ".join([*parts, plural(changes, "status change")] if changes else parts)


def move(spec: HeardSpec) -> tuple[str, str] | None:
    """Give the status before and after, where a spec had one and gets another."""
    before, after = spec.status_before, spec.report.status
    if spec.kind is ChangeKind.ADDED or not before or not after or before == after:
        return None
    return clipped(before, 30), clipped(after, 30)


def _effect(spec: HeardSpec, target: Target, *, is_past: bool) -> Iterator[Effect]:
    status = clipped(spec.report.status or "", 30)
    if spec.kind is ChangeKind.ADDED:
        tail = f"as {status}" if status else ""
        yield Effect(_verb("adds", is_past=is_past), target, tail)
        return
    if spec.kind is ChangeKind.RENAMED and spec.old_path:
        yield Effect(_verb("renames", is_past=is_past), target, f"from {clipped(spec.old_path)}")
    if moved := move(spec):
        before, after = moved
        yield Effect(_verb("moves", is_past=is_past), target, f"from {before} to {after}")
    elif status and not spec.status_before:
        yield Effect(_verb("makes", is_past=is_past), target, status)


_SUMMED = {
    "adds": "new",
    "added": "new",
    "renames": "renamed",
    "renamed": "renamed",
    "removes": "removed",
    "removed": "removed",
}
_PAST = {
    "adds": "added",
    "renames": "renamed",
    "moves": "moved",
    "makes": "made",
    "removes": "removed",
}


def _verb(present: str, *, is_past: bool) -> str:
    return _PAST[present] if is_past else present
