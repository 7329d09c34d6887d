"""Markers: what the Steward knows its own by."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.plan.marker import issue_markers, read_marker, write_marker

NAMES = st.sampled_from(["head", "key", "seen"])


@given(st.dictionaries(NAMES, st.text()))
def test_what_is_written_is_read(values: dict[str, str]) -> None:
    marker = write_marker("comment", values)
    assert read_marker(marker, "comment", first=True) == values
    assert read_marker(f"text\r\n{marker}\r\ntext", "comment") == values
    assert "\n" not in marker


@given(st.text())
def test_no_value_ends_the_comment_that_it_stands_in(value: str) -> None:
    inner = write_marker("issue", {"key": value}).removeprefix("<!--").removesuffix("-->")
    assert "--" not in inner.replace("spec-steward", "")
    assert ">" not in inner


def test_a_marker_reads_well() -> None:
    assert write_marker("comment", {"head": "ab12", "at": "docs/a b-c.md"}) == (
        "<!-- spec-steward:comment v1 head=ab12 at=docs/a%20b%2Dc.md -->"
    )


@pytest.mark.parametrize(
    "body",
    [
        "",
        "<!-- spec-steward:issue v1 -->",  # of another kind
        "<!-- spec-steward:comment v2 -->",
        "> <!-- spec-steward:comment v1 -->",  # quoted
        "<!-- spec-steward:comment v1 --> and more",
        "<!-- spec-steward:comment v1 a=<b> -->",
    ],
)
def test_what_only_looks_like_one_is_none(body: str) -> None:
    assert read_marker(body, "comment") is None


def test_the_first_line_or_any() -> None:
    body = "words\n<!-- spec-steward:comment v1 -->"
    assert read_marker(body, "comment") == {}
    assert read_marker(body, "comment", first=True) is None


def test_a_marker_that_names_another_issue_is_a_quotation() -> None:
    own, other, bare = (
        write_marker("issue", {"key": key, **number})
        for key, number in (("a", {"number": "7"}), ("b", {"number": "8"}), ("c", {}))
    )
    comment, more = write_marker("comment", {"key": "d"}), bare.replace("=c", "=e")
    assert issue_markers([comment, other, bare, own], 7) == {3: {"key": "a", "number": "7"}}
    assert issue_markers([other, bare, comment], 7) == {1: {"key": "c"}}
    assert issue_markers([bare, "", more], 7) == {0: {"key": "c"}, 2: {"key": "e"}}
    assert issue_markers([other, comment], 7) == {}
