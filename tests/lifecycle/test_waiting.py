"""Which refusals mend themselves: those by gates alone."""

import pytest

from bot.lifecycle.asked import Asked
from bot.lifecycle.refusals import Asking, Refusal, refuse
from bot.lifecycle.remembered import MOST
from bot.lifecycle.subject import Subject
from bot.model.pull import Person
from bot.model.stage import Stage


def refused(word: str, *paths: str, needs: str = "a question is") -> Refusal | None:
    specs = tuple(
        Subject(path, "draft", Stage.DRAFTING, {"ok": Stage.APPROVED}, lambda *_: needs)
        for path in paths
    )
    asked = Asked(word, Person("ann", is_bot=False), "2026-11-20T10:00:00Z")
    return refuse(Asking(asked, specs, specs))


@pytest.mark.parametrize("paths", [("a.md",), ("a.md", "b “c” may be.md")])
def test_who_is_refused_by_gates_need_not_ask_again(paths: tuple[str, ...]) -> None:
    found = refused("ok", *paths)
    assert found is not None
    assert found.is_waiting
    assert " once a question is" in found.why


def test_who_is_refused_otherwise_has_to() -> None:
    found = refused("none", "a.md")
    assert found is not None
    assert not found.is_waiting


def test_what_needs_nothing_is_granted() -> None:
    assert refused("ok", "a.md", needs="") is None


def test_for_more_than_can_be_kept_nothing_is_granted_whatever_they_need() -> None:
    most = [f"{at}.md" for at in range(MOST)]
    assert refused("ok", *most, needs="") is None
    found = refused("ok", *most, "one-more.md", needs="")
    assert found is not None
    assert not found.is_waiting
    assert found.why.startswith(f"{MOST + 1} specs are changed here, and a status is asked for")
