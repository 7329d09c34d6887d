"""Markdown of a spec shows what it showed, and does nothing else."""

import re
import time

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from bot.render.comment.address import Links
from bot.render.defuse import BREAK
from bot.render.taming.blocks import tamed
from bot.render.taming.ground import Ground
from bot.render.taming.inline import tamed_line
from bot.work.boxes import bared
from tests.render.attacks import ATTACKS
from tests.render.github_reader import Page, read
from tests.render.hearing_parts import ADDRESS, HEAD, TEXT
from tests.searching import times_as_many

GROUND = Ground(Links(ADDRESS, HEAD), TEXT)
FILES = f"https://github.example/parcel/app/blob/{HEAD}"
SHOWN = {
    *["p", "ul", "ol", "li", "a", "code", "pre", "br", "b", "em", "del", "span", "blockquote"],
    *["table", "thead", "tbody", "tr", "th", "td"],
}
PIECES = st.lists(
    st.one_of(
        st.sampled_from(ATTACKS),
        st.sampled_from(
            (
                *("- ", "- [ ] ", "  ", "    ", "\n", "\n\n", "```", "~~~", "`", "**", "*", "_"),
                *("> ", "| a | b |\n|---|---|\n", "[", "](", ")", "!", "\\", "<!--", "-->"),
                *("@octocat", "#12", "fixes #1", "https://a.example", "www.", "&#64;", "&", ";"),
                *("[x](https://github.example/parcel/app/issues/3)", "<br>", "1. ", "===", "---"),
                "![x](https://e.example/p.png)",
            )
        ),
        st.text(max_size=8),
    ),
    max_size=12,
).map("".join)


def assert_harmless(written: str) -> Page:
    page = read(written)
    assert set(page.elements) <= SHOWN, written
    assert page.other == [], written
    assert page.live == [], written
    for name, value in page.attributes:
        assert (name == "href" and re.match(r"https?://[^/]", value or "")) or (
            name in {"class", "start", "style"} and not re.search("mermaid|math|url", value or "")
        ), (name, value)
        assert not re.search(r"github\.example/[^/]+/[^/]+/(issues|pull)/", value or "")
    return page


@settings(times_as_many(5))
@given(text=PIECES)
@example("`a`[](x)`b` !\\![x](https://a.example)")
@example("- [ ] ```\n- [x] # a\n- [ ]\n-\n1.\n12) x\n\n    - y")
@example("@<!-- x -->octocat #<!-- -->12 @**octocat** @[](x)octocat www.[](y)evil.example")
@example("<!-- a\n\n- b --> c\n```\n<!-- d -->\n```\n`<!-- e -->`\n<!-- f")
@example("1. a\n2. b\n   c\n\n   d\n\ne\n===\nf\n---\n***")
@example("|a|\n|-|\n|b|c|\n| `x|y` \\| z |\n\n|d|e|\n|-|")
@example("\\<b> \\\\ \\a &lt;b&gt; &#60;img&#62;")
def test_no_text_of_a_spec_is_live(text: str) -> None:
    written = tamed(text, GROUND)
    assert_harmless(written)
    outside = re.sub(r"(?ms)^[ >]*(`{3,})[^`\n]*\n.*?^[ >]*\1$", "", written)
    assert "<!--" not in re.sub(r"`[^`]*`", "", outside)
    assert "\n" not in tamed_line(text, GROUND)


