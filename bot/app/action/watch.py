"""A pull request under watch: what was seen of it last, and whether it is still what was judged."""

from dataclasses import dataclass, field

from bot.forge.door import Door
from bot.model.pull import PullState
from bot.plan.actions import Action, Plan
from bot.plan.known import Known, moved_on
from bot.plan.observed import Observed
from bot.plan.pulls import own_comments


class MovedError(Exception):
    """The head is another one than that which was judged."""


@dataclass(slots=True)
class Watch:
    """Looks and does, through the door; ``is_fresh`` until something was done since a look.

    ``heads`` are the commits that were made here, by the one that each was put on.
    """

    door: Door
    state: PullState
    is_fresh: bool = True
    done: Plan = ()
    heads: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Believe no look that lags behind the commits."""
        self.state = moved_on(self.state, self.heads)

    def observe(self) -> Observed:
        """Look again; what was judged has to be there still."""
        seen = moved_on(self.door.pull(self.state.pull.number), self.heads)
        if (seen.pull.head, seen.pull.base_branch) != (
            self.state.pull.head,
            self.state.pull.base_branch,
        ):
            raise MovedError
        self.state, self.is_fresh = seen, True
        return Observed(pull=seen)

    def perform(self, action: Action, known: Known) -> None:
        """Do one deed."""
        self.is_fresh = False
        self.door.perform(action, known)
        self.heads |= known.heads
        self.done += (action,)

    @property
    def url(self) -> str:
        """Give the address of the one comment, if there is one."""
        own = own_comments(self.state)
        return own[0].url if own else ""
