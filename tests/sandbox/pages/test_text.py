from dataclasses import replace

import pytest

from bot.sandbox.pages.text.gfm import render_comment, render_file
from bot.sandbox.pages.text.setting import Setting
from bot.sandbox.scene import Scene
from tests.sandbox.pages.reading import read


def rendered(setting: Setting, text: str | None) -> str:
    return str(render_comment(setting, text))


def test_github_flavours(setting: Setting) -> None:
    page = read(rendered(setting, "~~a~~\nb\n\n| c | d |\n|---|--:|\n| 1 | 2 |\n"))
    assert [len(page.all(name)) for name in ("s", "br", "table", "td")] == [1, 1, 1, 2]
    assert page.all("td")[1].attributes == {"align": "right"}
    assert rendered(setting, None) == ""


@pytest.mark.parametrize("kind", ["NOTE", "TIP", "IMPORTANT", "WARNING", "CAUTION", "note"])
def test_an_alert_is_a_box(setting: Setting, kind: str) -> None:
    page = read(rendered(setting, f"> [!{kind}]\n> So\n>\n> > it is\n\nafter"))
    assert page.all("div", f"alert-{kind.lower()}")
    assert page.all("blockquote")
    assert page.text.split() == [kind.capitalize(), "So", "it", "is", "after"]


@pytest.mark.parametrize(
    "text", ["> [!NOTE]", "> [!OTHER]\n> x", "> - [!NOTE]", "- > [!NOTE]\n  > x"]
)
def test_what_is_no_alert_stays_a_quotation(setting: Setting, text: str) -> None:
    page = read(rendered(setting, text))
    assert page.all("blockquote")
    assert not page.all("div")


def test_tasks_have_boxes(setting: Setting) -> None:
    page = read(rendered(setting, "- [x] a\n- [ ] b\n- [y] c\n- `[x]` d\n-\n"))
    assert [tag.attributes["aria-label"] for tag in page.all("span", "box")] == ["done", "to do"]
    assert len(page.all("li", "task")) == 2


def test_diagrams_suggestions_and_patches(setting: Setting) -> None:
    text = (
        "```mermaid\na-->b\n```\n```suggestion\nnew\n```\n```diff\n+a\n-b\n c\n```\n```py\nd\n```"
    )
    page = read(rendered(replace(setting, lines=("old",)), text))
    assert len(page.all("div", "diagram")) == 1
    assert "a-->b" in page.text
    kinds = [tag.attributes["class"] for tag in page.all("span")]
    assert kinds == ["row del", "row add", "row add", "row del", "row same"]


def test_a_diagram_of_a_chain_is_told_in_one_line(setting: Setting) -> None:
    nodes = 'graph LR\n  a["1 <b>"]\n  b["2"]\n  a --> b'
    page = read(rendered(setting, f"```mermaid\n{nodes}\n```"))
    assert "1 <b> → 2" in page.text
    assert not page.all("pre")


def test_an_empty_suggestion_deletes(setting: Setting) -> None:
    page = read(rendered(replace(setting, lines=("old",)), "```suggestion\n```"))
    assert [tag.attributes["class"] for tag in page.all("span")] == ["row del"]


def test_what_notifies_is_marked(setting: Setting) -> None:
    Scene(setting.hub).person("ann")
    page = read(
        rendered(setting, "@ann @acme/team @nobody a@ann.example `@ann` <b>@Ann</b> &#64;ann")
    )
    links = [(tag.name, tag.attributes.get("href")) for tag in page.all(cls="mention")]
    stranger = ("span", None)
    assert links == [("a", "/ann"), stranger, stranger, ("a", "/ann"), ("a", "/ann")]
    broken = read(rendered(setting, "@\u200bann <code>@ann</code> <a href='x'>@ann</a>"))
    assert not broken.all(cls="mention")


def test_numbers_and_commits_that_are_there_are_links(setting: Setting) -> None:
    scene = Scene(setting.hub)
    scene.issue("acme", "It")
    sha = scene.push("b", {"x": "y"})
    page = read(rendered(setting, f"#1 GH-1 acme/specs#1 x/y#1 #2 a#1 {sha} {'0' * 40} abcdef0"))
    assert page.values("href") == ["/acme/specs/issues/1"] * 3 + [f"/acme/specs/commit/{sha}"]


def test_addresses_are_links(setting: Setting) -> None:
    page = read(
        rendered(setting, "(see https://a.example/b_(c)). www.b.example, <https://c.example>")
    )
    assert page.values("href") == [
        "https://a.example/b_(c)",
        "http://www.b.example",
        "https://c.example",
    ]


def test_pictures_are_links(setting: Setting) -> None:
    text = "![p](https://a.example/p.png) <img src=/q.png> [![b](x.svg)](https://a.example)<img>"
    page = read(rendered(setting, text))
    assert not page.all("img")
    assert page.values("href") == ["https://a.example/p.png", "/q.png", "https://a.example", ""]
    assert [tag.name for tag in page.all(cls="picture")] == ["a", "a", "span", "a"]


def test_links_of_a_file_start_from_its_folder(setting: Setting) -> None:
    inside = replace(setting, folder="/acme/specs/blob/main/docs/")
    text = "---\na: b\n---\n# A b\n# A b\n[x](c.md) [y](/d.md) [z](#A-b) [v](//e.example) [w](http://[x)\n@acme"
    page = read(str(render_file(inside, text)))
    assert page.values("href")[:4] == [
        "/acme/specs/blob/main/docs/c.md",
        "/acme/specs/blob/main/d.md",
        "#user-content-a-b",
        "//e.example",
    ]
    assert page.values("id") == ["user-content-a-b", "user-content-a-b-1"]
    assert not page.all(cls="mention")
    assert "a: b" not in page.text


def test_html_of_ones_own(setting: Setting) -> None:
    page = read(rendered(setting, "<code>@acme</b></code> <a/>@acme <code/> x<td/>"))
    assert len(page.all(cls="mention")) == 1


def test_a_picture_in_a_file_starts_from_its_folder(setting: Setting) -> None:
    inside = replace(setting, folder="/acme/specs/blob/main/docs/")
    assert read(str(render_file(inside, "![a](b.png)"))).values("href") == [
        "/acme/specs/blob/main/docs/b.png"
    ]
