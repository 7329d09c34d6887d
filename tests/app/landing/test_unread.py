"""Specs that nobody can read for a while: what stands for them stays as it is, all of it."""

import pytest

from bot.forge.door import FileName, FileText, Tree
from bot.model.blob_id import blob_id
from bot.model.entry import FileEntry, FileKind
from bot.model.issue import Issue
from bot.model.sync import SyncPull
from tests.app.landing.farm import SPEC, TEMPLATE, WHOLE, Farm, created, once

pytestmark = pytest.mark.untraced

COPY = "docs/specs/002-copy.md"
RULE = "docs/specs/TEMPLATE.md"
BINARY = b"\xff\xfe\x00\x00binary"
OTHER = WHOLE.replace("Parcel search", "Other")


def _state(farm: Farm) -> tuple[list[Issue], tuple[SyncPull, ...]]:
    return farm.issues, farm.sync.pulls


def _cut(farm: Farm, *lost: str) -> None:
    """Let GitHub list less of the default branch than there is."""
    files = farm.door.trees[farm.door.tip].files
    left = tuple(each for each in files if each.path not in lost)
    farm.door.trees[farm.door.tip] = Tree(left, is_whole=False)


@pytest.fixture
@once
def farm() -> Farm:
    """Give one whose spec has its issues, and a box that waits for the write-back."""
    found = Farm({SPEC: WHOLE})
    found.settle()
    found.close("Write the query")
    found.settle()
    return found


@pytest.mark.traced
@pytest.mark.parametrize("data", [BINARY, b"\0", b"x" * 1_100_000, b"x" * 3_300_000])
def test_a_spec_that_cannot_be_read_was_not_deleted(farm: Farm, data: bytes) -> None:
    before, whole = _state(farm), farm.text()
    farm.push({SPEC: data})
    assert farm.settle().plan == ()
    farm.push({SPEC: whole})
    assert farm.settle().plan == ()
    assert _state(farm) == before
    farm.merge_sync()
    assert farm.settle().plan == ()
    assert "[x] Write the query (#106)" in farm.text()


def test_what_people_do_meanwhile_is_followed_afterwards(farm: Farm) -> None:
    whole = farm.text()
    farm.push({SPEC: BINARY})
    farm.close("Show the results")
    assert farm.settle().plan == ()
    farm.push({SPEC: whole})
    farm.settle()
    assert b"[x] Show the results (#107)" in farm.door.written[SPEC]


@pytest.mark.traced
@pytest.mark.parametrize("is_linked", [False, True])
def test_a_copy_does_not_take_the_issues_of_what_cannot_be_read(is_linked: bool) -> None:
    farm = Farm({SPEC: WHOLE})
    farm.settle()
    if is_linked:
        farm.merge_sync()
    whole, before = farm.text(), farm.issues
    farm.push({SPEC: BINARY, COPY: whole.replace("Parcel search", "Other")})
    farm.settle()
    assert farm.issues[: len(before)] == before
    farm.push({SPEC: whole})
    farm.settle()
    assert farm.issues[: len(before)] == before
    assert len(created(farm)) == 0


def test_what_waits_for_one_that_cannot_be_read_holds_the_write_back(farm: Farm) -> None:
    whole, pull = farm.text(), farm.sync_pull()
    farm.push({SPEC: BINARY, COPY: OTHER})
    farm.settle()
    assert farm.sync_pull() == pull
    farm.push({SPEC: whole})
    farm.settle()
    assert {SPEC, COPY} == set(farm.door.written)
    assert b"[x] Write the query (#106)" in farm.door.written[SPEC]


def test_the_write_back_goes_on_for_others_where_nothing_waits() -> None:
    farm = Farm({SPEC: WHOLE})
    farm.settle()
    farm.push({SPEC: BINARY, COPY: OTHER})
    farm.settle()
    assert set(farm.door.written) == {COPY}


@pytest.mark.parametrize("path", [SPEC, RULE])
def test_what_github_does_not_list_was_not_deleted(farm: Farm, path: str) -> None:
    before, whole = _state(farm), farm.door.trees[farm.door.tip]
    _cut(farm, path)
    assert farm.settle().plan == ()
    farm.door.trees[farm.door.tip] = whole
    assert farm.settle().plan == ()
    assert _state(farm) == before


