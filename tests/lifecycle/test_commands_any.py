"""Whatever a comment holds, it is read, and only what GitHub shows as plain text is a command.

A second reader of Markdown, markdown-it, says what that is.
"""

import re
from collections.abc import Iterator

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from bot.lifecycle.addressed import addressed
from bot.lifecycle.commands import Said, Unknown, Waive
from bot.lifecycle.granted import Granted, grant
from bot.lifecycle.kept_waivers import has_room, read_granted, write_granted
from bot.lifecycle.reading_commands import read_commands
from bot.lifecycle.reading_waivers import WAIVABLE
from bot.model.pull import Comment, Person
from bot.plan.marker import read_marker, write_marker
from tests.markdown.hostile import TEXTS
from tests.searching import times_as_many

_READER = MarkdownIt("commonmark").enable("table")
_CALL = re.compile(r"/spec(?!\S)(.*)", re.S)
_ANN = Person("ann")
_ORIGIN = Said(1, _ANN, "")

_LINES = st.sampled_from(
    "|/spec a|/spec b|  /spec c|a|a `|` b|``|a `` b|\\`|<!-- a|a <!-- b|b -->|-->|<div>|</div>"
    "|<pre>|> a|>|> ```|```|``` b|~~~|    a|- a|-|  a|2. a|1. a|# a|===|---|[a]: /u"
    "|[a]: /u '|a'|[//]: # (|a)|***|- ```|  ```|> - a|  > a".split("|")
)
_TEXTS = st.lists(_LINES, max_size=12).map("\n".join)
_PLAIN = "a b\n/spec approve\n/spec"


def _comment(body: str) -> Comment:
    return Comment(1, "", "", _ANN, body, mine=False)


def _other_reader(text: str) -> list[str]:
    tokens = _READER.parse(text)
    return [
        call[1].strip()
        for at, token in enumerate(tokens)
        if token.type in ("paragraph_open", "heading_open") and token.level == 0
        if token.markup[:1] != "#"
        for line in _lines(tokens[at + 1].children or [])
        if (call := _CALL.match(line))
    ]


def _lines(inline: list[Token]) -> Iterator[str]:
    line = ""
    for token in inline:
        if token.type in ("softbreak", "hardbreak"):
            yield line
            line = ""
        else:  # a mark that is no text stands for what no command begins with
            line += token.content if token.type == "text" else "\0"
    yield line


@times_as_many(5)
@given(_TEXTS)
def test_no_line_is_a_command_that_another_reader_takes_for_something_else(text: str) -> None:
    # On GitHub definitions are a paragraph as long as it is open: no 2 starts a list there, and a
    # title can be underlined before it ends.
    assume("]:" not in text or not re.search("^(2|=|---)", text, re.M))
    ours = [line.strip() for line in addressed(text)]
    theirs = _other_reader(text)
    left = iter(theirs)
    assert all(line in left for line in ours)
    if not re.search("`|<!--|\\[", text):  # what may span lines, and where we rather miss one
        assert ours == theirs


@given(st.text())
def test_any_text_is_read(text: str) -> None:
    assert isinstance(read_commands(_comment(text)), tuple)
    found = read_commands(_comment("/spec " + text.partition("\n")[0]))
    assert len(found) <= 1
    assert all(each.why for each in found if isinstance(each, Unknown))


@given(st.text("/spec aitvewo:\"'“`- \t\n\u202e\ud800ä"))
def test_any_text_behind_a_command_is_read(text: str) -> None:
    for start in ("", "status ", "waive ", "waive placeholder ", "waive placeholder: "):
        for found in read_commands(_comment(f"/spec {start}{text}")):
            if isinstance(found, Waive):
                assert has_room(grant((), found))


@given(st.text(st.characters(exclude_characters="`\r")))
def test_no_line_within_code_is_a_command(text: str) -> None:
    assert not read_commands(_comment(f"```\n{text}\n{_PLAIN}\n```"))


