"""Nothing comes from elsewhere, and every link inside leads somewhere."""

import hashlib
import re
from base64 import b64encode
from pathlib import Path
from urllib.parse import urldefrag

import httpx
import pytest

from bot.sandbox.pages.standalone import render_standalone
from bot.sandbox.verdicts import Pull
from tests.sandbox.pages.reading import Reading, read
from tests.sandbox.pages.town import Town

_STYLE = re.compile("<style>(.*?)</style>", re.DOTALL)


def loaded(page: Reading) -> list[str]:
    """Return all that a browser would fetch for a page."""
    names = {"src", "srcset", "data", "poster", "background", "action", "xlink:href"}
    linked = [tag.attributes["href"] for tag in page.tags if tag.name in {"link", "base", "use"}]
    return [*linked, *page.values(*names)]


def check_style(html: str, policy: str) -> None:
    (style,) = _STYLE.findall(html)
    digest = b64encode(hashlib.sha256(style.encode()).digest()).decode()
    assert f"style-src 'sha256-{digest}'" in policy
    assert "url(" not in style
    assert "@import" not in style
    assert not read(html).values("style")


def check_script(html: str, policy: str, path: str) -> None:
    """Let a page of a file have our one script, which names itself, and no other page any."""
    scripts = re.findall(r"<script>(.*?)</script>", html, re.DOTALL)
    assert len(scripts) == len(re.findall("<script", html)) == ("/blob/" in path)
    allowed = re.findall(r"script-src ([^;]+)", policy)
    digests = [b64encode(hashlib.sha256(each.encode()).digest()).decode() for each in scripts]
    assert allowed == [f"'sha256-{digest}'" for digest in digests]
    for each in scripts:
        assert not re.search("HTML|eval|fetch|cookie|import|http|write", each)


@pytest.mark.wire
def test_every_page_that_can_be_reached(browser: httpx.Client) -> None:
    todo, anchors, wanted = ["/acme/specs"], dict[str, set[str]](), set[tuple[str, str]]()
    while todo:
        path = todo.pop()
        answer = browser.get(path, follow_redirects=True)
        assert answer.status_code == 200, path
        if not answer.headers["content-type"].startswith("text/html"):
            anchors[path] = set()
            continue
        page = read(answer.text)
        assert loaded(page) == []
        check_style(answer.text, answer.headers["content-security-policy"])
        check_script(answer.text, answer.headers["content-security-policy"], path)
        ids = page.values("id")
        assert len(ids) == len(set(ids)), path
        anchors[path] = set(ids)
        for tag in page.all("a"):
            target, mark = urldefrag(tag.attributes["href"])
            assert target.startswith("/") or not target, target
            wanted.add((target or path, mark))
            if target and target not in anchors and target not in todo:
                todo.append(target)
    assert len(anchors) > 30
    lost = {mark for target, mark in wanted if mark and mark not in anchors[target]}
    assert lost == {"L30"}  # an annotation at a line that the file does not have


def alone(town: Town, number: int, place: Path) -> Reading:
    """Read the page of a pull request in one file, which holds all that it needs."""
    html = render_standalone(town.hub, number)
    (place / "pull.html").write_text(html, encoding="utf-8")
    page = read(html)
    assert loaded(page) == []
    (policy,) = [
        tag.attributes["content"]
        for tag in page.all("meta")
        if tag.attributes.get("http-equiv") == "Content-Security-Policy"
    ]
    check_style(html, policy)
    check_script(html, policy, "")
    ids = page.values("id")
    assert len(ids) == len(set(ids))
    assert all(link[1:] in ids for link in page.values("href"))
    assert all("href" in tag.attributes for tag in page.all("a"))
    return page


def test_a_pull_request_in_one_file(town: Town, tmp_path: Path) -> None:
    page = alone(town, 1, tmp_path)
    ids = page.values("id")
    assert {"conversation", "checks", "files"} <= set(ids)
    assert "issues" not in ids


def test_one_that_was_merged_has_what_came_of_it(town: Town, tmp_path: Path) -> None:
    (merged,) = town.hub.store.find(Pull, "merged_at IS NOT NULL")
    page = alone(town, merged.number, tmp_path)
    ids, links = page.values("id"), page.values("href")
    assert {"conversation", "issues", f"issue-{town.epic}", "pull-1"} <= set(ids)
    assert f"#issue-{town.epic}" in links
    assert "#pull-1" in links
