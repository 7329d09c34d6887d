"""What the issues of one spec are made of, and what each has of those below it."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from bot.model.waits import Waits, said_before
from bot.model.work import Checklist, Kept, Rank
from bot.work.agree import Agreed, agree, is_done, is_dropped
from bot.work.entries import Entries
from bot.work.keys import part_key


@dataclass(slots=True)
class Planting:
    """What is needed to make the issues of one spec; ``taken`` grows by the keys that it makes.

    The boxes of some issues are ``waiting`` for the write-back.
    """

    family: str
    checklist: Checklist
    entries: Entries
    kept: Sequence[Kept]
    granularity: str
    taken: set[str] = field(default_factory=set)
    waiting: Waits = field(default_factory=dict)

    def of_rank(self, rank: Rank) -> list[Kept]:
        """Give the issues that the spec has of one rank, the oldest first."""
        return [each for each in self.kept if each.memory.rank is rank]

    def had_tick(self, kept: Kept) -> bool:
        """Tell whether the box of a task that is gone was ever ticked in the document."""
        memory = kept.memory
        said = said_before(self.waiting, str(kept.issue.number), memory.done)
        return memory.done if memory.gone else said

    def key(self, rank: Rank, words: str, kept: Kept | None) -> str:
        """Give the key of an issue that stands, or make one."""
        if kept:
            return kept.memory.key
        key = part_key(self.family, rank, words, self.taken)
        self.taken.add(key)
        return key


def agreed_of(kept: Kept | None, *, done: bool) -> Agreed:
    """Hold what follows from the parts against what somebody has made of the whole."""
    if kept is None:
        return Agreed(done, known=False)
    return agree(before=kept.memory.done, box=done, closed=is_done(kept.issue))


def is_open(kept: Kept | None, agreed: Agreed) -> bool:
    """Tell whether an issue is to be open; one that somebody has dropped stays closed."""
    was_gone = kept is not None and kept.memory.gone  # then it was closed for that, and is back
    return not agreed.done and not (kept and is_dropped(kept.issue) and not was_gone)
