"""Which changes of a text leave what it asks for alone, and which do not."""

from collections.abc import Iterable
from itertools import pairwise

import pytest

from bot.lifecycle.content import HEAD, changed_sections
from tests.lifecycle.specs import NAMES, content, example, example_text

_TOP = "# Spec 1\n\n- **Status:** Draft\n\n## Context\n\n"

ALIKE = {
    "lines wrapped anew": ["one two\nthree", "one\ntwo three", "  one  two \n three  "],
    "an item wrapped anew": ["- one two", "- one\n  two", "- one\ntwo"],
    "a quote wrapped anew": ["> one two", "> one\n> two", "> one\ntwo", ">one\n>   two"],
    "a quote within one": ["> > one two", "> > one\n> > two", "> > one\n> two"],
    "numbers of a list": ["1. a\n2. b", "1. a\n1. b", "7) a\n8) b", "- a\n- b", "* a\n\n* b"],
    "how far a list is indented": ["- a\n  - b", "1. a\n   - b", "-   a\n    + b"],
    "ticks": ["- [ ] a\n- [x] b", "- [x] a\n- [ ] b", "1. [X] a\n2. [x] b", "-\n  [ ] a\n- [ ] b"],
    "issues of work": ["- [ ] do it", "- [x] do it (#12)", "- [ ] do\n  it ([#3](http://x/3))"],
    "targets of links": ["see [the log](a.md)", 'see [the log](<b c.md> "T")', "see the log"],
    "a link around an image": ["[![a](b.png)](c)", "[![a](b.png)](d)"],
    "definitions": ["see [a]\n\n[a]: b.md", "[a]: http://x/(y)\n\nsee [a]", "see [a]"],
    "comments": ["a b", "a <!-- x --> b", "a\n<!-- x\ny -->\nb", "<!-- x --> a b", "a b\n<!---->"],
    "waivers": ['a\n\n<!-- steward: waive placeholder "X": why -->', "a"],
    "emphasis": [
        "it must be",
        "it **must** be",
        "_it_ *must* be",
        "**it *must* be**",
        "it `must` be",
    ],
    "backslashes": ["a * b", r"a \* b"],
    "lines across": ["a\n\nb", "a\n\n---\n\nb", "a\n* * *\nb", "a\n\n___\nb"],
    "padding of a table": [
        "| a | b |\n|---|---|\n| 1 | 2 |",
        "|a|b|\n|:-:|--:|\n|1|2|",
        "a   | *b*\n--- | ---\n1   | 2",
    ],
    "marks of a fence": ["```js\nx\n```", "~~~~ js\nx  \n~~~~", "````js\nx\n````"],
    "where code stands": ["- a\n  ```\n  x\n   y\n  ```", "* a\n\n    ```\n    x\n     y\n    ```"],
    "line ends": ["a\nb\n\nc", "a\r\nb\r\n\r\nc"],
}

APART = {
    "a number": ["within 5 ms", "within 50 ms", "within 5 s"],
    "a negation": ["it must retry", "it must not retry"],
    "case": ["we must ask", "we MUST ask"],
    "a sign": ["x < 5", "x > 5", "x <= 5", "x 5"],
    "a sign at the beginning of a line": ["more than\n    > 5 ms", "more than\n    5 ms"],
    "a range": ["5*10 and 2*3", "510 and 23"],
    "an item": ["- a\n- b", "- a", "- a\n- b\n- c", "- b\n- a", "- a\n  - b"],
    "a box": ["- a", "- [ ] a"],
    "text in a quote": ["> a\n\nb", "> a\n>\n> b", "a\n\n> b", "> a\n\n> > b"],
    "struck through": ["- a\n- b", "- ~~a~~\n- b"],
    "code": ["```\nx = 1\n```", "```\nx = 2\n```", "```\nx  = 1\n```", "```js\nx = 1\n```"],
    "code by lines": ["```\nx\ny\n```", "```\nx y\n```", "    x\n    y", "    x\n      y"],
    "code and prose": ["`a*b*c`", "`a*b* c`", "a*b*c*"],
    "a fence in code": ["~~~\n```\n~~~", "~~~\n~~\n~~~"],
    "a cell": ["a|b\n-|-\n1|2", "a|b\n-|-\n1|3", "a|b\n-|-\n12|", "a|b\n-|-\n1|2\n3|4"],
    "an image": ["![a](b.png)", "![a](c.png)", "![b](b.png)", "[a](b.png)"],
    "what is no target": ["[a](b c)", "[a](b d)", "[a] (b)", "a](b)", "a](c)", "[a [b](c) d](e)"],
    "a comment to be read": [
        "a <!-- b",
        "a <!-- c",
        "a <!-- b -- c -->",
        r"a \<!-- b -->",
        "`<!--b-->`",
    ],
    "behind a comment": ["<!-- a --> b", "<!-- a --> c", "<!--> b -->", "<!--> c -->", "<!-- b"],
    "behind a comment that ends otherwise": ["<!-- a --!> b <!-- -->", "<!-- a --!> c <!-- -->"],
    "an issue that is no work": ["- see (#1)", "- see (#2)", "- see"],
    "a footnote": ["a[^1]\n\n[^1]: b", "a[^1]\n\n[^1]: c"],
    "what looks private": ["\ue02a", "*", "\\*\ue02a"],
    "a label in use": ["[a][b]", "[a][c]"],
}


