"""Accounts as pages show them."""

import zlib
from dataclasses import dataclass
from urllib.parse import quote

from bot.sandbox.hub import Hub
from bot.sandbox.records import User

_TONES = 8


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody; ``tone`` is the colour of their round sign."""

    login: str
    page: str
    tone: int
    is_bot: bool

    @property
    def initial(self) -> str:
        """What stands in their sign."""
        return self.login[:1].upper()


def person(hub: Hub, key: int) -> Person:
    """Return an account by its id."""
    return show_user(hub.store.get(User, key))


def show_user(user: User) -> Person:
    """Return an account as pages show it."""
    name = user.login.removesuffix("[bot]")
    tone = zlib.crc32(user.login.encode()) % _TONES
    return Person(name, f"/{quote(name)}", tone, user.type == "Bot")
