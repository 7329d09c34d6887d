"""Whose an issue may be: GitHub refuses the whole issue for one name that it cannot assign."""

from collections.abc import Iterable
from urllib.parse import quote

from bot.errors import ForgeError
from bot.forge.deeds.base import Hand
from bot.plan.known import Known

_NOT_FOUND = 404


def assignable(hand: Hand, logins: Iterable[str], known: Known) -> list[str]:
    """Give those to whom an issue can be assigned; each is asked for once, and told of once."""
    kept = []
    for login in logins:
        if login not in hand.assignable:
            hand.assignable[login] = _may_have(hand, login)
        if hand.assignable[login]:
            kept.append(login)
        else:
            warn_of(login, known)
    return kept


def refuse(hand: Hand, logins: Iterable[str], known: Known) -> None:
    """Take note of those to whom nothing can be assigned, whatever was said of them before."""
    for login in logins:
        hand.assignable[login] = False
        warn_of(login, known)


def warn_of(login: str, known: Known) -> None:
    """Say that issues are not given to somebody who was named for it."""
    known.warn(
        f"issues cannot be assigned to “{login}”, and are opened without; "
        "give them access to the repository, or take the name out of “issues: assignees”"
    )


def _may_have(hand: Hand, login: str) -> bool:
    try:
        hand.line.get(f"/assignees/{quote(login, safe='')}")
    except ForgeError as error:
        if error.status != _NOT_FOUND:
            raise
        return False
    return True
