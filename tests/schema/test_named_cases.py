"""What a document calls itself."""

import pytest

from bot.markdown.parse import parse_lines
from bot.model.document import Field
from bot.model.spec import Spec
from bot.schema.derive import derive
from bot.schema.named import find_field, id_regex
from bot.schema.read import read_spec


def _spec(template: str, text: str, path: str = "docs/a.md") -> Spec:
    schema = derive(tuple(template.split("\n")), "plan.md")
    return read_spec(parse_lines(tuple(text.split("\n"))), schema, path, {})


RFC = "# RFC-XXX: [Title]\n\n**Ticket**: [number]\n\n## Why"


@pytest.mark.parametrize(
    ("template", "text", "path", "own"),
    [
        (RFC, "# RFC-012: Clocks\n\n## Why", "RFC-099.md", "RFC-012"),
        (RFC, "# Clocks\n\n**Ticket**: RFC-044\n\n## Why", "RFC-099.md", "RFC-044"),
        (RFC, "# Clocks\n\n## Why", "docs/RFC-099-clocks.md", "RFC-099"),
        (RFC, "# Clocks\n\n## Why", "RFC-099/clocks.md", None),
        (RFC, "# MYRFC-012: Clocks\n\n## RFC-013", "clocks.md", None),
        ("# Plan\n\n## Why", "# RFC-012: Clocks\n\n## Why", "RFC-099.md", None),
    ],
)
def test_an_id_is_read(template: str, text: str, path: str, own: str | None) -> None:
    assert _spec(template, text, path).id == own


@pytest.mark.parametrize(
    ("template", "text", "title"),
    [
        (RFC, "# RFC-012: Clocks\n\n## Why", "Clocks"),
        (RFC, "# RFC-012\n\n## Why", "RFC-012"),
        (RFC, "## Why\n\nText", None),
        ("# Design: [Name]\n\n## Why", "# Design: Clocks\n\n## Why", "Clocks"),
        ("# Design: [Name]\n\n## Why", "# Clocks of **Design**\n\n## Why", "Clocks of Design"),
        ("# A [Name]\n\n## Why", "# A clock\n\n## Why", "A clock"),
        ("# Plan\n\n## Why", "---\ntitle: The *clocks*\n---\n\n# Other\n\n## Why", "The clocks"),
        ("# Plan\n\n## Why", "# Other\n\n**Feature Name**: Clocks\n\n## Why", "Clocks"),
        ("# Plan\n\n## Why", "# Other\n\n**Name**: Clocks\n\n## Why", "Clocks"),
        ("# Plan\n\n## Why", "# Other\n\nTitle: Clocks\n\n## Why", "Other"),
        ("# Plan\n\n## Why", "---\ntitle:\n---\n\n# Other\n\n## Why", "Other"),
        ("# Meta\n\n## Why", "# Meta\n\n# Clocks\n\n## Why", "Clocks"),
        ("# Meta\n\n## Why", "# Meta\n\n## Why", None),
    ],
)
def test_a_title_is_read(template: str, text: str, title: str | None) -> None:
    assert _spec(template, text).title == title


def test_the_first_field_of_a_name_is_found() -> None:
    fields = [Field("Author(s)", "a", 1, "bold"), Field("author", "b", 2, "bold")]
    assert find_field(fields, "author") is fields[0]
    assert find_field(fields, "owner") is None


@pytest.mark.parametrize(
    ("text", "found"),
    [("see A-1.", "A-1"), ("see BA-1", None), ("see x-A-1", None), ("see A-1b", None)],
)
def test_an_id_stands_alone_in_a_text(text: str, found: str | None) -> None:
    match = id_regex(r"A-\d").search(text)
    assert (match and match[0]) == found
