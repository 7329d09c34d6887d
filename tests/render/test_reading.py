"""A comment as people read it."""

import pytest

from bot.render.defuse import code, markdown
from bot.render.reading import inline, readable
from tests.render.runner import commands

COMMENT = """### ❌ Not ready

**To do for ann**, the author:
- Add [2 sections](https://x.test/a_(b)?c#L1)
- Mend *(advice)*

| Spec | Left |
|---|---|
| ✅ [001](https://x.test) | - |
| ❌ [002 Long](https://x.test)<br>draft | a<br>b<br>c |

<details>
<summary><b>001</b>: one &lt;thing&gt;</summary>

hidden

<details>
<summary>inner</summary>
hidden too

````markdown
```
</details>
```
````

</details>

| hidden | table |
</details>

<details>
<summary>002</summary>
</details>

> [!NOTE]
> The rules change.

```markdown
## in a [fence](x)
<details>
```

<sub>Judged at [`a5f62b1`](https://x.test).</sub>
"""


def test_it_is_folded_as_on_github() -> None:
    assert readable(COMMENT) == [
        "❌ Not ready",
        "",
        "To do for ann, the author:",
        "- Add 2 sections",
        "- Mend (advice)",
        "",
        "Spec          Left",
        "✅ 001        -",
        "❌ 002 Long   a",
        "draft         b",
        "              c",
        "",
        "▸ 001: one <thing>",
        "▸ 002",
        "",
        "Note",
        "> The rules change.",
        "",
        "## in a [fence](x)",
        "<details>",
        "",
        "Judged at `a5f62b1`.",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "a*b*c _d_ [e](f) <b>g</b> `h` @ann #12 www.x.test",
        "&lt;not&gt; \\ ~~ | $x$",
        "- [ ] a box",
        "# no heading",
    ],
)
def test_what_was_defused_reads_as_it_was_written(text: str) -> None:
    assert inline(markdown(text)) == text


def test_code_stays_code() -> None:
    assert inline(code("a/b c")) == "`a/b c`"
    assert inline("`[a](b) \\*`") == "`[a](b) \\*`"
    assert inline(f"[{code('a`[b]` ')}](https://x.test) \\*") == "`` a`[b]`  `` *"
    assert inline(f"{code('ls | wc')} {code('fixes #1')}") == "ls | wc fixes #1"


def test_no_line_of_a_log_commands_what_stood_in_code() -> None:
    shown = readable(f"{code('::error::x')}\n{code('##[error]x')}\n{code('a b ::error::x')}", 6)
    assert commands("\n".join(shown)) == []


def test_what_a_terminal_would_obey_is_shown() -> None:
    (line,) = readable("a \x1b[31m b c\u202e")
    assert line == "a \\x1b[31m b c\\u202e"


def test_a_line_hangs_below_its_own_begin() -> None:
    assert readable("- one two three four", width=12) == ["- one two", "  three four"]


def test_headings_and_heads_are_painted() -> None:
    def paint(role: str, text: str) -> str:
        return f"{role}({text})"

    assert readable("# A\n\n| b |\n|---|\n| c |\n\n> [!WARNING]", paint=paint) == [
        "path(A)",
        "",
        "dim(b)",
        "c",
        "",
        "warning(Warning)",
    ]


def test_nothing_is_left_of_nothing() -> None:
    assert readable("\n\n") == []
