"""Markdown without git."""

import inspect
import os
import sys
from pathlib import Path

import pytest

from bot.errors import StewardError
from bot.model.entry import FileEntry, FileKind
from bot.sources.walk import is_markdown, markdown_files


@pytest.mark.parametrize("path", ["a.md", "A.MD", "b/c.markdown", "d.mdx", "x.tar.Md", "-.md"])
def test_markdown_is_known_by_its_suffix(path: str) -> None:
    assert is_markdown(path)


@pytest.mark.parametrize("path", ["a.txt", "md", "a.md.bak", "a.md/b", "amd"])
def test_other_suffixes_are_not_markdown(path: str) -> None:
    assert not is_markdown(path)


def write(top: Path, *paths: str) -> None:
    for path in paths:
        file = top / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.touch()


def test_files_come_in_the_order_of_their_paths(tmp_path: Path) -> None:
    names = ["B.md", "a b#1.md", "a/z.mdx", "a/b/c.MARKDOWN", "a-b.md", "new\nline.md", "\udcff.md"]
    write(tmp_path, *names, "a/no.txt", "plain")
    expected = tuple(FileEntry(path) for path in sorted(names))
    assert markdown_files(tmp_path) == markdown_files(str(tmp_path)) == expected


def test_packages_and_hidden_folders_are_passed_over(tmp_path: Path) -> None:
    write(
        tmp_path,
        *("a.md", ".hidden.md", ".github/b.md", "vendors/c.md"),
        *(f"{name}/x.md" for name in ("node_modules", "vendor", ".venv", "__pycache__", ".git")),
        "docs/node_modules/x.md",
    )
    assert [entry.path for entry in markdown_files(tmp_path)] == [
        *(".github/b.md", ".hidden.md", "a.md", "vendors/c.md"),
    ]


def test_links_to_folders_are_not_followed(tmp_path: Path) -> None:
    write(tmp_path, "docs/a.md")
    (tmp_path / "docs/loop").symlink_to(tmp_path)
    (tmp_path / "docs/folder.md").symlink_to(tmp_path)
    (tmp_path / "link.md").symlink_to("docs/a.md")
    assert markdown_files(tmp_path) == (
        FileEntry("docs/a.md"),
        FileEntry("docs/folder.md", None, FileKind.SYMLINK),
        FileEntry("link.md", None, FileKind.SYMLINK),
    )


def test_what_only_looks_like_a_file_is_left_out(tmp_path: Path) -> None:
    write(tmp_path, "folder.md/a.md")
    os.mkfifo(tmp_path / "pipe.md")
    assert markdown_files(tmp_path) == (FileEntry("folder.md/a.md"),)


def test_a_tree_may_be_deeper_than_the_call_stack(tmp_path: Path) -> None:
    deep = "d/" * 200
    write(tmp_path, f"{deep}a.md")
    limit = sys.getrecursionlimit()
    sys.setrecursionlimit(len(inspect.stack(0)) + 100)
    try:
        assert markdown_files(tmp_path) == (FileEntry(f"{deep}a.md"),)
    finally:
        sys.setrecursionlimit(limit)


def test_a_folder_that_may_not_be_read_is_passed_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path, "a.md", "secret/b.md")
    scandir = os.scandir

    def guarded(folder: str) -> object:
        if folder.rstrip("/").endswith("secret"):
            raise PermissionError(13, "Permission denied")
        return scandir(folder)

    monkeypatch.setattr(os, "scandir", guarded)
    assert markdown_files(tmp_path) == (FileEntry("a.md"),)
    with pytest.raises(StewardError, match="cannot look through this folder: Permission denied"):
        markdown_files(tmp_path / "secret")


def test_a_folder_has_to_be_there(tmp_path: Path) -> None:
    write(tmp_path, "a.md")
    with pytest.raises(StewardError, match="missing: cannot look through this folder: No such"):
        markdown_files(tmp_path / "missing")
    with pytest.raises(StewardError, match="Not a directory; check the path"):
        markdown_files(tmp_path / "a.md")
