"""Values in which nobody is named."""

import pytest

from bot.schema.nobody import is_nobody


@pytest.mark.parametrize(
    "value",
    ["@github-handle", "@handle", "@username1, @username2", "@org/team-name", "your name",
     "Author Name <author@company.com>", "name@example.com", "you@example.org", "Jane Doe",
     "First Last", "first.last@company.com", "team name", "githubHandle", "@author and @reviewer",
     "GitHub handles of the reviewers", "email", "Names…"],
)  # fmt: skip
def test_nobody(value: str) -> None:
    assert is_nobody(value, "Owner")


@pytest.mark.parametrize(
    "value",
    ["", "@acme/platform", "@ann", "Ann", "ann@acme.io", "Platform team", "team", "user", "none",
     "Ann, @handle", "name " * 30, "—"],
)  # fmt: skip
def test_somebody_or_something(value: str) -> None:
    assert not is_nobody(value, "Owner")


def test_a_word_alone_may_be_a_value_of_its_own() -> None:
    assert not is_nobody("name", "Sort key")
    assert is_nobody("name", "Approved by")
