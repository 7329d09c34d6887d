"""Who may approve, in words that pass for people."""

from collections.abc import Sequence

from bot.render.comment.phrases import clipped, either

_LOGIN = 60
_ROLE = "role:"
_OWNERS = "codeowners"


def people(wanted: Sequence[str]) -> str:
    """Say who may approve, by the words of the configuration or of CODEOWNERS."""
    return either([_person(each) for each in wanted]) or "anybody with write access"


def _person(word: str) -> str:
    if word.startswith(_ROLE):
        return f"anybody with the role {clipped(word.removeprefix(_ROLE), _LOGIN)}"
    return "the code owners" if word == _OWNERS else clipped(word, _LOGIN)
