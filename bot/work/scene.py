"""What is known of all specs and all issues of theirs, at one look."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from bot.model.issue import Issue
from bot.model.stage import Stage
from bot.model.waits import Waits
from bot.model.work import Checklist, Kept, Memory, Rank


@dataclass(frozen=True, slots=True)
class Scene:
    """What a survey is made of. ``others`` are issues that tasks name and that are not ours.

    ``waiting`` are the boxes that the write-back is about to change, by the numbers of their
    issues, ``leaving`` those that it is to hold no longer; a ``stage`` is what a spec has to have
    reached. ``ticks`` are the boxes that people have changed in the issues that list them, by the
    line of each, and by path. ``bare`` are the paths of specs without work that have no checklist,
    ``unread`` those at which a file stands that is no spec now, with what became of it. Where
    nobody can read it, that is empty: what stands for it stays as it is, all of it, until somebody
    can.
    """

    checklists: tuple[Checklist, ...]
    kept: tuple[Kept, ...] = ()
    others: Mapping[int, Issue] = field(default_factory=dict)
    waiting: Waits = field(default_factory=dict)
    leaving: Collection[str] = ()
    stage: Stage = Stage.APPROVED
    granularity: str = "item"
    ticks: Mapping[str, Mapping[int, bool]] = field(default_factory=dict)
    bare: Collection[str] = ()
    unread: Mapping[str, str] = field(default_factory=dict)

    @property
    def apart(self) -> dict[str, Memory]:
        """Give the families of what nobody can read, as their tracking issues remember them."""
        return {
            each.memory.family: each.memory
            for each in self.kept
            if each.memory.rank is Rank.SPEC and self.unread.get(each.memory.path) == ""
        }

    @property
    def apart_ids(self) -> dict[str, str]:
        """Give the ids of those specs, with the keys of their families."""
        return {memory.spec_id: key for key, memory in self.apart.items() if memory.spec_id}

    @property
    def seen(self) -> tuple[Kept, ...]:
        """Give the issues that are not among those."""
        apart = self.apart
        return tuple(each for each in self.kept if each.memory.family not in apart)