@pytest.mark.parametrize("text", ATTACKS)
def test_no_attack_is_live(text: str) -> None:
    for shape in ("{}", "- [ ] {}\n  - {}", "| {} |\n|---|\n| {} |", "[{}](x) **{}** `{}`", "> {}"):
        assert_harmless(tamed(shape.replace("{}", text), GROUND))


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("- [ ] one\n  - [x] two", "- [ ] one\n  - [x] two"),
        ("* [X] one\n\n  more\n+ two", "- [x] one\n\n  more\n- two"),
        ("1. one\n2. two\n   - three", "1. one\n2. two\n   - three"),
        ("9) nine\nlazy", "9. nine lazy"),
        ("text\n2. text", "text 2. text"),
        ("`x` **b** __b__ *i* _i_", "`x` <b>b</b> <b>b</b> <em>i</em> <em>i</em>"),
        ("~~a _b **c**_~~", "<del>a <em>b <b>c</b></em></del>"),
        ("a  \nb\\\nc<br/>d", "a<br>b<br>c<br>d"),
        ("```python x\na\n  b\n```\nc", "```python\na\n  b\n```\n\nc"),
        ("  ~~~\n  a\n   b", "```\na\n b\n```"),
        ("```mermaid\na\n```", "```\na\n```"),
        ("    code\n\n    more", "```\ncode\n\nmore\n```"),
        ("- a\n\n      code", "- a\n\n  ```\n  code\n  ```"),
        ("# Head ##\ntext", "<b>Head</b>\n\ntext"),
        ("#\ntext", "text"),
        ("> a\nb\n> - c", "> a b\n> - c"),
        ("Head\n---\ntext\n***\nmore", "Head\n\ntext\n\nmore"),
        ("a <!-- x --> b\n<!-- y\nz -->\nc", "a b c"),
        ("`<!-- kept -->`", "<code>&lt;!-- kept --&gt;</code>"),
        ("- [ ]", f"- \\[{BREAK} \\]"),
        ("a\n-", "a"),
        ("- [ ] a\n-\n- [ ] b", "- [ ] a\n\n- [ ] b"),
        ("- a\n\n- b", "- a\n\n- b"),
        ("a\n#\n2. b\n3. c", "a\n\n2. b\n3. c"),
        ("| a | b |\n|:-|-|\n| c \\| d |", "| a | b |\n|---|---|\n| c &vert; d |  |"),
        ("a | b\n--- | ---\nc", "| a | b |\n|---|---|\n\nc"),
        ("&lt;b&gt; \\*a\\*", "&lt;b&gt; \\*a\\*"),
        ("[a](b.md)", f"[a]({FILES}/docs/tech-spec/b.md)"),
        ("[a](../b.md#c)", f"[a]({FILES}/docs/b.md#c)"),
        ("[a](/b.md)", f"[a]({FILES}/b.md)"),
        ("[a](#c)", f"[a]({FILES}/{TEXT}#c)"),
        ("[a](../../../b.md)", "a"),
        ("[a](..)", f"[a]({FILES}/docs)"),
        ("[a](/)", "a"),
        ("[a](//b.example)", "a"),
        ("[a](javascript:b)", "a"),
        ("[a](https://)", "a"),
        ("[a](https://[b)", "a"),
        ("[a](https://b.example/c_d?e=f&g \"h\")", "[a](https://b.example/c_d?e=f&amp;g)"),
        ("[a](https://github.com/b/c/issues/1)", "[a](https://redirect.github.com/b/c/issues/1)"),
        ("[a](https://github.example/b/c/pull/1)", "a"),
        ("[a](https://other.example/b/issues/1)", "[a](https://other.example/b/issues/1)"),
        ("![a](b.png)", f"[a]({FILES}/docs/tech-spec/b.png)"),
        ("[![a](b.png)](https://c.example)", "[a](https://c.example)"),
        ("![](https://c.example)", f"[https:{BREAK}//c.example](https://c.example)"),
        ("<https://c.example>", f"[https:{BREAK}//c.example](https://c.example)"),
        ("(https://c.example).", f"([https:{BREAK}//c.example](https://c.example))."),
        ("`` ` ``", "`` ` ``"),
        ("` `` `", "``` `` ```"),
        ("`` a` ``b", "`` a` ``b"),
        ("`docker run -p 80:80:80\tx  y`", "`docker run -p 80:80:80 x  y`"),
        ("| `a \\| b` |\n|---|", "| <code>a &vert; b</code> |\n|---|"),
        ("`a`[](javascript:x)`b`", f"`a`{BREAK}`b`"),
        ("\\![a](https://b.example)", f"!{BREAK}[a](https://b.example)"),
        ("** a**", "\\*\\* a\\*\\*"),
        ("", ""),
    ],
)  # fmt: skip
def test_what_shows_stays(text: str, shown: str) -> None:
    assert tamed(text, GROUND) == shown


@pytest.mark.parametrize(
    "text",
    [
        "`a | @b`",
        "`Vec<u8> | x`",
        "``a`b`` c",
        "`fixes #12`",
        "`a\\|b`",
        "`&lt;b&gt;`",
        "`www.a|b`",
    ],
)
def test_a_box_is_known_by_its_words_whichever_way_its_code_is_written(text: str) -> None:
    assert bared(tamed_line(text)) == bared(text)


def test_without_a_ground_links_are_words() -> None:
    assert tamed_line("[a](https://b.example) ![c](d.png) https://e.example") == (
        f"a c https:{BREAK}//e.example"
    )
    assert Ground(Links(None, HEAD), TEXT).leads_to("b.md") == ""


def test_what_is_nested_too_deep_is_text() -> None:
    assert "- - x" in tamed("- " * 12 + "x", GROUND).replace("\\-", "-")
    page = assert_harmless(tamed("- " * 12 + "x", GROUND))
    assert page.elements.count("ul") < 10


@pytest.mark.limits
@pytest.mark.parametrize(
    "piece",
    [
        *("<!--", "`", "``x", "[a](", "[", "![[", "**a", "*a ", "_a ", "<https://", "- ", "> "),
        *("|-", "https://", "\\", "~~x", "    ", "\n", "- [ ] x\n", "> a\n", "&", "1. \n"),
        *("| a ", "```\n"),
    ],
)
def test_however_long_it_is_it_is_read_at_once(piece: str) -> None:
    start = time.process_time()
    tamed((piece * 70_000)[:70_000], GROUND)
    assert time.process_time() - start < 3
