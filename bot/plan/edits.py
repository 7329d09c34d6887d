"""What is left to commit on the branch of a pull request: nothing once its head has moved."""

from collections.abc import Iterator, Sequence

from bot.model.pull import PullStage, PullState
from bot.plan.edit import EditWish
from bot.plan.pull_actions import EditFile


def plan_edits(wishes: Sequence[EditWish], state: PullState) -> Iterator[EditFile]:
    """Give the deeds; at another head than that which was judged, all has to be judged anew."""
    pull = state.pull
    for wish in wishes:
        if pull.stage is PullStage.OPEN and wish.head == pull.head:
            yield EditFile(
                pull.number,
                wish.head,
                wish.branch,
                wish.path,
                wish.blob,
                wish.data,
                wish.message,
                wish.why,
            )
