"""Splicing: the lines that an edit names change, and no other byte."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.edit.splice import Edit, apply_edits


def put(data: bytes, line: int, *lines: str) -> bytes:
    return apply_edits(data, [Edit(line, lines, "")])


def replace(data: bytes, line: int, *lines: str) -> bytes:
    return apply_edits(data, [Edit(line, lines, "", replaces=True)])


def test_lines_go_before_a_line() -> None:
    assert put(b"a\nb\n", 1, "x") == b"x\na\nb\n"
    assert put(b"a\nb\n", 2, "x", "", "y") == b"a\nx\n\ny\nb\n"


@pytest.mark.parametrize("line", [3, 4, 99])
def test_a_line_beyond_the_last_is_the_end(line: int) -> None:
    assert put(b"a\nb\n", line, "x") == b"a\nb\nx\n"


def test_a_line_takes_the_place_of_another() -> None:
    assert replace(b"a\nb\nc\n", 2, "x") == b"a\nx\nc\n"
    assert replace(b"a\nb\nc\n", 2, "x", "y") == b"a\nx\ny\nc\n"
    assert replace(b"a\nb", 2, "x") == b"a\nx"


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_new_lines_end_as_most_lines_do(end: str) -> None:
    text = end.join(("a", "b", "c", ""))
    wanted = end.join(("a", "x", "y", "b", "c", ""))
    assert put(text.encode(), 2, "x", "y") == wanted.encode()
    assert replace(text.encode(), 2, "x", "y") == end.join(("a", "x", "y", "c", "")).encode()


def test_mixed_line_ends_stay_as_they_are() -> None:
    assert put(b"a\r\nb\nc\n", 3, "x") == b"a\r\nb\nx\nc\n"
    assert put(b"a\r\nb\nc\r\n", 3, "x") == b"a\r\nb\nx\r\nc\r\n"
    assert replace(b"a\r\nb\nc\r\n", 2, "x") == b"a\r\nx\nc\r\n"


def test_new_lines_never_join_the_ends_of_others() -> None:
    assert put(b"a\rb\nc\n", 2, "", "x") == b"a\r\r\nx\r\nb\nc\n"
    assert put(b"a\rb\r\n\n", 3, "x") == b"a\rb\r\nx\r\n\n"


def test_a_last_line_without_an_end_gets_one_only_where_lines_follow() -> None:
    assert put(b"a\nb", 3, "x") == b"a\nb\nx\n"
    assert put(b"a\r\nb", 3, "x") == b"a\r\nb\r\nx\r\n"
    assert put(b"a", 2, "x") == b"a\nx\n"
    assert put(b"a\nb", 2, "x") == b"a\nx\nb"


def test_a_byte_order_mark_stays_in_front() -> None:
    mark = b"\xef\xbb\xbf"
    assert put(mark + b"a\n", 1, "x") == mark + b"x\na\n"
    assert replace(mark + b"a\n", 1, "x") == mark + b"x\n"
    assert put(mark, 1, "x") == mark + b"x\n"


def test_an_empty_file_gets_the_lines() -> None:
    assert put(b"", 1, "x", "y") == b"x\ny\n"


def test_only_line_ends_end_lines() -> None:
    odd = "a\u2028b\x0cc\x85d\n".encode()
    assert put(odd + b"e\n", 2, "x") == odd + b"x\ne\n"


def test_several_edits_hold_the_lines_of_the_text_as_it_was() -> None:
    edits = [Edit(3, ("y",), ""), Edit(1, ("x",), ""), Edit(2, ("B",), "", replaces=True)]
    assert apply_edits(b"a\nb\nc\n", edits) == b"x\na\nB\ny\nc\n"


@pytest.mark.parametrize("data", [b"a\nb\n", b"a\nb", b""])
def test_edits_in_one_place_keep_their_order(data: bytes) -> None:
    edits = [Edit(9, ("1", "2"), ""), Edit(9, ("3",), ""), Edit(9, ("4",), "")]
    lead = data if not data or data.endswith(b"\n") else data + b"\n"
    assert apply_edits(data, edits) == lead + b"1\n2\n3\n4\n"
    assert apply_edits(b"a\nb\n", [Edit(2, ("1",), ""), Edit(2, ("2",), "")]) == b"a\n1\n2\nb\n"


def test_lines_go_before_one_that_is_replaced() -> None:
    edits = [Edit(2, ("B", "C"), "", replaces=True), Edit(2, ("x",), "")]
    assert apply_edits(b"a\nb\nc\n", edits) == b"a\nx\nB\nC\nc\n"


def test_without_edits_nothing_changes() -> None:
    assert apply_edits(b"\xff not even text", []) == b"\xff not even text"


ENDS = st.sampled_from(["\n", "\r\n", "\r"])


@given(
    lines=st.lists(st.tuples(st.text("ab #é", max_size=3), ENDS), max_size=6),
    last=st.text("ab", max_size=2),
    mark=st.booleans(),
    places=st.lists(st.tuples(st.integers(1, 9), st.integers(1, 3)), max_size=4),
)
def test_whatever_is_put_in_the_rest_stays(
    lines: list[tuple[str, str]], last: str, mark: bool, places: list[tuple[int, int]]
) -> None:
    text = "\ufeff" * mark + "".join(line + end for line, end in lines) + last
    edits = [Edit(line, ("NEW",) * count, "") for line, count in places]
    after = apply_edits(text.encode(), edits).decode()
    kept = after
    for end in ("\r\n", "\n", "\r"):
        kept = kept.replace(f"NEW{end}", "")
    added_end = kept.removeprefix(text)
    assert kept.startswith(text)
    assert added_end in ("", "\n", "\r\n", "\r")
    assert after.count("NEW") == sum(count for _, count in places)
    count = len(re.findall(r"\r\n|\r|\n", text)) + bool(last)
    assert bool(added_end) == bool(last and any(line > count for line, _ in places))
