"""What each person's word is worth: it counts, it objects, or it says why it does not count."""

from collections.abc import Iterator

from bot.model.standing import Approvals, Voice
from bot.render.comment.approvers import person
from bot.render.comment.phrases import ICONS, clipped

_LOGIN = 60
_WHY = 300


def voices_of(needs: Approvals) -> Iterator[str]:
    """Say of each person what their word is worth: those that count, objections, the others."""
    for voice in needs.voices:
        if voice.counts:
            yield f"{ICONS['fine']} {_login(voice.login)}"
    for login in needs.vetoes:
        yield f"{ICONS['error']} {_login(login)} wants changes"
    for voice in needs.voices:
        if not voice.counts:
            yield _unheard(voice)
    for word in needs.unknown if needs.missing else ():
        if word not in needs.hidden:
            yield f"who {person(word)} is cannot be looked up: name people by their logins"


def _unheard(voice: Voice) -> str:
    return f"{_login(voice.login)} {clipped(voice.why, _WHY)}"


def _login(login: str) -> str:
    return clipped(login, _LOGIN) or "somebody"
