"""Most lines are read by a short cut in the loop: the long way has to say the same of them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.markdown.blocks import Blocks, Heading
from bot.markdown.reader import read_blocks
from tests.markdown.snippets import SNIPPETS
from tests.searching import times_as_many

_STARTS = ["", "", "", " ", "  ", "    ", "- ", "> ", "1. ", "* - ", "> - "]
_TEXTS = """
    a b # ## === --- - + 1. ``` ~~~ ```py ~~ <!-- --> <div> </div> <x> <pre> </pre> *** | a|b |-|-|
    -| :- [a]: 'c' "c [x] \\ é
""".split()
_WORDS = ["", "", "\x0c", "\u2028", "# A", "a b", "[x] a", "- - -", "[a]: /u", *_TEXTS]
_LINES = st.lists(st.tuples(st.sampled_from(_STARTS), st.sampled_from(_WORDS)).map("".join))


def _without_headings(blocks: Blocks) -> Blocks:
    return Blocks([], blocks.items, blocks.code, blocks.comments, blocks.tables)


@times_as_many(4)
@given(_LINES)
def test_a_space_in_front_of_each_line_changes_nothing(lines: list[str]) -> None:
    """None is plain with it, and none is code by it: an indentation of three does not come up."""
    assert read_blocks([f" {line}" for line in lines]) == read_blocks(lines)


@times_as_many(4)
@given(_LINES)
def test_a_quote_around_all_lines_changes_nothing_within(lines: list[str]) -> None:
    quoted = read_blocks([f"> {line}" for line in lines])
    assert quoted == _without_headings(read_blocks(lines))


_OF_SPACES = {name: text for name, text in SNIPPETS.items() if "\t" not in text}


@pytest.mark.parametrize("text", _OF_SPACES.values(), ids=_OF_SPACES.keys())
def test_nor_does_it_around_the_snippets(text: str) -> None:
    lines = text.removesuffix("\n").split("\n")
    quoted = read_blocks([f"> {line}" for line in lines])
    assert quoted == _without_headings(read_blocks(lines))


def test_both_would_see_a_difference() -> None:
    assert read_blocks(["# A"]).headings == [Heading("A", 1, 1, 2)]
    assert read_blocks([" # A", "    # B"]) != read_blocks(["# A", "   # B"])
