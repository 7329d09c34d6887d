"""What our label said last: what is kept of a status where the comment does not tell it any more.

Whoever may write may change a comment; what was done to the labels stands in the timeline, where
nobody can.
"""

from dataclasses import dataclass

from bot.lifecycle.family import word_of
from bot.model.pull import PullState


@dataclass(frozen=True, slots=True)
class Witness:
    """The status that stood when the Steward had last set labels right, and when that was.

    It ``is_of_head`` where what is looked at now was looked at then, and ``is_alone`` where the
    comment tells nothing. It ``is_disputed`` where somebody has asked for changes since.
    """

    word: str = ""
    at: str = ""
    is_of_head: bool = False
    is_alone: bool = False
    is_disputed: bool = False


def witnessed(state: PullState) -> tuple[str, str]:
    """Give the status, and when the Steward saw to it; what people do after the merge is nothing.

    Where the Steward never had to, it is the one that stood at the merge, if one did.
    """
    end = state.pull.merged_at
    standing: dict[str, str] = {}
    found = ("", "")
    for event in state.labellings:
        is_ours = event.by is not None and event.by.login == state.me
        if not (word := word_of(event.name)) or (end and event.at > end and not is_ours):
            continue
        standing.pop(word, None)
        if event.is_set:
            standing[word] = event.at
        if is_ours and len(standing) == 1:
            found = (next(iter(standing)), event.at)
    if not found[1] and end and len(standing) == 1:
        return next(iter(standing)), ""
    return found
