"""What is left to answer with a reaction: a comment that is gone, or has its answer, wants none."""

from collections.abc import Iterator, Sequence

from bot.model.pull import PullState
from bot.plan.comment_actions import React
from bot.plan.desired import ReactionWish


def plan_reactions(wishes: Sequence[ReactionWish], state: PullState) -> Iterator[React]:
    """Give the deeds; one that stands is never taken back, for it was true when it was left."""
    left = {comment.id: set(comment.reactions) for comment in state.comments}
    for wish in wishes:
        if wish.comment in left and wish.content not in left[wish.comment]:
            left[wish.comment].add(wish.content)
            yield React(state.pull.number, wish.comment, wish.content, wish.why)
