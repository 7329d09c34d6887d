"""Who may approve, in words that pass for people."""

from collections.abc import Sequence

from bot.model.approvers import called
from bot.render.comment.phrases import clipped, either

_LOGIN = 60


def people(wanted: Sequence[str]) -> str:
    """Say who may approve, by the words of the configuration or of CODEOWNERS."""
    return either([person(each) for each in wanted]) or "anybody with write access"


def person(word: str) -> str:
    """Name one of them."""
    return clipped(called(word), _LOGIN)
