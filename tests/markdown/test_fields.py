"""Tables of fields, statuses below their heading, and names in other languages."""

import pytest

from bot.markdown.parse import parse
from bot.model.document import Field


def _fields(text: str) -> list[tuple[str, str]]:
    return [(field.name, field.value) for field in parse(text.encode()).fields]


@pytest.mark.parametrize(
    ("rows", "fields"),
    [
        pytest.param(
            "|Status|Draft|\n|-|-|\n|Owner||", [("Status", "Draft"), ("Owner", "")], id="no value"
        ),
        pytest.param(
            "|F|V|\n|-|-|\n|Status|Draft \\| Final|",
            [("F", "V"), ("Status", "Draft | Final")],
            id="a hidden pipe",
        ),
        pytest.param(
            "|Field|Value|\n|-|-|\n|Status|Draft|much|\n|Owner|me|",
            [("Status", "Draft"), ("Owner", "me")],
            id="a cell too many",
        ),
        pytest.param(
            "|Field|Value|\n|-|-|\n|Status|Draft|\nand text", [("Status", "Draft")], id="text below"
        ),
        pytest.param("Field | Value\n--|--\nStatus: | Draft", [("Status", "Draft")], id="bare"),
    ],
)
def test_tables(rows: str, fields: list[tuple[str, str]]) -> None:
    assert _fields(f"# T\n\n{rows}\n\n## S\n") == fields


def test_metadata_stands_near_its_heading() -> None:
    rows = "|n|x|\n" * 200
    assert len(_fields(f"# T\n\n|Field|Value|\n|-|-|\n{rows}")) < 120


@pytest.mark.parametrize(
    ("text", "status"),
    [
        pytest.param("Draft", Field("Status", "Draft", 4, "heading"), id="one word"),
        pytest.param(
            "**Draft** — since May",
            Field("Status", "Draft — since May", 4, "heading"),
            id="with prose",
        ),
        pytest.param("> - `Draft`", Field("Status", "Draft", 4, "heading"), id="quoted item"),
        pytest.param("```\nDraft\n```", Field("Status", "Draft", 5, "heading"), id="fence"),
        pytest.param("- Status: Draft", Field("Status", "Draft", 4, "heading"), id="named"),
        pytest.param(
            "Date: 2026-01-02\n**Status:** Draft",
            Field("Status", "Draft", 5, "heading"),
            id="named below another",
        ),
        pytest.param("<!-- a\nb -->\nDraft", Field("Status", "Draft", 6, "heading"), id="comment"),
    ],
)
def test_below_a_status_heading(text: str, status: Field) -> None:
    assert parse(f"# T\n\n## Status\n{text}\n\n## S\n".encode()).fields == (status,)


def test_another_field_below_a_status_heading_is_no_status() -> None:
    assert _fields("# T\n\n## Status\n\nDate: 2026-01-02\nand more\n") == []


def test_a_field_is_read_once() -> None:
    assert _fields("# Status\n\nStatus: Draft\n") == [("Status", "Draft")]


@pytest.mark.parametrize("name", ["Étape", "Über uns", "Статус", "状态"])
def test_names_in_other_languages(name: str) -> None:
    assert _fields(f"# T\n\n- **{name}**: a\n") == [(name, "a")]
    assert _fields(f"# T\n\n{name}: a\n") == [(name, "a")]


def test_fields_stand_in_the_head_alone() -> None:
    text = "# T\n\nA: b\n\n## S\n\nC: d\n\n- **E**: f\n\n| G | h |\n|---|---|\n"
    assert _fields(text) == [("A", "b")]


def test_comments_and_code_of_other_sections_do_not_matter() -> None:
    section = "## Metadata\n\n<!--\nA: b\n-->\n\n```\nC: d\n```\n\n| E | f |\n|---|---|\n\n"
    assert _fields(f"# T\n\n{section}{section}") == [("C", "d"), ("E", "f")] * 2
