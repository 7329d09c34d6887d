"""One issue that is to stand, before it has its words."""

from dataclasses import dataclass

from bot.model.issue import Reason
from bot.model.work import Kept, Phase, Rank
from bot.work.agree import NEITHER, Agreed, is_done
from bot.work.entries import Entry


@dataclass(frozen=True, slots=True)
class Node:
    """An issue by its key, and how it hangs together with others.

    ``words`` are the task, or the title of the phase or of the spec, ``part`` which part of a long
    one it is. ``entries`` are the tasks below it, ``entry`` its own. It ``is_gone`` where the
    document has it no longer.
    """

    rank: Rank
    key: str
    words: str
    phase: str = ""
    part: str = ""
    kept: Kept | None = None
    agreed: Agreed = NEITHER
    is_open: bool = True
    is_gone: bool = False
    reason: Reason = Reason.COMPLETED
    above: str | None = None
    after: tuple[str, ...] = ()
    entry: Entry | None = None
    entries: tuple[Entry, ...] = ()
    about: Phase | None = None

    @property
    def number(self) -> int | None:
        """Give its number, once it has one."""
        return self.kept.issue.number if self.kept else None

    @property
    def is_back(self) -> bool:
        """Tell whether it may be forgotten that it was gone: it is open again, or done.

        A task that is back with a tick was closed for being gone, and is opened without it.
        """
        if self.kept is None or self.kept.issue.is_open:
            return True
        return self.agreed.done and (self.rank is not Rank.TASK or is_done(self.kept.issue))
