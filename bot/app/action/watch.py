"""A pull request under watch: what was seen of it last, and whether it is still what was judged."""

from dataclasses import dataclass

from bot.forge.door import Door
from bot.model.pull import PullState
from bot.plan.actions import Action, Plan
from bot.plan.converge import Known
from bot.plan.observed import Observed
from bot.plan.pulls import own_comments


class MovedError(Exception):
    """The head is another one than that which was judged."""


@dataclass(slots=True)
class Watch:
    """Looks and does, through the door; ``is_fresh`` until something was done since a look."""

    door: Door
    state: PullState
    is_fresh: bool = True
    done: Plan = ()

    def observe(self) -> Observed:
        """Look again; what was judged has to be there still."""
        seen = self.door.pull(self.state.pull.number)
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
        self.done += (action,)

    @property
    def url(self) -> str:
        """Give the address of the one comment, if there is one."""
        own = own_comments(self.state)
        return own[0].url if own else ""
