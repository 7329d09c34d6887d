"""The word that is meant, and what is too long to be one."""

import pytest

from bot.schema.near import nearest


@pytest.mark.parametrize(
    ("word", "right", "near"),
    [
        ("drfat", ["done", "draft"], "draft"),
        ("other", ["done", "draft"], None),
        ("a" * 101, ["a" * 100], None),
        ("a" * 100, ["a" * 101], None),
        ("draft", [*(f"{n:03}" for n in range(200)), "draft"], None),
    ],
)
def test_the_nearest(word: str, right: list[str], near: str | None) -> None:
    assert nearest(word, right) == near