def _alike(bodies: Iterable[str]) -> bool:
    return len({content(_TOP + body).digest for body in bodies}) == 1


@pytest.mark.parametrize("bodies", ALIKE.values(), ids=ALIKE)
def test_it_survives(bodies: list[str]) -> None:
    for one, other in pairwise(bodies):
        assert changed_sections(content(_TOP + one), content(_TOP + other)) == ()
    assert _alike(bodies)


@pytest.mark.parametrize("bodies", APART.values(), ids=APART)
def test_it_does_not_survive(bodies: list[str]) -> None:
    assert len({content(_TOP + body).digest for body in bodies}) == len(bodies)
    for one, other in pairwise(bodies):
        assert changed_sections(content(_TOP + one), content(_TOP + other)) == ("Context",)


@pytest.mark.parametrize(
    "headings",
    [
        [
            "## Data model",
            "### Data Model",
            "Data model\n---",
            "## 2. DATA MODEL:",
            "## Data-model ##",
        ],
        [
            "## Goals",
            "## 🎯 Goals",
            "## :dart: Goals",
            "## 1.2 Goals",
            "## B) *Goals*",
            "## iv. Goals",
        ],
        ["## Goals", "## 1️⃣ Goals", "## 3. 🎯 Goals!", "## [Goals](x.md)"],
        ["## Phase 1: Build", "## Phase 1 \N{EN DASH} Build"],
        ["## 🎯", "## 🎯 "],
    ],
)
def test_a_heading_is_the_same(headings: list[str]) -> None:
    top = "# Spec\n\n"
    assert len({content(f"{top}{heading}\n\nx\n").digest for heading in headings}) == 1


@pytest.mark.parametrize(
    "headings",
    [
        ["Goals", "Non-Goals", "Goal", "~~Goals~~", "Goals (optional)", "Goals (required)"],
        ["3 nines", "4 nines", "Phase 3", "Phase 4", "nines"],
        ["C", "C#", "C++", "5 %", "5", "< 5", "> 5"],
        ["🎯", "🚀", ":", "::"],
        ["की", "कि", "क"],
    ],
)
def test_a_heading_is_another(headings: list[str]) -> None:
    contents = [content(f"# Spec\n\n## {heading}\n\nx\n") for heading in headings]
    assert len({each.digest for each in contents}) == len(headings)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("- **Status:** Draft", "- **Status:** Accepted"),
        ("**Status**: Draft<br>", "> Status: superseded by [2](b.md)"),
        ("**Version:** 1.1  ", "**Version:** v2.0.0-rc1"),
        ("Version:", "Version: 0.9 draft"),
        ("- **Last updated:** 2026-11-12", "- **Last updated:** November 3rd, 2026"),
        ("Created: YYYY-MM-DD", "Created: 2026-11-12T10:00:00Z"),
        ("| Status | Draft |\n|---|---|\n| Owner | bob |", "|**Status**|Done|\n|-|-|\n|Owner|bob|"),
        (
            "|Field|Value|\n|-|-|\n|Date|-|\n|Owner|bob|",
            "|Field|Value|\n|-|-|\n|Date|2026-01-02|\n|Owner|bob|",
        ),
        ("|Owner|Status|Id|\n|-|-|-|\n|bob|Draft|7|", "|Owner|Status|Id|\n|-|-|-|\n|bob|Done|7|"),
        (
            "## Preamble\n```\nStatus: Draft\nOwner: b\n```",
            "## Preamble\n```\nStatus: Done\nOwner: b\n```",
        ),
        ("## Status\n\nDraft\n", "## Status\n\nDone\n"),
        ("## Metadata\n---\nversion: 1\nb: c\n---", "## Metadata\n---\nversion: 2\nb: c\n\n---"),
    ],
)
def test_bookkeeping_is_no_content(one: str, other: str) -> None:
    assert changed_sections(content(f"# Spec\n\n{one}\n"), content(f"# Spec\n\n{other}\n")) == ()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Due: 2026-11-12", "Due: 2026-11-13"),
        ("Date: two days after the order", "Date: three days after the order"),
        ("Go version: 1.22", "Go version: 1.23"),
        ("Version: as the client has it", "Version: as the server has it"),
        ("Owner: bob", "Owner: carol"),
        (f"Status: Draft. {'x' * 120} 1", f"Status: Draft. {'x' * 120} 2"),
        ("|Status|Draft|\n|-|-|\n|Owner|bob|", "|Status|Draft|\n|-|-|\n|Owner|ann|"),
        ("|Owner|Status|Id|\n|-|-|-|\n|bob|Draft|7|", "|Owner|Status|Id|\n|-|-|-|\n|ann|Draft|7|"),
        ("|a|Status|b|\n|-|-|-|\n|c|Draft|d|x|", "|a|Status|b|\n|-|-|-|\n|c|Draft|d|y|"),
    ],
)
def test_other_metadata_is_content(one: str, other: str) -> None:
    assert changed_sections(content(f"# Spec\n\n{one}\n"), content(f"# Spec\n\n{other}\n"))


