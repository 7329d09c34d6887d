"""Which stages a change enters: those whose approvals it takes."""

from bot.model.stage import Stage

HELD = (Stage.APPROVED, Stage.BUILDING, Stage.DONE)
"""the stages that people have agreed to, and that a changed requirement puts in doubt"""


def entered(before: Stage | None, stage: Stage, *, is_edited: bool) -> tuple[Stage, ...]:
    """Give the stages on the way from one to another; from scratch where the text is another one.

    *closed* is entered from anywhere, and left for the beginning.
    """
    if stage is Stage.CLOSED:
        return () if before is Stage.CLOSED else (stage,)
    is_fresh = before is None or before is Stage.CLOSED or is_edited
    start = -1 if is_fresh or before is None else before.rank
    return tuple(each for each in Stage if start < each.rank <= stage.rank)
