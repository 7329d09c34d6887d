"""What tells that the Steward saw a pull request, beside its comment: labels, and the check."""

from bot.app.action.wishes import NAME
from bot.lifecycle.family import word_of
from bot.lifecycle.witness import Witness, witnessed
from bot.model.pull import PullStage, PullState
from bot.plan.pulls import own_checks, own_comments


def is_over(state: PullState) -> bool:
    """Tell whether a pull request was merged under the Steward's eyes, so that it is settled.

    Of one that the Steward never saw before it was merged nothing was settled; people with write
    access may say by its label what has long been so.
    """
    pull = state.pull
    if pull.stage is not PullStage.MERGED or not pull.merged_at:
        return False
    if own_checks(state, NAME):  # it writes none where nobody works any more
        return True
    ours = (each for each in state.labellings if each.by and each.by.login == state.me)
    done = (
        *(each.at for each in ours if word_of(each.name)),
        *(comment.at for comment in own_comments(state)),
    )
    return any(at <= pull.merged_at for at in done)


def testify(state: PullState, *, is_alone: bool) -> Witness:
    """Say what our label said last; it ``is_alone`` where the comment tells nothing."""
    word, at = witnessed(state)
    end = state.pull.merged_at
    has_looked = bool(own_checks(state, NAME)) or bool(end and at > end)
    changes = (each for each in state.reviews if each.state == "changes_requested")
    return Witness(
        word,
        at,
        is_of_head=bool(at) and has_looked,
        is_alone=is_alone,
        is_disputed=any(at < each.at <= (end or each.at) for each in changes),
    )