@given(st.text(st.characters(exclude_characters="\r")))
def test_no_line_within_code_by_indentation_is_a_command(text: str) -> None:
    lines = f"{text}\n{_PLAIN}".split("\n")
    assert not read_commands(_comment("\n".join("    " + line for line in lines)))


@given(st.text(st.characters(exclude_characters="`\r\n<")))
def test_no_line_within_a_code_span_is_a_command(text: str) -> None:
    assert not read_commands(_comment(f"`a{text}\n{_PLAIN}`"))


@given(st.text(st.characters(exclude_characters="\r")))
def test_no_line_of_a_quote_is_a_command(text: str) -> None:
    lines = f"{text}\n{_PLAIN}".split("\n")
    assert not read_commands(_comment("\n".join("> " + line for line in lines)))
    assert not read_commands(_comment("> a\n" + _PLAIN))


@given(st.text(st.characters(exclude_characters=">")), st.sampled_from(["", "a "]))
def test_no_line_within_a_comment_is_a_command(text: str, before: str) -> None:
    gone = text if not before else " ".join(text.split())  # within a line it ends with the block
    gone = gone.replace("`", "")
    assert not read_commands(_comment(f"{before}<!-- {gone}\n{_PLAIN}\n-->"))


_GRANTED = st.builds(
    Granted,
    st.sampled_from([*WAIVABLE, "unreadable", ""]),
    st.none() | st.text(),
    st.text(),
    st.text(),
    st.integers(-1, 10**20),
)


@given(st.lists(_GRANTED, max_size=25))
def test_what_was_written_reads_the_same_again(granted: list[Granted]) -> None:
    text = write_granted(granted)
    read = read_granted(text)
    assert set(read) <= set(granted)
    assert write_granted(read) == text
    assert has_room(read)
    values = read_marker(write_marker("comment", {"waived": text}), "comment")
    assert values == {"waived": text}


@given(st.lists(st.text(max_size=80), min_size=1, max_size=20))
def test_waivers_that_were_commanded_are_kept(reasons: list[str]) -> None:
    granted: tuple[Granted, ...] = ()
    for rule, reason in zip(WAIVABLE, reasons, strict=False):
        for found in read_commands(
            _comment(f"/spec waive {rule} “Ä”: w {' '.join(reason.split())}")
        ):
            assert isinstance(found, Waive)
            granted = grant(granted, found)
    assert len(granted) == len(reasons)
    assert set(read_granted(write_granted(granted))) <= set(granted)
    assert has_room(granted[:8])


@given(st.text(st.characters(max_codepoint=0x17F)))
def test_anything_in_the_marker_is_read(text: str) -> None:
    read = read_granted(text)
    assert has_room(read)


_FULL = 65_536  # characters: what GitHub takes
_ENDLESS = {
    "calls": "/spec x\n",
    "calls below headings": "# a\n/spec x\n",
    "calls with ticks": "`a\n/spec x\n",
    "calls with ticks below headings": "`a\n/spec x\n# h\n",
    "calls in comments": "a <!-- x\n/spec x\n",
    "calls in quotes": "> a\n/spec x\n",
    "calls in titles": "[a]: /u '\n/spec x\n",
    "calls with quotes": "/spec waive placeholder " + "\"a'" * 90 + "\n",
    "calls of quotes": "/spec waive placeholder " + '"' * 270 + "\n",
    "a line of calls": "/spec ",
}


@pytest.mark.limits
@pytest.mark.parametrize("name", _ENDLESS)
@pytest.mark.parametrize("size", [_FULL, 1_000_000])
def test_a_comment_of_any_size_is_read(name: str, size: int) -> None:
    unit = _ENDLESS[name]
    assert len(read_commands(_comment((unit * (size // len(unit) + 1))[:size]))) <= 10


@pytest.mark.limits
@pytest.mark.parametrize("name", TEXTS)
def test_what_has_brought_parsers_down_is_read(name: str) -> None:
    text = TEXTS[name](_FULL - 40)
    assert len(read_commands(_comment(f"/spec\n{text}\n/spec\n\n/spec\n"))) <= 10
