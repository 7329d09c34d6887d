"""Which refusals mend themselves: those by gates, whatever the refusal says in the end."""

import pytest

from bot.lifecycle.asked import Asked
from bot.lifecycle.refusals import NO_RIGHT, Asking, refuse
from bot.lifecycle.subject import Subject
from bot.model.pull import Person
from bot.model.stage import Stage
from bot.model.standing import Request, Way


def refused(word: str, *paths: str) -> Request:
    specs = tuple(
        Subject(path, "draft", Stage.DRAFTING, {"ok": Stage.APPROVED}, lambda *_: "a question is")
        for path in paths
    )
    asked = Asked(word, Person("ann", is_bot=False), "2026-11-20T10:00:00Z")
    return Request(word, "ann", asked.at, Way.LABEL, refuse(Asking(asked, specs, specs)))


@pytest.mark.parametrize("paths", [("a.md",), ("a.md", "b “c” may be.md")])
def test_who_is_refused_by_gates_need_not_ask_again(paths: tuple[str, ...]) -> None:
    assert " once a question is" in refused("ok", *paths).refusal
    assert refused("ok", *paths).is_waiting


def test_who_is_refused_otherwise_has_to() -> None:
    assert not refused("none", "a.md").is_waiting
    for refusal in (NO_RIGHT, ""):
        assert not Request("ok", "eve", "", Way.LABEL, refusal).is_waiting
