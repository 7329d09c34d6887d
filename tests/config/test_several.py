"""Several faults in one line: each with its place, and nothing hidden that is another matter."""

import pytest

from bot.config.several import each, together
from bot.errors import ForgeError, StewardError


def test_places_are_told_as_far_as_they_differ() -> None:
    errors = [
        StewardError("one", where="a.yml:1: x", mend="mend it"),
        StewardError("two", where="a.yml:2: y"),
        StewardError("three", where="b.md:7", mend="mend that"),
        StewardError("four"),
    ]
    assert str(together(errors, "and 2 more")) == (
        "a.yml:1: x: one; mend it · also line 2: y: two · also b.md:7: three; mend that · "
        "also four · and 2 more"
    )
    assert str(together(errors[1:3])) == "a.yml:2: y: two · also b.md:7: three; mend that"
    assert together(errors[:1]) is errors[0]


def test_an_outage_is_no_fault_of_what_was_given() -> None:
    def make(number: int) -> int:
        if number == 1:
            raise StewardError("one")
        raise ForgeError("gone")

    with pytest.raises(ForgeError, match=r"^gone$"):
        each(make, [1, 2])
    with pytest.raises(StewardError, match=r"^one$"):
        each(make, [1])
