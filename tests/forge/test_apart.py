"""Changes that no listing of GitHub shows to their end: the trees tell them."""

from dataclasses import replace

import pytest

from bot.errors import ForgeError
from bot.forge.door import Tree
from bot.forge.reading.apart import apart
from bot.model.change import Change, ChangeKind
from bot.model.entry import FileEntry, FileKind
from bot.model.pull import Pull
from bot.sandbox.git.objects import Signature
from bot.sandbox.git.writing import Edit, write_commit, write_tree
from bot.sandbox.wire.faults import Fault
from tests.forge.conftest import Served

JUNK = {f"a/{at:04}.txt": "x" for at in range(3_005)}
SPEC = "docs/specs/900-late.md"


def _tree(files: dict[str, str], *, is_whole: bool = True) -> Tree:
    return Tree(tuple(FileEntry(*each) for each in files.items()), is_whole)


def _bare(changes: tuple[Change, ...]) -> list[tuple[str, str | None, str]]:
    return [(each.path, each.old_path, each.kind.value) for each in changes]


def test_trees_tell_what_came_went_moved_and_changed() -> None:
    before = _tree({"same": "1", "changed": "2", "gone": "3", "a/moved.md": "4", "b/x.md": "4"})
    after = _tree({"same": "1", "changed": "9", "come": "5", "c/moved.md": "4", "c/y.md": "4"})
    found = apart(before, after)
    assert _bare(found) == [
        ("c/moved.md", "a/moved.md", "renamed"),
        ("c/y.md", "b/x.md", "renamed"),
        ("changed", None, "modified"),
        ("come", None, "added"),
        ("gone", None, "deleted"),
    ]
    assert [each.blob for each in found] == ["4", "4", "9", "5", None]


def test_a_text_that_becomes_a_link_is_changed_and_moves_to_none() -> None:
    text, link = FileEntry("a", "1"), FileEntry("a", "1", FileKind.SYMLINK)
    assert _bare(apart(Tree((text,)), Tree((link,)))) == [("a", None, "modified")]
    moved = FileEntry("b", "1", FileKind.SYMLINK)
    kinds = [kind for _, _, kind in _bare(apart(Tree((text,)), Tree((moved,))))]
    assert kinds == ["deleted", "added"]


@pytest.mark.parametrize(
    ("whole", "told"),
    [((True, False), ["modified", "added"]), ((False, True), ["modified", "deleted"])],
)
def test_of_what_a_cut_tree_may_hold_nothing_is_said(
    whole: tuple[bool, bool], told: list[str]
) -> None:
    before = _tree({"a": "1", "c": "3"}, is_whole=whole[0])
    after = _tree({"a": "2", "b": "4"}, is_whole=whole[1])
    assert [kind for _, _, kind in _bare(apart(before, after))] == told


@pytest.mark.untraced
def test_as_many_moves_as_a_tree_may_hold_are_paired_in_time() -> None:
    before = _tree({f"a/{at}.md": "1" for at in range(50_000)})
    after = _tree({f"b/{at}.md": "1" for at in range(50_000)})
    found = apart(before, after)
    assert all(each.old_path == f"a{each.path[1:]}" for each in found)


@pytest.fixture
def crowded(served: Served) -> Pull:
    """Open a pull request whose spec stands behind more files than GitHub lists."""
    served.scene.push("main", {"docs/specs/001-old.md": "# Old\n"})
    moved = {"docs/specs/001-old.md": None, "docs/specs/800-old.md": "# Old\n"}
    served.scene.push("more", {**JUNK, **moved, SPEC: "# Late\n"})
    return served.gateway().pull(served.scene.pull("ann", "more").number).pull


def test_nothing_hides_behind_three_thousand_files(served: Served, crowded: Pull) -> None:
    changes = served.gateway().changes(crowded)
    assert changes.is_whole
    found = {each.path: each for each in changes.files}
    assert len(found) == len(JUNK) + 2
    assert found[SPEC].kind is ChangeKind.ADDED
    assert found["docs/specs/800-old.md"].old_path == "docs/specs/001-old.md"
    tree = served.gateway().tree(crowded.head)
    assert found[SPEC].blob in {entry.blob for entry in tree.files}
    assert found[SPEC].hunks == ()


def test_where_the_trees_are_cut_too_that_is_said(served: Served, crowded: Pull) -> None:
    served.desk.faults.add(
        Fault(path="/git/trees/", status=200, body='{"tree": [], "truncated": true}')
    )
    changes = served.gateway().changes(crowded)
    assert not changes.is_whole
    assert len(changes.files) == 3_000


def test_a_merge_queues_commit_has_no_listing_but_trees(served: Served) -> None:
    served.scene.push("more", {**dict(list(JUNK.items())[:300]), SPEC: "# Late\n"})
    pull = served.gateway().pull(served.scene.pull("ann", "more").number).pull
    gateway = served.gateway()
    served.desk.journal.clear()
    changes = gateway.changes(replace(pull, number=0))
    assert changes.is_whole
    assert SPEC in {each.path for each in changes.files}
    assert [entry.path.rpartition("/")[0][-5:] for entry in served.desk.journal.entries] == [
        "mpare",
        "trees",
        "trees",
    ]


def _orphan(served: Served, files: dict[str, str]) -> str:
    mirror, who = served.desk.hub.mirror, Signature("A", "a@x.test", served.desk.hub.clock())
    edits = [Edit(path, text.encode()) for path, text in files.items()]
    return write_commit(mirror, write_tree(mirror, None, edits), [], "orphan", who, who)


def test_a_head_of_another_history_is_held_against_the_base_itself(served: Served) -> None:
    served.scene.push("main", {"docs/specs/001-old.md": "# Old\n"})
    pull = served.gateway().pull(1).pull
    head = _orphan(served, {"README.md": "# Widgets\n", SPEC: "# Late\n"})
    changes = served.gateway().changes(replace(pull, head=head))
    assert (changes.merge_base, changes.is_whole) == (pull.base, True)
    assert _bare(changes.files) == [
        ("docs/specs/001-old.md", None, "deleted"),
        (SPEC, None, "added"),
    ]


def test_of_commits_that_are_gone_githubs_own_words_are_told(served: Served) -> None:
    gateway = served.gateway()
    pull = replace(gateway.pull(1).pull, head="f" * 40)
    said = '{"message": "No such commit\\n::error::x"}'
    served.desk.faults.add(Fault(path="/compare/", status=404, body=said))
    with pytest.raises(ForgeError, match="No such commit :\u2060:error::x") as lost:
        gateway.changes(pull)
    assert str(lost.value).startswith("acme/widgets: ffffffffffff cannot be compared with ")
    assert (lost.value.status, lost.value.exit_code) == (404, 3)
    served.desk.faults.add(Fault(path="/git/trees/", status=403, body="{}"))
    with pytest.raises(ForgeError, match="may not read"):
        gateway.changes(replace(pull, base="e" * 40))
    served.desk.faults.add(Fault(path="/compare/", status=403, body="{}"))
    with pytest.raises(ForgeError, match="may not read"):
        gateway.changes(pull)
