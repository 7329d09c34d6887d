"""Who lives in the town."""

from bot.sandbox.hub import Hub
from bot.sandbox.records import User
from bot.sandbox.state.people import find_user
from bot.sandbox.viewer import Actor


def actor(hub: Hub, login: str) -> Actor:
    return Actor(person(hub, login).id)


def person(hub: Hub, login: str) -> User:
    found = find_user(hub, login)
    assert found is not None
    return found
