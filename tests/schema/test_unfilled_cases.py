"""Fields that still hold what only a template may: a dummy value."""

import pytest

from bot.markdown.parse import parse_lines
from bot.model.spec import State
from bot.schema.derive import derive
from bot.schema.read import read_spec
from bot.schema.unfilled import unfilled_fields


@pytest.mark.parametrize(
    "dummy",
    [
        "0000",
        "NNN",
        "No. XXXX",
        "https://example.org/issues/NNN",
        "vX.Y",
        "X.Y.Z",
        "@your-handle",
        "Your Name",
        "Short title",
        "title",
    ],
)
def test_a_dummy_may_not_stay(dummy: str) -> None:
    assert _left(f"Value: {dummy}", f"Value: {dummy}") == [(2, (dummy,), None)]
    assert _left(f"Value: {dummy}", "Value: 1234") == []


@pytest.mark.parametrize("value", ["1.0", "000-100", "Feature", "Annex N", "Subtitle", "Draft"])
def test_a_default_may_stay(value: str) -> None:
    assert _left(f"Value: {value}", f"Value: {value}") == []


def test_a_status_is_looked_at_elsewhere() -> None:
    assert _left("Status: NNN", "Status: NNN") == []


def test_within_an_untouched_section_it_is_not_told_apart() -> None:
    template = ("# T", "", "## Metadata", "", "- **Author:** Your Name", "- **Why?** [why]", "")
    schema = derive(template, "plan.md")
    spec = read_spec(parse_lines(template), schema, "docs/a.md", {})
    assert [section.state for section in spec.sections] == [State.UNTOUCHED]
    assert spec.leftovers == ()


def _left(template: str, document: str) -> list[tuple[int, tuple[str, ...], str | None]]:
    rest = ("---", "", "## Why", "")
    schema = derive(("---", template, *rest), "plan.md")
    found = unfilled_fields(parse_lines(("---", document, *rest)), schema)
    return [(left.line, left.tokens, left.section) for left in found]
