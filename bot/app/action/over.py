"""Whether a pull request was merged under the Steward's eyes, so that its status is settled."""

from bot.lifecycle.family import word_of
from bot.model.pull import PullStage, PullState
from bot.plan.pulls import own_comments


def is_over(state: PullState) -> bool:
    """Tell whether what was settled is to be held.

    Of a pull request that the Steward never saw before it was merged nothing was settled; people
    with write access may say by its label what has long been so.
    """
    pull = state.pull
    if pull.stage is not PullStage.MERGED or not pull.merged_at:
        return False
    ours = (each for each in state.labellings if each.by and each.by.login == state.me)
    done = (
        *(each.at for each in ours if word_of(each.name)),
        *(comment.at for comment in own_comments(state)),
    )
    return any(at <= pull.merged_at for at in done)
