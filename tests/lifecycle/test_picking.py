"""Whose request counts: nobody takes away what somebody else may ask for."""

from bot.lifecycle.asked import Asked
from bot.lifecycle.picking import Picked, pick
from bot.lifecycle.refusals import NO_RIGHT
from bot.model.pull import Person
from bot.model.role import Role

ANN, BOB = Asked("review", Person("ann"), "1"), Asked("approved", Person("bob"), "3")
EVE, LATE_EVE = Asked("done", Person("eve"), "2"), Asked("done", Person("eve"), "4")
BOT = Asked("done", Person("b[bot]", is_bot=True), "5")
NOBODY = Asked("done", None, "0")
ROLES = {"ann": Role.WRITE, "bob": Role.ADMIN, "eve": Role.TRIAGE}


class Looking:
    """Looks roles up, and remembers whose."""

    def __init__(self) -> None:
        self.up: list[str] = []

    def __call__(self, login: str) -> Role:
        self.up.append(login)
        return ROLES[login]


def picked(*requests: Asked, heard: str = "", turned: str = "") -> tuple[Picked, list[str]]:
    looking = Looking()
    return pick(requests, heard, turned, looking), looking.up


def test_the_latest_of_those_who_may_counts() -> None:
    assert picked(LATE_EVE, BOB, EVE, ANN) == (Picked(BOB, LATE_EVE, NO_RIGHT), ["eve", "bob"])
    assert picked() == (Picked(), [])


def test_what_was_decided_is_not_asked_about_again() -> None:
    requests = (LATE_EVE, BOB, EVE, ANN)
    assert picked(*requests, heard="3", turned="4") == (Picked(BOB, LATE_EVE, NO_RIGHT), [])
    assert picked(*requests[2:], heard="1", turned="2") == (Picked(ANN, EVE, NO_RIGHT), [])


def test_an_older_one_does_not_return_where_the_one_that_counted_was_taken_back() -> None:
    assert picked(EVE, ANN, heard="3") == (Picked(), [])


def test_robots_and_unknown_hands_are_told_so_without_a_look() -> None:
    found, looked = picked(BOT, ANN)
    assert (found.asked, found.turned, looked) == (ANN, BOT, ["ann"])
    assert picked(BOT, ANN, heard="1", turned="5")[0] == found
    nobody, _ = picked(NOBODY)
    assert nobody.why == "nobody can tell who set it: set it again"


def test_of_many_the_latest_are_looked_into() -> None:
    many = [Asked("done", Person("eve"), f"{at:03}") for at in range(100, 0, -1)]
    assert len(picked(*many, ANN)[1]) == 20
