"""Numbers that boxes carry already: issues that the repository is taken to have."""

import json
import os
from pathlib import Path
from typing import Any

import pytest

from bot.app.rehearse.named import Named, named_issues
from bot.sandbox.git.mirror import Mirror
from bot.sources.git import Git
from tests.app.conftest import TEMPLATE as GATES
from tests.app.conftest import Repository

TEMPLATE = GATES + "\n## Implementation plan\n\n- [ ] <a step>\n"
SPEC = "docs/specs/002-parcel-labels.md"
TASKS = (
    "\n## Implementation plan\n\n- [ ] Print them (#42)\n- [ ] Post them\n- [x] Peel them (#7)\n"
)
TEXT = """\
# Spec: 002 - Parcel labels

- **Status:** {status}
- **Updated:** 2026-11-21

## Context

They fade.

## Design

Ink that lasts.

## Diagrams

One box.

## Open questions

None.

## Acceptance criteria

- [ ] A label is read after a year.
"""


def spec_text(status: str = "Draft", tasks: str = TASKS) -> str:
    """Write a spec of a status, with nothing to mend in it."""
    return TEXT.format(status=status) + tasks


@pytest.fixture
def used(repository: Repository) -> Repository:
    """Stand on a branch that approves a spec whose tasks carry numbers on the base already."""
    repository.write("docs/specs/TEMPLATE.md", TEMPLATE)
    repository.write(SPEC, spec_text())
    repository.commit("Link the tasks to their issues")
    repository.git("checkout", "-q", "-b", "approve")
    repository.write(SPEC, spec_text("Accepted"))
    repository.commit("Accept the labels")
    return repository


def _named(repository: Repository, tmp_path: Path) -> tuple[Named, ...]:
    git = Git.require(os.fspath(repository.folder))
    mirror = Mirror.clone(repository.folder, tmp_path / "mirror.git")
    return named_issues(mirror, git.commit_of("main"), git.commit_of("HEAD"))


def _json(repository: Repository, *words: str) -> Any:  # noqa: ANN401 - JSON
    _, out, _ = repository.steward("rehearse", "--format", "json", *words)
    return json.loads(out)


def test_they_are_as_their_boxes_are_once_both_are_merged(used: Repository, tmp_path: Path) -> None:
    used.write(SPEC, spec_text("Accepted").replace("[ ] Print", "[x] Print"))
    used.write("docs/old.md", "- [ ] Keep `(#5)` as it is, [#6](x), and #8\n")
    used.commit("Print")
    used.git("checkout", "-q", "main")
    used.write("docs/base.md", "1. [ ] Only *here* ([#9](https://github.com/a/b/issues/9)) (#10)\n")
    used.write(SPEC, spec_text().replace("[x] Peel", "[ ] Peel"))
    used.commit("Peel again")
    used.git("checkout", "-q", "approve")
    assert _named(used, tmp_path) == (
        Named(7, "Peel them", is_done=False),
        Named(9, "Only here", is_done=False),
        Named(10, "Only here", is_done=False),
        Named(42, "Print them", is_done=True),
    )


def test_where_both_conflict_the_branch_counts(used: Repository, tmp_path: Path) -> None:
    used.git("checkout", "-q", "main")
    used.write(SPEC, spec_text("Done").replace("[ ] Print", "[x] Print"))
    used.commit("Done")
    used.git("checkout", "-q", "approve")
    assert Named(42, "Print them", is_done=False) in _named(used, tmp_path)


@pytest.mark.limits
def test_hostile_numbers_are_left_out(used: Repository, tmp_path: Path) -> None:
    used.write("docs/many.md", "".join(f"- [ ] x (#{number})\n" for number in range(1, 20_001)))
    used.write("docs/huge.md", "- [ ] y (#999999999)\n- [ ] z (#9999999)\n")
    used.write("docs/deep.md", ">" * 100_000 + "- [ ] a (#3)\n")
    used.write("docs/bytes.md", b"\xff\xfe- [ ] b (#4)\n")
    used.commit("Hostile")
    numbers = [each.number for each in _named(used, tmp_path)]
    assert numbers == [*range(1, 2_001), 9_999_999]


def test_a_number_that_no_repository_reaches_is_a_slip(used: Repository, tmp_path: Path) -> None:
    used.write("docs/huge.md", "- [ ] y (#999999999)\n- [ ] z (#9999999)\n")
    used.write("docs/bytes.md", b"\xff\xfe- [ ] b (#4)\n")
    used.commit("Huge")
    assert [each.number for each in _named(used, tmp_path)] == [7, 42, 9_999_999]


@pytest.mark.wire
def test_no_number_is_called_unknown_and_all_others_come_later(used: Repository) -> None:
    found = _json(used, "--merge")
    assert found["pull"]["number"] == 43
    assert "No issue of this repository" not in found["comment"]
    assert found["issues"] == []
    titles = {issue["number"]: issue["title"] for issue in found["merged"]["issues"]}
    assert titles == {44: "002: Parcel labels", 45: "002: Post them"}
    assert found["merged"]["write_back"]["number"] == 46


@pytest.mark.wire
def test_a_box_may_say_nothing_or_too_much(used: Repository) -> None:
    used.write("docs/notes.md", f"- [ ] (#50)\n- [x] {'long ' * 500}\x1b[31m (#60)\n")
    used.commit("Take notes")
    found = _json(used, "--merge")
    assert found["pull"]["number"] == 61
    assert [issue["number"] for issue in found["merged"]["issues"]] == [62, 63]


@pytest.mark.wire
def test_the_page_lists_what_is_opened_and_not_what_was_there(used: Repository) -> None:
    used.steward("rehearse", "--merge", "--html", "page.html")
    html = (used.folder / "page.html").read_text("utf-8")
    assert 'id="issue-44"' in html
    assert 'id="issue-42"' not in html
    assert "#7 " not in html
