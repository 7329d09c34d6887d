"""Bytes that are lines, and bytes that are none."""

import pytest

from bot.markdown.decode import Unreadable, decode
from bot.markdown.parse import parse
from bot.model.policy import SIZE_CAP


@pytest.mark.parametrize(
    ("data", "lines"),
    [
        pytest.param(b"", ("",), id="empty"),
        pytest.param(b"a", ("a",), id="no end of line"),
        pytest.param(b"a\n", ("a", ""), id="end of line"),
        pytest.param(b"a\r\nb\r\n", ("a", "b", ""), id="CRLF"),
        pytest.param(b"a\rb\rc", ("a", "b", "c"), id="lone CR"),
        pytest.param(b"a\r\n\rb\n\r\nc", ("a", "", "b", "", "c"), id="mixed ends"),
        pytest.param(b"\xef\xbb\xbf# A\n", ("# A", ""), id="BOM"),
        pytest.param(b"\xef\xbb\xbf", ("",), id="BOM alone"),
        pytest.param("\ufeff\ufeffa".encode(), ("\ufeffa",), id="only one BOM is a mark"),
        pytest.param("a\u2028b\u2029c\n".encode(), ("a\u2028b\u2029c", ""), id="U+2028"),
        pytest.param("a\x0bb\x0cc\x85d".encode(), ("a\x0bb\x0cc\x85d",), id="other breaks"),
        pytest.param("ü 😀\n日本".encode(), ("ü 😀", "日本"), id="beyond ASCII"),
    ],
)
def test_lines(data: bytes, lines: tuple[str, ...]) -> None:
    assert decode(data) == lines


@pytest.mark.parametrize(
    ("data", "line", "word"),
    [
        pytest.param("# A".encode("utf-16"), 1, "UTF-16", id="UTF-16 with its mark"),
        pytest.param(b"\xff\xfe#\0", 1, "UTF-16", id="UTF-16 LE"),
        pytest.param(b"\xfe\xff\0#", 1, "UTF-16", id="UTF-16 BE"),
        pytest.param(b"+/v8-a", 1, "UTF-7", id="UTF-7"),
        pytest.param(b"\0", 1, "NUL", id="NUL first"),
        pytest.param(b"a\nb\nc\0\n\0", 3, "NUL", id="NUL in line 3"),
        pytest.param(b"\xff\0", 1, "NUL", id="NUL before bad bytes"),
        pytest.param(b"\xe9", 1, "byte 0xe9 at offset 0 ", id="Latin-1"),
        pytest.param(b"a\nb\r\ncaf\xe9\n", 3, "byte 0xe9 at offset 8 ", id="line 3"),
        pytest.param(b"\xef\xbb\xbfa\n\xfe", 2, "byte 0xfe at offset 5 ", id="behind a BOM"),
        pytest.param(b"a\n\xe2\x82", 2, "byte 0xe2 at offset 2 ", id="cut off"),
        pytest.param(
            b"a\rb\r\xff",
            3,
            "byte 0xff at offset 4 ",
            id="behind lone CRs",
        ),
        pytest.param(b"\xed\xa0\x80", 1, "byte 0xed at offset 0 ", id="surrogate"),
        pytest.param(b"\n\xc0\xaf", 2, "byte 0xc0 at offset 1 ", id="overlong"),
    ],
)
def test_no_text(data: bytes, line: int, word: str) -> None:
    with pytest.raises(Unreadable) as caught:
        decode(data)
    assert caught.value.line == line
    assert word in caught.value.message
    assert caught.value.help


@pytest.mark.parametrize(
    ("size", "cap", "fits"),
    [(10, 10, True), (11, 10, False), (SIZE_CAP, SIZE_CAP, True), (SIZE_CAP + 1, SIZE_CAP, False)],
)
def test_size_cap(size: int, cap: int, fits: bool) -> None:
    data = b"x" * size
    if fits:
        assert decode(data, cap) == ("x" * size,)
        return
    with pytest.raises(Unreadable) as caught:
        decode(data, cap)
    assert caught.value.line == 1
    assert f"over {cap:,} bytes" in caught.value.message
    assert "limits.size" in caught.value.help


def test_cap_counts_bytes_not_letters() -> None:
    with pytest.raises(Unreadable):
        parse("üü".encode(), 3)
    assert parse("üü".encode(), 4).lines == ("üü",)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_ends_of_lines_change_nothing(end: str) -> None:
    text = "---\nstatus: draft\n---\n# A\n\n- [x] b\n\n```\nc\n```\n"
    assert parse(text.replace("\n", end).encode()) == parse(text.encode())


def test_separator_moves_no_line_number() -> None:
    document = parse("a\u2028b\x0cc\n\n# H\n".encode())
    assert [section.line for section in document.sections] == [3]
