"""What differs from a commit, staged or not, tracked or not."""

import os
from collections.abc import Callable

import pytest

from bot.errors import StewardError
from bot.model.change import Change, ChangeKind
from tests.sources.conftest import Repository
from tests.sources.test_listing import AWKWARD

LINES = "".join(f"line {number}\n" for number in range(20))


def test_each_kind_of_change(repo: Repository) -> None:
    for name in ("same", "changed", "staged", "committed", "deleted", "moved"):
        repo.write(f"{name}.md", f"{name}\n{LINES}")
    base = repo.commit()
    blobs = {name: repo.git("rev-parse", f"{base}:{name}.md") for name in ("changed", "moved")}
    repo.write("committed.md", "new\n")
    repo.git("rm", "-q", "deleted.md")
    repo.write("new.md", "new\n")
    repo.commit()
    repo.write("changed.md", "new\n")
    repo.write("staged.md", "new\n")
    repo.git("mv", "moved.md", "a b.md")
    repo.git("add", "staged.md")
    repo.write("untracked.txt", "new\n")
    assert repo.changes(base) == [
        ("a b.md", "moved.md", "renamed"),
        ("changed.md", None, "modified"),
        ("committed.md", None, "modified"),
        ("deleted.md", None, "deleted"),
        ("new.md", None, "added"),
        ("staged.md", None, "modified"),
        ("untracked.txt", None, "added"),
    ]
    changes = {change.path: change for change in repo.open().changes(base)}
    assert changes["changed.md"].old_blob == blobs["changed"]
    assert changes["a b.md"].old_blob == blobs["moved"]
    assert changes["new.md"].old_blob is None
    assert changes["untracked.txt"] == Change("untracked.txt", None, ChangeKind.ADDED)


def test_two_processes_are_enough_where_all_is_committed(
    repo: Repository, started: list[str]
) -> None:
    repo.write("a.md")
    base = repo.commit()
    repo.write("b.md", "nothing alike\n")
    repo.git("rm", "-q", "a.md")
    repo.commit()
    git = repo.open()
    started.clear()
    assert [change.path for change in git.changes(base)] == ["a.md", "b.md"]
    assert started == ["diff-index", "ls-files"]


def test_a_rename_is_found_before_git_is_told(repo: Repository) -> None:
    repo.write("001-one.md", f"one\n{LINES}")
    repo.write("keep.md")
    base = repo.commit()
    (repo.path / "001-one.md").rename(repo.path / "002-two.md")
    repo.write("002-two.md", f"two\n{LINES}")
    repo.write("fresh.md", "nothing alike\n")
    (repo.path / "link.md").symlink_to("keep.md")
    assert repo.changes(base) == [
        ("002-two.md", "001-one.md", "renamed"),
        ("fresh.md", None, "added"),
        ("link.md", None, "added"),
    ]


def test_touched_files_have_not_changed(repo: Repository) -> None:
    repo.write("a.md")
    repo.write("b.md")
    base = repo.commit()
    for name in ("a.md", "b.md"):
        os.utime(repo.path / name, (1, 1))
    assert repo.changes(base) == []
    repo.write("b.md", "new\n")
    assert repo.changes(base) == [("b.md", None, "modified")]


def test_a_mode_or_a_type_is_a_change(repo: Repository) -> None:
    for name in ("mode", "to link"):
        repo.write(f"{name}.md")
    (repo.path / "from link.md").symlink_to("mode.md")
    base = repo.commit()
    (repo.path / "mode.md").chmod(0o755)
    (repo.path / "to link.md").unlink()
    (repo.path / "to link.md").symlink_to("mode.md")
    (repo.path / "from link.md").unlink()
    repo.write("from link.md")
    found = {
        change.path: (change.kind, bool(change.old_blob)) for change in repo.open().changes(base)
    }
    assert found == {
        "from link.md": (ChangeKind.MODIFIED, False),
        "mode.md": (ChangeKind.MODIFIED, True),
        "to link.md": (ChangeKind.MODIFIED, True),
    }


def test_a_file_that_is_no_longer_tracked_is_compared(repo: Repository) -> None:
    repo.write("a.md", "one\n")
    repo.write("b.txt", "one\n")
    base = repo.commit()
    repo.git("rm", "-q", "--cached", "a.md", "b.txt")
    repo.write("a.md", "two\n")
    repo.write("b.txt", "two\n")
    assert repo.changes(base) == [("a.md", None, "modified"), ("b.txt", None, "modified")]


def test_a_file_becomes_a_folder_and_the_other_way_round(repo: Repository) -> None:
    repo.write("file.md", LINES)
    repo.write("folder.md/a.md", "a\n")
    base = repo.commit()
    (repo.path / "file.md").unlink()
    repo.write("file.md/inner.md", f"inner\n{LINES}")
    (repo.path / "folder.md/a.md").unlink()
    (repo.path / "folder.md").rmdir()
    repo.write("folder.md", "folder\n")
    assert repo.changes(base) == [
        ("file.md/inner.md", "file.md", "renamed"),
        ("folder.md", None, "added"),
        ("folder.md/a.md", None, "deleted"),
    ]


def test_without_an_index_all_is_untracked(repo: Repository) -> None:
    repo.write("a.md", "a\n")
    repo.write("b.md", LINES)
    base = repo.commit()
    (repo.path / ".git/index").unlink()
    (repo.path / "b.md").rename(repo.path / "c.md")
    repo.write("a.md", "new\n")
    assert repo.changes(base) == [("a.md", None, "modified"), ("c.md", "b.md", "renamed")]


def test_submodules_and_foreign_repositories_are_left_out(make: Callable[..., Repository]) -> None:
    inner, repo = make("inner"), make()
    inner.write("a.md")
    inner.commit()
    base = repo.commit()
    repo.git("-c", "protocol.file.allow=always", "submodule", "add", "-q", str(inner.path), "sub")
    repo.write("sub/dirty.md")
    make("repo/nested").write("foreign.md")
    assert repo.changes(base) == [(".gitmodules", None, "added")]


def test_awkward_paths_come_through(repo: Repository) -> None:
    base = repo.commit()
    for path in AWKWARD:
        repo.write(path, path.encode(errors="surrogateescape") + LINES.encode())
    assert [change[0] for change in repo.changes(base)] == sorted(AWKWARD)
    base = repo.commit()
    for path in AWKWARD:
        (repo.path / path).rename(repo.path / f"{path}2.md")
    expected = sorted((f"{path}2.md", path, "renamed") for path in AWKWARD)
    assert repo.changes(base) == expected
    repo.commit()
    assert repo.changes(base) == expected


def test_a_base_that_looks_like_an_option_is_refused(repo: Repository) -> None:
    with pytest.raises(StewardError, match="“--output=x” is no git ref"):
        repo.open().changes("--output=x")


def test_no_room_for_a_temporary_index(repo: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    repo.write("a.md")
    base = repo.commit()
    repo.write("a.md", "new\n")
    monkeypatch.setattr("tempfile.tempdir", str(repo.path / "missing"))
    with pytest.raises(StewardError, match="no room for a temporary file: No such file"):
        repo.open().changes(base)