def test_the_text_above_the_first_heading_has_a_name_too() -> None:
    one, other = "---\nstatus: a\nowner: b\n---\n# T", "---\nstatus: c\nowner: d\n---\n# T"
    assert changed_sections(content(one), content(other)) == (HEAD,)
    assert changed_sections(content(one), content(one.replace("status: a", "status: z"))) == ()
    assert changed_sections(content("a"), content("b")) == (HEAD,)
    assert content("").parts == ()


_DOC = (
    "# T\n\n## Goals\n\n### Export\n\nfast\n\n### Import\n\nslow\n\n"
    "## Non-goals\n\n## Risks\n\nnone\n"
)


def _moved(text: str, what: str, above: str) -> str:
    assert what in text
    return text.replace(what, "").replace(above, what + above)


def test_a_section_that_stands_elsewhere_in_its_place_is_the_same() -> None:
    text = _DOC
    other = _moved(
        _moved(text, "### Import\n\nslow\n\n", "### Export"), "## Risks\n\nnone\n", "## Goals"
    )
    assert content(other).digest == content(text).digest
    assert changed_sections(content(text), content(other)) == ()


def test_a_section_among_others_means_something_else() -> None:
    text = _DOC
    other = _moved(text, "### Export\n\nfast\n\n", "## Risks")
    assert changed_sections(content(text), content(other)) == ("Export",)


def test_levels_as_such_mean_nothing() -> None:
    text = _DOC
    assert content(text.replace("## ", "# ")).digest == content(text).digest


@pytest.mark.parametrize(
    ("old", "new", "named"),
    [
        ("", "", ()),
        ("fast", "slow", ("Export",)),
        ("## Goals", "## Aims", ("Aims", "Goals")),
        ("# T\n", "# U\n", ("U", "T")),
        ("### Import\n\nslow\n", "### Input\n\nslow\n", ("Input", "Import")),
        ("### Import\n\nslow\n", "", ("Import",)),
        ("## Risks", "### Deletion\n\n### Import\n\n## Risks", ("Deletion", "Import")),
        ("slow\n\n## Non-goals\n\n", "## Non-goals\n\nslow\n\n", ("Import", "Non-goals")),
        ("## Risks\n\nnone\n", "## Risks\n\nnone\n\n## Risks\n\nnone\n", ("Risks",)),
        (
            "## Goals\n\n### Export\n\nfast",
            "## Aims\n\n### Export\n\nslow",
            ("Aims", "Export", "Goals"),
        ),
    ],
)
def test_changed_sections_are_named(old: str, new: str, named: tuple[str, ...]) -> None:
    text = _DOC
    assert old in text
    before, after = content(text), content(text.replace(old, new, 1))
    assert changed_sections(before, after) == named
    assert (before.digest == after.digest) is (not named)


@pytest.mark.parametrize("name", NAMES)
def test_each_example_differs_from_each_other(name: str) -> None:
    own = content(example_text(name), name)
    assert changed_sections(own, own) == ()
    others = [content(example_text(other), name) for other in NAMES if other != name]
    assert own.digest not in {other.digest for other in others}


def test_the_digest_of_an_example_is_the_same_tomorrow() -> None:
    # A change here takes nothing back: both texts are always read anew. It is to be on purpose.
    assert example("tech-spec").digest[:16] == "c7c03beb5a396c21"


_HOSTILE = """
    <!-- <!--- [ [a]( [a](b) ![ ]( ](< ](a( [[a](b) <!---> (#1 * *a _a **a* ` \\ ~~ a`b``c
"""


# Each would take a pass that goes back over what it has read longer than anybody waits.
@pytest.mark.parametrize("piece", [*_HOSTILE.split(), '](a "', "- [ ] (#1) "])
def test_no_text_runs_away(piece: str) -> None:
    for wrap in ("{}", "<!-- -->{}", "- [ ] {}", "a|b\n-|-\n{}|"):
        assert content(_TOP + wrap.format(piece * (40_000 // len(piece)))).digest
