"""docs/own-pages.md: its examples are printed, and it names all there is to print."""

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import get_args, get_type_hints

import pytest
from jinja2.filters import FILTERS as EVERYBODYS

from bot.render.comment.comment import render_comment
from bot.render.comment.page import Page
from bot.render.comment.printing import FOLDER
from bot.render.issue.phase import PhasePage
from bot.render.issue.task import TaskPage, task_body
from bot.render.issue.tracking import TrackingPage
from bot.render.issue.write_back import WriteBackPage
from bot.render.pages import markdown_page
from bot.shipped import shipped
from tests.render.hearing_parts import ADDRESS
from tests.render.hearings import FULL, HEARINGS
from tests.render.sheets import LINKS, MARKER, TASK

PAGE = (Path(__file__).parents[2] / "docs" / "own-pages.md").read_text("utf-8")
FILTERS = (
    "link",
    "code",
    "fenced",
    "in_html",
    "code_in_html",
    "counted",
    "bar",
    "ticked",
    "reference",
)


def examples() -> list[str]:
    return re.findall(r"```jinja\n(.*?)```", PAGE, re.S)


def told(name: str, text: str) -> str:
    return render_comment(HEARINGS[name](), ADDRESS, {"comment.md.j2": text})


def all_kinds(kind: object) -> Iterator[type]:
    """Give the dataclasses that a template may come to."""
    for part in get_args(kind):
        yield from all_kinds(part)
    if isinstance(kind, type) and is_dataclass(kind):
        yield kind
        for hint in get_type_hints(kind).values():
            yield from all_kinds(hint)


def test_a_line_is_added() -> None:
    extended, _, _ = examples()
    ours = render_comment(FULL, ADDRESS)
    own = render_comment(FULL, ADDRESS, {"comment.md.j2": extended})
    assert own.rstrip().endswith("or see the [handbook](https://example.org/specs).")
    assert own.partition("Questions?")[0].strip() == ours.strip()


def test_it_is_written_anew_as_the_page_shows() -> None:
    _, whole, _ = examples()
    (shown,) = re.findall(r"```markdown\n(.*?)```", PAGE, re.S)
    found = told("errors-in-a-new-spec", whole)
    assert re.sub(r"\(https://[^)]*\)", "(…)", found).strip() == shown.strip()


@pytest.mark.limits
@pytest.mark.parametrize("name", HEARINGS)
def test_the_examples_are_good_for_every_pull_request(name: str) -> None:
    for text in examples()[:2]:
        assert told(name, text).strip()


def test_the_example_of_an_issue_is_good() -> None:
    own = {"issues/task.md.j2": examples()[2]}
    written = task_body(TASK, LINKS, own, marker=MARKER)
    assert "**Done means:**" in written
    assert "- [x] `send" in written.replace("<code>", "`")
    assert "**From the spec**" not in written


def test_all_there_is_to_print_is_named() -> None:
    known = set(re.findall(r"`(\w+)", PAGE))
    pages = (Page, TaskPage, PhasePage, TrackingPage, WriteBackPage)
    kinds = dict.fromkeys(kind for page in pages for kind in all_kinds(page))
    assert len(kinds) > 10
    lacking = {f"{k.__name__}.{f.name}" for k in kinds for f in fields(k) if f.name not in known}
    assert not lacking


def test_all_blocks_files_and_filters_are_named() -> None:
    blocks = re.findall(r"block (\w+)", shipped("comment", "comment.md.j2").read_text("utf-8"))
    told_blocks = re.search(r"The blocks are (.*?)\. ", PAGE)
    assert told_blocks
    assert re.findall(r"`(\w+)`", told_blocks[1]) == blocks
    for name in ("task", "phase", "tracking", "write-back"):
        page = shipped("issues", f"{name}.md.j2").read_text("utf-8")
        listed = ", ".join(f"`{block}`" for block in re.findall(r"block (\w+)", page))
        assert f"| `{name}.md.j2` | {listed} |" in PAGE
        assert f"`issues/{name}.md.j2`" in PAGE
    assert f"`{FOLDER}/`" in PAGE
    environment = markdown_page("comment/comment.md.j2").environment
    assert set(FILTERS) == set(environment.filters) - set(EVERYBODYS)
    assert all(f"`{name}" in PAGE for name in FILTERS)
