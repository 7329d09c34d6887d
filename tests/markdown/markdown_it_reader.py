"""markdown-it-py as a second opinion on the structure of a text, in lines as ours counts them."""

from markdown_it import MarkdownIt
from markdown_it.token import Token

_READER = MarkdownIt("commonmark").enable("table")

Heading = tuple[int, int, int, str]
"""level, first line, line behind the last, title"""


def headings_of(text: str) -> list[Heading]:
    """Give the headings that stand in no list and no quote."""
    tokens = _READER.parse(text)
    return [
        (int(token.tag[1]), *_lines(token), _folded(tokens[at + 1].content))
        for at, token in enumerate(tokens)
        if token.type == "heading_open" and token.level == 0
    ]


def items_of(text: str) -> list[tuple[int, int, bool]]:
    """Give line, depth and kind of every list item."""
    lists: list[bool] = []
    found = []
    for token in _READER.parse(text):
        if token.type.endswith("_list_open"):
            lists.append(token.type == "ordered_list_open")
        elif token.type.endswith("_list_close"):
            lists.pop()
        elif token.type == "list_item_open":
            found.append((_lines(token)[0], len(lists) - 1, lists[-1]))
    return found


def spans_of(text: str, *types: str) -> list[tuple[int, int]]:
    """Give the lines of the tokens of some types."""
    return [_lines(token) for token in _READER.parse(text) if token.type in types]


def _lines(token: Token) -> tuple[int, int]:
    assert token.map is not None
    return token.map[0] + 1, token.map[1] + 1


def _folded(title: str) -> str:
    return " ".join(title.split())
