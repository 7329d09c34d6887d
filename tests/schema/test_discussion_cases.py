"""Lists below a paragraph that asks are the discussion, not the questions."""

import pytest

from bot.markdown.parse import parse_lines
from bot.schema.discussion import entries


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("- Which clock?\n- The unit", [("Which clock?", 1), ("The unit", 2)]),
        ("Which clock decides?\n- ours\n- theirs", [("Which clock decides?", 1)]),
        (
            "Which clock\ndecides?\n\n- ours\n\n  more\n- theirs\n\nThen:\n\n- the unit",
            [("Which clock decides?", 1), ("the unit", 11)],
        ),
        ("What is open?\n\n- Which clock?\n- the unit", [("Which clock?", 3), ("the unit", 4)]),
        ("What is open?\n\n- [ ] the clock", [("the clock", 3)]),
        ("- the clock\nor the unit?\n- the zone", [("the clock or the unit?", 1), ("the zone", 3)]),
        ("Which clock? We see two:\n\n- ours\n- theirs", [("Which clock? We see two:", 1)]),
        ("See /?page=2 for more:\n\n- the clock", [("the clock", 3)]),
        ("# Is this a title?\n- the clock", [("the clock", 2)]),
        ("", []),
    ],
)
def test_a_list_below_a_question_discusses_it(text: str, asked: list[tuple[str, int]]) -> None:
    document = parse_lines(tuple(text.split("\n")))
    found = entries(document, [item for item in document.items if not item.depth])
    assert [(words, line) for words, line, _ in found] == asked


def test_a_template_that_asks_for_a_list_gets_its_entries() -> None:
    document = parse_lines(("What is open?", "", "- the clock"))
    assert [line for _, line, _ in entries(document, document.items, {1})] == [3]
