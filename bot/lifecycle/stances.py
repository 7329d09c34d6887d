"""What people said of a text, the latest word of each: a review, or ``/spec approve``."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from bot.lifecycle.content import Content
from bot.model.pull import Review

_APPROVES = {"approved": True, "changes_requested": False}
_DISMISSED = "dismissed"


@dataclass(frozen=True, slots=True)
class Stance:
    """One approval or request for changes.

    ``content`` is what the spec said at the commit that it speaks of, None where that is gone.
    """

    login: str
    is_bot: bool
    approves: bool
    at: str
    can_push: bool
    content: Content | None


def stances_of(reviews: Iterable[Review], contents: Mapping[str, Content]) -> tuple[Stance, ...]:
    """Give the latest stance of each person, the oldest first.

    A review that was dismissed takes back what its writer had said before; a comment and a review
    that was not handed in say nothing. ``contents`` are by commit. Of two at the same second the
    later in the list counts.
    """
    latest: dict[str, Stance] = {}
    for login, _, stance in sorted(_reviewed(reviews, contents), key=lambda event: event[1]):
        latest.pop(login.casefold(), None)
        if stance:
            latest[login.casefold()] = stance
    return tuple(latest.values())


def _reviewed(
    reviews: Iterable[Review], contents: Mapping[str, Content]
) -> Iterator[tuple[str, str, Stance | None]]:
    for review in reviews:
        by, approves = review.author, _APPROVES.get(review.state.casefold())
        if by is None:  # a deleted account: nobody could ask it to look again
            continue
        if approves is not None:
            content = contents.get(review.commit or "")
            stance = Stance(by.login, by.is_bot, approves, review.at, review.can_push, content)
            yield by.login, review.at, stance
        elif review.state.casefold() == _DISMISSED:
            yield by.login, review.at, None
