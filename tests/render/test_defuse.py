import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.render.defuse import (
    BREAK,
    code,
    fence,
    html,
    html_code,
    markdown,
    prose,
    ticked,
    unlinked,
    visible,
)
from tests.render.attacks import ATTACKS
from tests.render.github_reader import LIVE, Page, read

HOSTILE = st.one_of(
    st.sampled_from(ATTACKS),
    st.text(),
    st.text("@#:/.`*_[]()<>&|~!\\$-+=?0123456789abcdefGHw \n\r\t\u202e\u2060\x1b\ud800;"),
    st.lists(st.sampled_from(ATTACKS), min_size=2, max_size=4).map(" ".join),
)

# Where text may be put, and the elements that are ours there.
PLACES = {
    "{}": {"p"},
    "before {} after": {"p"},
    "- {}": {"ul", "li", "p"},
    "# {}": {"h1"},
    "| a | b |\n|---|---|\n| {} | x |": {"table", "thead", "tbody", "tr", "th", "td"},
    "title\n{}": {"p"},
}

CLOSING = re.compile(
    r"\b(?:clos|fix|resolv)\w*:?\s+(?:[\w./-]*#\d|gh-\d|https?://\S+/\d)", re.IGNORECASE
)


def shown(text: str) -> str:
    """Give what a reader is to see of a text, less the breaks that nobody sees."""
    return prose(text).strip().replace(BREAK, "")


@pytest.mark.parametrize("place", PLACES)
@given(text=HOSTILE)
def test_markdown_is_literal_and_nothing_in_it_is_live(place: str, text: str) -> None:
    page = read(place.format(markdown(text)))
    assert set(page.elements) <= PLACES[place] | {"span"}
    assert not page.attributes
    assert not page.other
    assert page.live == []
    around = read(place.format("")).text.split()
    assert page.text.replace(BREAK, "").split() == _around(place, around, shown(text).split())


def _around(place: str, around: list[str], words: list[str]) -> list[str]:
    at = len(read(place.split("{}", maxsplit=1)[0] + "z").text.split()) - 1
    if place.startswith("|"):
        at = 2
    return [*around[:at], *words, *around[at:]]


@given(text=HOSTILE)
def test_html_is_literal_within_a_summary(text: str) -> None:
    page = read(f"<details>\n<summary>{html(text)}</summary>\n\nx\n\n</details>")
    assert set(page.elements) <= {"details", "summary", "p", "span"}
    assert not page.attributes
    assert not page.other
    assert page.live == []
    assert page.text.replace(BREAK, "").split() == [*shown(text).split(), "x"]


CODE_PLACES = {
    "{}": {"p"},
    "- x {}, y": {"ul", "li"},
    "### [{}](https://ours.example) x": {"h3", "a"},
    "**{}** x": {"p", "strong"},
    "> [!NOTE]\n> The spec {} x": {"blockquote", "p"},
    "| a | b |\n|---|---|\n| {} | x |": {"table", "thead", "tbody", "tr", "th", "td"},
}


@pytest.mark.parametrize("place", CODE_PLACES)
@given(text=HOSTILE)
@example("a | `b` \\| c")
@example("`")
@example("``a` ")
@example(" ")
@example(" a")
def test_code_can_be_copied_wherever_it_stands(place: str, text: str) -> None:
    page = read(place.format(code(text)))
    assert set(page.elements) <= CODE_PLACES[place] | {"code", "span"}
    assert page.elements.count("td") == 2 * place.startswith("|")
    assert {value for _, value in page.attributes} <= {"https://ours.example"}
    assert not page.other
    assert page.live == []
    assert page.code == [copied(text)]


@given(text=HOSTILE)
def test_code_can_be_copied_within_a_summary_too(text: str) -> None:
    page = read(f"<details>\n<summary>{html_code(text)} x</summary>\n\nx\n\n</details>")
    assert page.elements == ["details", "summary", "code", "p"]
    assert not page.other
    assert page.live == []
    assert page.code == [copied(text)]


def copied(text: str) -> str:
    """Give what a copy of a code is to hold: the text, but for what would not be seen."""
    parts = re.split("(::|##)", text)  # what a log takes for commands does nothing here
    return "".join(part if at % 2 else visible(part) for at, part in enumerate(parts))


@given(text=HOSTILE)
@example("::error::x")
@example("##[error]x")
@example("x <!-- spec-steward:end -->")
@example("fixes #12")
@example("Closes: acme/app#12")
@example("this resolves GH-12")
def test_code_commands_nothing_where_its_text_is_read_as_it_stands(text: str) -> None:
    for line in (code(text), html_code(text)):
        assert len(line.splitlines()) == 1
        assert line.startswith(("`", "<code>"))  # so that no "::" begins it
        assert "##[" not in line
        assert "<!--" not in line
        assert "-->" not in line
    assert not CLOSING.search(code(text))


