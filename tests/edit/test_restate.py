"""A status set to another word: in each shape that statuses have, and in no other place."""

import pytest

from bot.edit.restate import restate
from bot.markdown.parse import parse
from bot.model.stage import Stage
from bot.schema.derive import derive
from bot.schema.read import read_spec
from tests.edit.mending import flat

LISTED = """
    # Title: [Name]

    - **Status:** Draft | In Review | Accepted

    ## Context

    Why is this needed?
"""
OPEN = LISTED.replace("Draft | In Review | Accepted", "Draft")
STAGES = {"signed off": Stage.APPROVED}


def restated(line: str, word: str, template: str = LISTED, more: str = "") -> str | None:
    text = f"# Title: Parcel search\n\n{line}\n{more}\n## Context\n\nIt is Draft work.\n"
    schema = derive(tuple(flat(template).split("\n")), "T.md", STAGES)
    spec = read_spec(parse(text.encode(), 10_000), schema, "a.md", STAGES)
    edit = restate(text.encode(), spec, word, STAGES)
    return edit.lines[0] if edit else None


@pytest.mark.parametrize(
    ("line", "word", "after"),
    [
        ("- **Status:** Draft", "accepted", "- **Status:** Accepted"),
        ("- **Status:** Draft — since May", "in review", "- **Status:** In Review — since May"),
        ("- **Status:** in-review", "accepted", "- **Status:** Accepted"),
        ("**Status**: Draft  ", "accepted", "**Status**: Accepted  "),
        ("Status: draft", "accepted", "Status: Accepted"),
        ("> Status: `Draft`", "accepted", "> Status: `Accepted`"),
        ("| Status | Draft |\n| --- | --- |", "accepted", "| Status | Accepted |"),
        ("- **Status:** Draft | In Review | Accepted", "accepted", "- **Status:** Accepted"),
        ("- **Status:** Wurst", "accepted", "- **Status:** Accepted"),
        ("- **Status:** Status is Wurst", "accepted", "- **Status:** Accepted"),
    ],
)
def test_the_word_is_set_as_the_template_writes_it(line: str, word: str, after: str) -> None:
    assert restated(line, word) == after


def test_where_the_template_lists_none_it_begins_as_the_document_has_it() -> None:
    assert restated("- **Status:** Draft", "signed off", OPEN) == "- **Status:** Signed off"
    assert restated("- **Status:** draft", "signed off", OPEN) == "- **Status:** signed off"


@pytest.mark.parametrize(
    ("line", "more"),
    [
        ("- **Status:** Draft", "- **Status:** Draft\n"),
        ("- **Owner:** ann", ""),
        ("- **Status:**", ""),
    ],
)
def test_where_no_single_line_does_it_nothing_is_offered(line: str, more: str) -> None:
    assert restated(line, "accepted", more=more) is None


@pytest.mark.parametrize("word", ["accepted | draft", "a\0b"])
def test_what_would_not_be_read_so_is_not_offered(word: str) -> None:
    assert restated("- **Status:** Draft", word) is None
