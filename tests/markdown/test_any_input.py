"""What holds for any input at all."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from bot.markdown.decode import Unreadable
from bot.markdown.parse import parse
from bot.model.document import Document

_FRAGMENTS = """
    # ## ###### ####### === --- ... ``` ~~~ ```py > >> - * + 1. 2) - | [ ] [x] **a**
    **Status:** __b__:
    | |---|---| a|b -|- <!-- --> <div> </div> <pre> <x> [a]: /u [^1]: [b](c) `d` \\ \\| : word Word:
    Status: Draft <!--steward:waive a:b--> "c" & { } {{X}} ü 😀
""".split()
_SPACES = ["\u2028", "\x0c", "\x85", "\u00a0", "\ufeff"]
_BREAKS = ["\n", "\n", "\n\n", "\r\n", "\r", " ", " ", "  ", "    ", "\t", ""]
_TEXTS = st.lists(
    st.one_of(*(st.sampled_from(some) for some in (_FRAGMENTS, _BREAKS, _SPACES))), max_size=60
).map("".join)
_DEEP = st.tuples(st.sampled_from(["> ", "- ", "> - ", "1. "]), st.integers(1, 120), _TEXTS).map(
    lambda parts: parts[0] * parts[1] + parts[2]
)
_FILES = st.one_of(st.binary(max_size=200), _TEXTS.map(str.encode), _DEEP.map(str.encode))


def _read(data: bytes) -> Document | Unreadable:
    try:
        return parse(data)
    except Unreadable as reason:
        return reason


@given(_FILES)
def test_it_is_read_or_said_why_not(data: bytes) -> None:
    found = _read(data)
    if isinstance(found, Unreadable):
        lines = data.replace(b"\r\n", b"\n").replace(b"\r", b"\n").count(b"\n") + 1
        assert 1 <= found.line <= lines
        assert found.message
        assert found.help


@given(_FILES)
def test_reading_twice_finds_the_same(data: bytes) -> None:
    assert _read(data) == _read(data)


@given(_TEXTS)
def test_no_line_is_beyond_the_document(text: str) -> None:
    document = parse(text.encode())
    beyond = len(document.lines) + 1
    numbers = [
        [section.line for section in document.sections],
        [label.line for label in document.labels],
        [found.line for found in document.fields],
        [item.line for item in document.items],
        [waiver.line for waiver in document.waivers],
    ]
    for lines in numbers:
        assert lines == sorted(lines)
        assert all(1 <= line < beyond for line in lines)
    spans = (*document.code, *document.comments, *document.tables, *document.metadata)
    assert all(1 <= span.start < span.stop <= beyond for span in spans)


@given(_TEXTS)
def test_spans_of_a_kind_do_not_overlap(text: str) -> None:
    document = parse(text.encode())
    spans = sorted(
        (s.start, s.stop) for s in (*document.code, *document.comments, *document.tables)
    )
    assert all(one[1] <= two[0] for one, two in pairwise(spans))


@given(_TEXTS)
def test_sections_part_the_document_and_nest(text: str) -> None:
    document = parse(text.encode())
    sections, beyond = document.sections, len(document.lines) + 1
    starts = [section.line for section in sections]
    assert [section.index for section in sections] == list(range(len(sections)))
    assert [section.stop for section in sections] == [*starts[1:], beyond][: len(sections)]
    for section in sections:
        assert section.line < section.start <= section.stop <= section.end <= beyond
        if section.parent < 0:
            continue
        parent = sections[section.parent]
        assert parent.level < section.level
        assert parent.line < section.line
        assert section.end <= parent.end
    for label in document.labels:
        owner = sections[label.section] if label.section >= 0 else None
        assert label.line < label.stop <= (owner.stop if owner else [*starts, beyond][0])


@given(_TEXTS, st.sampled_from(["\r\n", "\r"]))
def test_ends_of_lines_do_not_matter(text: str, end: str) -> None:
    plain = text.replace("\r\n", "\n").replace("\r", "\n")
    assert parse(plain.replace("\n", end).encode()) == parse(plain.encode())


@given(_TEXTS)
def test_a_mark_of_order_does_not_matter(text: str) -> None:
    data = f"# A\n{text}".encode()
    assert parse(b"\xef\xbb\xbf" + data) == parse(data)


@given(_TEXTS, _TEXTS)
def test_what_comes_below_a_heading_does_not_change_the_outline_above(one: str, two: str) -> None:
    one = one.replace("---", "===")  # a block of metadata may close below, and take headings along
    above = parse(f"# A\n\n{one}".encode()).sections
    both = parse(f"# A\n\n{one}\n\n# B\n\n{two}".encode()).sections
    assert [s.title for s in both[: len(above)]] == [s.title for s in above]