def test_what_is_nowhere_was_deleted_though_github_lists_less(farm: Farm) -> None:
    farm.push({SPEC: None})
    _cut(farm)
    farm.settle()
    assert "The spec was deleted." in farm.issue("Parcel search").body


@pytest.mark.traced
@pytest.mark.parametrize("data", [b"\0\xff", b"x" * 3_300_000])
def test_a_template_that_is_broken_deletes_no_spec(farm: Farm, data: bytes) -> None:
    before = _state(farm)
    farm.push({RULE: data})
    assert farm.settle().plan == ()
    farm.push({RULE: TEMPLATE})
    assert farm.settle().plan == ()
    assert _state(farm) == before


@pytest.mark.traced
def test_a_spec_that_no_template_covers_any_more_was_not_deleted(farm: Farm) -> None:
    before = {issue.number: issue.is_open for issue in farm.issues}
    farm.push({RULE: None})
    farm.settle()
    said = "> The spec stands, but no template covers it any more."
    assert said in farm.issue("Parcel search").body
    assert {issue.number: issue.is_open for issue in farm.issues} == before
    farm.push({RULE: TEMPLATE})
    farm.settle()
    assert "[!WARNING]" not in farm.issue("Parcel search").body
    assert {issue.number: issue.is_open for issue in farm.issues} == before


def test_a_template_that_is_renamed_takes_its_specs_along(farm: Farm) -> None:
    before = [(issue.number, issue.is_open) for issue in farm.issues]
    farm.move(RULE, "docs/specs/template.md")
    farm.settle()
    assert [(issue.number, issue.is_open) for issue in farm.issues] == before
    assert "[!WARNING]" not in farm.issue("Parcel search").body


@pytest.mark.traced
@pytest.mark.parametrize("is_linked", [False, True])
@pytest.mark.parametrize("title", ["Other", "Parcel search"])
def test_a_copy_does_not_take_the_issues_of_what_has_conflict_markers(
    title: str, is_linked: bool
) -> None:
    farm = Farm({SPEC: WHOLE})
    farm.settle()
    if is_linked:
        farm.merge_sync()
    whole, before = farm.text(), farm.issues
    head, _, tail = whole.partition("### Phase 2")
    torn = f"{head}<<<<<<< HEAD\n### Phase 2{tail}=======\n- [ ] Print\n>>>>>>> theirs\n"
    farm.push({SPEC: torn, COPY: whole.replace("Parcel search", title)})
    farm.settle()
    assert farm.issues[: len(before)] == before
    farm.push({SPEC: whole})
    farm.settle()
    assert farm.issues[: len(before)] == before
    assert created(farm) == []


@pytest.mark.traced
@pytest.mark.parametrize(
    "text", ["```\n<<<<<<< ours\n>>>>>>> theirs\n```\n", ">>>>>>> a quote\n", "<<<<<<< ours\n"]
)
def test_a_spec_that_shows_conflict_markers_is_read(farm: Farm, text: str) -> None:
    farm.edit("## Context\n", f"## Context\n\n{text}")
    farm.edit("Show the results", "Show all results")
    farm.settle()
    assert farm.issue("Show all results").is_open


def test_what_has_no_issues_yet_gets_none_while_it_has_conflict_markers() -> None:
    torn = WHOLE.replace("- [ ] Choose", "<<<<<<< HEAD\n- [ ] Choose") + "=======\n>>>>>>> a\n"
    farm = Farm({SPEC: torn})
    assert farm.settle().plan == ()


def test_a_link_in_place_of_a_spec_shows_that_it_was_moved(farm: Farm) -> None:
    before = [issue.number for issue in farm.issues]
    farm.move(SPEC, "docs/specs/009-search.md")
    tree = farm.door.trees[farm.door.tip]
    link = FileEntry(SPEC, blob_id(b"009-search.md"), FileKind.SYMLINK)
    farm.door.trees[farm.door.tip] = Tree((*tree.files, link))
    name = FileName(farm.door.tip, SPEC)
    farm.door.texts[name] = FileText(
        blob_id(b"009-search.md"), FileKind.SYMLINK, 13, b"009-search.md"
    )
    farm.settle()
    assert [issue.number for issue in farm.issues] == before
    assert "009-search.md" in farm.issue("Parcel search").body