@pytest.mark.parametrize(
    "text",
    [
        "docs/specs/20261121-a b.md",
        "docs/@types/x.md",
        "docker run -p 80:80:80 x",
        "actions/checkout@v4",
        "std::sys::tls",
        "arn:aws:s3:::x",
        "npm i @acme/x#12",
        "a5c3785ed8d6a35868bc169f07e40e889087fd2e",
        "https://a.example/?b=c&d=<e>",
        "echo $HOME \\* \\n",
        ":: x",
    ],
)
def test_an_ordinary_command_is_a_code_span(text: str) -> None:
    assert code(text) == f"`{text}`"


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("a`b", "``a`b``"),
        ("`a``", "``` `a`` ```"),
        (" a", "`  a `"),
        ("a\x1b", "`a\\x1b`"),
        ("", "<code></code>"),
        ("  ", "<code>  </code>"),
        ("ls | wc @x", "<code>ls &vert; wc @<span></span>x</code>"),
        ("<!-- a", "<code>&lt;!-- a</code>"),
        ("fixes #1", "<code>fixes \\#<span></span>1</code>"),
        ("##[group]", "<code>\\#\\#\\[group\\]</code>"),
    ],
)
def test_other_code_can_be_copied_too(text: str, written: str) -> None:
    assert code(text) == written


@given(text=HOSTILE)
def test_a_fence_cannot_be_ended(text: str) -> None:
    page = read(f"{fence(text, 'markdown')}\n\nafter")
    assert page.elements == ["pre", "code", "p"]
    assert page.loose == ["\n", "after", "\n"]


def test_a_fence_keeps_lines_and_tabs() -> None:
    assert fence("a\r\n\tb\rc\n\x1b") == "```\na\n\tb\nc\n\\x1b\n```"
    assert fence("```` x") == "`````\n```` x\n`````"


@given(text=HOSTILE)
def test_visible_text_is_one_line_that_commands_nothing(text: str) -> None:
    line = visible(text)
    assert len(line.splitlines()) <= 1
    assert "##[" not in line
    assert not re.search(r"(?:^|\s)::", line)
    assert not re.search("[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]", line)
    line.encode()


@given(text=HOSTILE)
def test_making_text_visible_twice_changes_nothing(text: str) -> None:
    assert visible(visible(text)) == visible(text)
    assert prose(prose(text)) == prose(text)


@given(text=HOSTILE)
def test_unlinked_text_holds_no_reference(text: str) -> None:
    assert not LIVE.search(unlinked(text))
    assert unlinked(text).replace(BREAK, "") == prose(text).replace(BREAK, "")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("feedback and succeeded, defaced8x", "feedback and succeeded, defaced8x"),
        ("0x12345678 g1234567 1234567g", "0x12345678 g1234567 1234567g"),
        ("012345", "012345"),
        ("0123456", "012345|6"),
        ("abc1234...def5678", "abc123|4...def567|8"),
        ("_0123456_ -DEADBEEF", "_012345|6_ -DEADBE|EF"),
        ("ann@0123456 a/b@0123456", "ann@|012345|6 a/b@|012345|6"),
        ("0123456789abcdef", "012345|6789ab|cdef"),
        ("é0123456", "é012345|6"),
    ],
)
def test_only_what_may_be_a_commit_is_broken(text: str, expected: str) -> None:
    assert unlinked(text) == expected.replace("|", BREAK)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("plain", "plain"),
        ("a\x1bb\u202ec\U000e0041", "a\\x1bb\\u202ec\\U000e0041"),
        ("a\nb\tc", "a\\nb\\tc"),
        ("##[error]", f"##{BREAK}[error]"),
        ("::error::x", f":{BREAK}:error::x"),
        ("std::vector", "std::vector"),
        ("👩‍👩‍👧", "👩‍👩‍👧"),
    ],
)
def test_hidden_characters_are_shown(text: str, expected: str) -> None:
    assert visible(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("see #12", f"see \\#{BREAK}12"),
        ("1. one", "1\\. one"),
        ("- one", "\\- one"),
        ("2 or 3.5", "2 or 3.5"),
        ("a_b|c", "a\\_b&vert;c"),
        ("$5", "<span>$</span>5"),
        ("", ""),
    ],
)
def test_markdown_stays_readable(text: str, expected: str) -> None:
    assert markdown(text) == expected


def test_what_stands_between_backticks_is_code() -> None:
    assert ticked("say `/spec approve`, or *wait*") == "say `/spec approve`, or \\*wait\\*"
    assert ticked("`a``b` or `c`") == f"`a`{BREAK}`b` or `c`"
    assert ticked("`<b>` x `") == "\\`&lt;b&gt;\\` x \\`"
    assert read(ticked("a `<b>@eve #1</b>` @eve")).live == []


def test_the_reader_sees_what_github_links() -> None:
    """Without this, a blind reader would pass everything."""
    live = ("@octocat", "#12", "GH-1", "a/b#1", "0123abc", "https://a.example", "www.a.example")
    for text in (*live, ":shipit:", "CVE-2021-1"):
        page = read(text)
        assert page.live or "a" in page.elements, text
    assert read("`@octocat #12`").live == []
    assert Page("<!-- x --><b>y</b>").other == [" x "]
