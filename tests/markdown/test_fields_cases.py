"""Metadata in the shapes and the places that it is found in."""

import pytest

from bot.markdown.parse import parse_lines
from bot.model.document import Document


def _parse(text: str) -> Document:
    return parse_lines(tuple(text.split("\n")))


@pytest.mark.parametrize(
    ("text", "line", "shape"),
    [
        pytest.param("---\nStatus: Draft\n---\n# T", 2, "front", id="front matter"),
        pytest.param("# T\n## Metadata\n---\nStatus: Draft\n---", 4, "block", id="block"),
        pytest.param("# T\n\nStatus: Draft", 3, "plain", id="plain"),
        pytest.param("# T\n\n**Status:** Draft", 3, "bold", id="bold with colon"),
        pytest.param("# T\n\n**Status**: Draft", 3, "bold", id="bold before colon"),
        pytest.param("# T\n\n__Status__: Draft\\", 3, "bold", id="underscores, hard break"),
        pytest.param("# T\n\n- **Status**: Draft", 3, "list", id="bold in a list"),
        pytest.param("# T\n\n* Status: Draft", 3, "list", id="list"),
        pytest.param("# T\n\n> Status: Draft", 3, "quote", id="quote"),
        pytest.param("# T\n\n> - **Status:** Draft", 3, "quote", id="list in a quote"),
        pytest.param("## Preamble\n```\nStatus: Draft\n```", 3, "fence", id="fence"),
        pytest.param("# T\n\n|F|V|\n|-|-|\n|Status|Draft|", 5, "table", id="table"),
        pytest.param("# T\n\n|**Status**|Draft|\n|-|-|", 3, "table", id="head of a table"),
        pytest.param("# T\n\n|Id|Status|By|\n|-|-|-|\n|1|Draft|X|", 5, "table", id="wide table"),
        pytest.param("# T\n\n## Status\n\nDraft", 5, "heading", id="heading"),
        pytest.param("# T\n\n## 1. Status:\n\n- **Draft**", 5, "heading", id="item below heading"),
        pytest.param("## Status\n<!-- a\nb -->\n_Draft_", 4, "heading", id="behind a comment"),
        pytest.param("Status: Draft\n\n# T", 1, "plain", id="above the title"),
        pytest.param("Status: Draft", 1, "plain", id="no title at all"),
        pytest.param("## First\nStatus: Draft", 2, "loose", id="below a first subsection"),
        pytest.param("# Guide\n# T\nStatus: Draft", 3, "plain", id="second title"),
    ],
)
def test_status(text: str, line: int, shape: str) -> None:
    found = [f for f in _parse(text).fields if f.name == "Status"]
    assert [(f.value, f.line, f.shape) for f in found] == [("Draft", line, shape)]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("# T\n\n## S\n\n- **Latency**: 5 ms", id="subsection"),
        pytest.param("# T\n\n### S\n\nLatency: 5 ms", id="deep subsection"),
        pytest.param("# T\n\n```\nStatus: Draft\n```", id="code below the title"),
        pytest.param("# T\n\n<!--\nStatus: Draft\n-->", id="comment"),
        pytest.param("# T\n\nThis is a long sentence which says: nothing", id="sentence"),
        pytest.param("# T\n\nhttp://example.org", id="address"),
        pytest.param("# T\n\nno colon", id="no colon"),
        pytest.param("# T\n\n|a|b|c|\n|-|-|-|\n|1|2|3|", id="wide table without a status"),
        pytest.param("# T\n\n|a|Status|c|\n|-|-|-|", id="wide table without rows"),
        pytest.param("# T\n\n|Field|Value|\n|-|-|\n| |x|", id="names of columns, no name"),
        pytest.param("# T\n\n## S\n\n|Status|Draft|\n|-|-|", id="table in a subsection"),
        pytest.param("# T\n\n## S\n\n### Status\n\nDraft", id="heading below a subsection"),
        pytest.param("# T\n" + "\n" * 130 + "Status: Draft", id="far below"),
        pytest.param("# A\n# B\n# C\nStatus: Draft", id="third title"),
    ],
)
def test_no_field(text: str) -> None:
    assert _parse(text).fields == ()


@pytest.mark.parametrize(
    "title",
    [
        "Metadata",
        "Meta data",
        "1. Metadata",
        "About this document",
        "Document Info",
        "Info:",
        "Document history",
        "Front matter",
        "PREAMBLE",
        "Header",
    ],
)
def test_sections_named_for_it(title: str) -> None:
    document = _parse(f"# T\n\n## Goals\n\nA: 1\n\n## {title}\n\nOwner: Me\n\n## Next\n\nB: 1")
    assert [(f.name, f.value, f.line) for f in document.fields] == [("Owner", "Me", 9)]


def test_first_subsection_counts_only_where_nothing_else_does() -> None:
    document = _parse("Owner: Me\n\n## First\nStatus: Draft")
    assert [(f.name, f.shape) for f in document.fields] == [("Owner", "plain")]


def test_order_of_the_document() -> None:
    text = "---\nid: 7\n---\n# T\nOwner: Me\n\n|F|V|\n|-|-|\n|Tag|x|\n\n## Status\nDraft\n"
    found = [(f.name, f.line) for f in _parse(text).fields]
    assert found == [("id", 2), ("Owner", 5), ("F", 7), ("Tag", 9), ("Status", 12)]


@pytest.mark.parametrize(
    ("line", "value", "comment"),
    [
        ("Status: Draft <!-- or Done -->", "Draft", "or Done"),
        ("Status: <!-- todo -->", "", "todo"),
        ("Status:", "", ""),
        ("**Status:**", "", ""),
        ("Status: a: b", "a: b", ""),
        ("Status: Draft # x", "Draft # x", ""),
    ],
)
def test_value_and_comment(line: str, value: str, comment: str) -> None:
    (field,) = _parse(f"# T\n{line}").fields
    assert (field.name, field.value, field.comment) == ("Status", value, comment)


def test_fence_is_read_as_front_matter_is() -> None:
    text = (
        "## Preamble\n\n```yaml\nStatus: 'Draft' # or Done\nOwner: Me\n```\n\n## S\n```\nA: 1\n```"
    )
    found = [(f.name, f.value, f.comment, f.shape) for f in _parse(text).fields]
    assert found == [("Status", "Draft", "or Done", "fence"), ("Owner", "Me", "", "fence")]


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        pytest.param("## Status\n\n## S", [("", 3, "heading")], id="nothing below"),
        pytest.param("## Status\n<!-- a -->\n## S", [("", 3, "heading")], id="only a comment"),
        pytest.param("# Status\n> **Done**", [("Done", 4, "heading")], id="a title, a quote"),
    ],
)
def test_status_heading(text: str, fields: list[tuple[str, int, str]]) -> None:
    found = [(f.value, f.line, f.shape) for f in _parse("# T\n\n" + text).fields]
    assert found == fields


def test_empty_cell_hides_no_other_row() -> None:
    found = [
        (f.name, f.value) for f in _parse("# T\n|F|V|\n|-|-|\n|Status|Draft|\n|Owner||").fields
    ]
    assert ("Status", "Draft") in found


def test_status_heading_above_a_fence() -> None:
    (field,) = _parse("# T\n\n## Status\n\n```\nDraft\n```\n").fields
    assert field.value == "Draft"


def test_field_below_a_status_heading_is_no_status() -> None:
    assert _parse("# T\n\n## Status\n\nState: Draft\n").fields == ()
