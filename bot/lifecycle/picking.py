"""Whose request counts: the latest of those who may ask. What others ask for moves nothing."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from bot.lifecycle.asked import Asked
from bot.lifecycle.refusals import NO_RIGHT, may_not_ask
from bot.model.role import Role

_MOST = 20  # requests that are looked into: further back, nobody remembers having asked


@dataclass(frozen=True, slots=True)
class Picked:
    """The request that counts, and the latest one after it that does not, with the reason."""

    asked: Asked | None = None
    turned: Asked | None = None
    why: str = ""


def pick(
    requests: Sequence[Asked], heard: str, turned: str, role_of: Callable[[str], Role]
) -> Picked:
    """Pick among requests, the latest first.

    ``heard`` is when the request was made that counted at the last look, ``turned`` when the last
    one that did not: what was decided then is not asked about again.
    """
    found = Picked()
    for asked in requests[:_MOST]:
        if asked.at == heard:
            return Picked(asked, found.turned, found.why)
        is_known = asked.at == turned and asked.by is not None and not asked.by.is_bot
        if asked.at < max(heard, turned) and not is_known:
            continue  # looked into before, and it did not count
        why = NO_RIGHT if is_known else may_not_ask(asked, role_of)
        if not why:
            return Picked(asked, found.turned, found.why)
        if found.turned is None:
            found = Picked(None, asked, why)
    return found
