"""JSON of which nothing is believed."""

import pytest

from bot.forge.answer import Answer

GIVEN = Answer(
    {"a": {"b": "text", "n": 3, "yes": True, "null": None}, "l": [{"x": 1}, {"x": 2}], "e": []}
)


def test_what_is_there_is_read() -> None:
    assert GIVEN.text("a", "b") == "text"
    assert GIVEN.text_or_none("a", "b") == "text"
    assert GIVEN.number("a", "n") == 3
    assert GIVEN.big_number("a", "n") == 3
    assert Answer("12345678901").big_number() == 12345678901
    assert GIVEN.flag("a", "yes")
    assert [part.number("x") for part in GIVEN.parts("l")] == [1, 2]
    assert GIVEN.at("a")
    assert not GIVEN.at("e")


@pytest.mark.parametrize("path", [("z",), ("a", "null"), ("a", "null", "x"), ("l", "x"), ("a",)])
def test_what_is_not_there_reads_as_nothing(path: tuple[str, ...]) -> None:
    assert GIVEN.text(*path) == ""
    assert GIVEN.text_or_none(*path) is None
    assert GIVEN.number(*path) == 0
    assert GIVEN.big_number(*path) == 0
    assert not GIVEN.flag(*path)
    assert list(GIVEN.parts(*path)) == []
