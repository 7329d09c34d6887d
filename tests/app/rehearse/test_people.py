"""An account's name, made of a person's."""

import pytest

from bot.app.rehearse.people import login_of


@pytest.mark.parametrize(
    ("name", "login"),
    [
        ("Writing team", "writing-team"),
        ("Zoë O'Neill", "zoe-o-neill"),
        ("--x--", "x"),
        ("王芳", "author"),
        ("", "author"),
        (None, "author"),
        ("a" * 50, "a" * 39),
        (f"{'a' * 38} b", "a" * 38),
    ],
)
def test_it_is_one_that_github_would_take(name: str | None, login: str) -> None:
    assert login_of(name) == login
