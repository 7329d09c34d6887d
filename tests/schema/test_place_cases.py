"""Where something missing would go."""

import pytest

from bot.markdown.parse import parse_lines
from bot.model.spec import Spec
from bot.schema.derive import derive
from bot.schema.place import field_line, place_of, section_at, shown_line
from bot.schema.read import read_spec

TEMPLATE = "# Plan\n## Why\n## How\n### First\n### Then\n### Last\n## Rest"


def _spec(text: str, template: str = TEMPLATE) -> Spec:
    schema = derive(tuple(template.split("\n")), "plan.md")
    return read_spec(parse_lines(tuple(text.split("\n"))), schema, "clocks.md", {})


@pytest.mark.parametrize(
    ("text", "missing", "line"),
    [
        ("# A\n## Why\ntext\n## Rest", "How", 4),
        ("# A\n## How\ntext\n## Rest", "Why", 2),
        ("# A\n## Why\n## How\ntext", "Rest", 5),
        ("# A\ntext", "How", 3),
        # behind the nearest before it
        ("# A\n## Why\n## How\n### First\n### Last", "Then", 5),
        # before the nearest after it
        ("# A\n## How\ntext\n### Then\n### Last", "First", 4),
        # the only one of its parent
        ("# A\n## How\ntext\n## Rest", "Then", 4),
        # what stands elsewhere is no neighbour
        ("# A\n### First\n## How\ntext\n## Rest\n### Last", "Then", 5),
        ("# A\n## How\ntext\n## Rest\n### First", "Then", 4),
        # nor is a label
        ("# A\n## How\ntext\n\n**First**:\n\n- a\n\n## Rest", "Then", 9),
        ("# A\n## How\ntext\n\n**Last**:\n\n- a\n\n## Rest", "Then", 9),
        # without its parent
        ("# A\n### First\n## Rest", "Then", 3),
        ("# A\n### Last\n## Rest", "Then", 2),
    ],
)
def test_a_missing_section_has_a_place(text: str, missing: str, line: int) -> None:
    spec = _spec(text)
    section = next(s for s in spec.sections if s.schema.title == missing)
    assert section.found is None
    assert place_of(spec, section) == line


def test_a_place_does_not_lie_behind_its_parent() -> None:
    spec = _spec("# A\n## How\n### First\n# B\ntext")
    then = next(s for s in spec.sections if s.schema.title == "Then")
    assert place_of(spec, then) == 4


def test_the_section_at_a_line_is_the_innermost_of_the_template() -> None:
    spec = _spec("# A\n## How\ntext\n### First\n#### Else\ntext\n## More\ntext")
    titles = [section_at(spec, line) for line in range(1, 9)]
    assert titles == [None, "How", "How", "First", "First", "First", None, None]


@pytest.mark.parametrize(
    ("text", "line", "shown"),
    [("a\nb", 1, 1), ("a\nb", 3, 2), ("a\nb\n", 4, 2), ("a\nb\n", 0, 1), ("", 5, 1)],
)
def test_a_line_is_shown_that_is_there(text: str, line: int, shown: int) -> None:
    assert shown_line(_spec(text), line) == shown


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("intro\n\n# A\n\n**Owner**: me\n**Date**: today\n", 6),
        ("intro\n\n# A\n\n**Owner**: me\n**Other**: today\n", 5),
        ("intro\n\n# A\n", 3),
        ("intro\n\n## Why\n", 1),
        ("", 1),
    ],
)
def test_a_missing_field_goes_to_the_others(text: str, line: int) -> None:
    template = "# Plan\n\n**Owner**: [name]\n**Date**: [day]\n\n## Why"
    assert field_line(_spec(text, template)) == line
