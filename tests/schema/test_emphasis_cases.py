"""What stands wholly in emphasis, and whether that makes it a prompt."""

import pytest

from bot.schema.emphasis import asks_in_emphasis, in_emphasis


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("_How it works._", "How it works."),
        ("*How* _it works_.", "How it works"),
        ("- [ ] **Part:** _how it works_", "how it works"),
        ("<i>How it works</i>", "How it works"),
        ("_a snake_case_ name", ""),
        ("a_b_c", ""),
        ("**How it works**", ""),
        ("***How it works***", ""),
        ("* not emphasis *", ""),
        ("\\*How it works*", ""),
        ("- \n", ""),
        (f"_{'a ' * 600}b_", ""),
    ],
)
def test_what_is_said_in_emphasis(text: str, said: str) -> None:
    assert in_emphasis(text) == said


@pytest.mark.parametrize("text", ["_How it works._", "_Not what is known already_", "_Goals_"])
def test_it_asks(text: str) -> None:
    assert asks_in_emphasis(text)


@pytest.mark.parametrize(
    "text",
    ["How it works.", "_“How it works.”_", "_CC0_", "_This page is kept._", "_N/A_", "_TBD_",
     "_None so far_", "_No open items yet_", "_in review_"],
)  # fmt: skip
def test_it_may_stay(text: str) -> None:
    assert not asks_in_emphasis(text)
