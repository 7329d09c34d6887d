"""Finding a repository, wherever one stands in it and whatever the environment says."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import bot
from bot.errors import StewardError
from bot.sources.git import Git, NoWorkTreeError
from tests.sources.conftest import Repository


def test_is_found_from_its_top_and_from_below(repo: Repository) -> None:
    repo.write("docs/specs/a.md")
    for folder in (repo.path, repo.path / "docs/specs", str(repo.path)):
        git = Git.find(folder)
        assert git is not None
        assert git.top == repo.path
        assert git.git_dir == git.common_dir == repo.path / ".git"


def test_is_found_through_a_link(repo: Repository, tmp_path: Path) -> None:
    repo.write("docs/a.md")
    link = tmp_path / "elsewhere"
    link.symlink_to(repo.path / "docs")
    git = Git.require(link)
    assert git.top == repo.path
    assert git.common_dir == repo.path / ".git"


def test_is_found_in_a_folder_with_an_awkward_name(make: Callable[..., Repository]) -> None:
    repo = make('we "ird\n#näme*')
    repo.write("a.md")
    assert repo.open().top == repo.path
    assert repo.blobs() == {"a.md": None}


def test_worktree_has_its_own_git_dir_and_shares_the_common_one(
    repo: Repository, tmp_path: Path
) -> None:
    repo.write("a.md")
    repo.commit()
    other = Repository(tmp_path / "other tree")
    repo.git("worktree", "add", "-q", "-b", "topic", str(other.path))
    (other.path / "docs").mkdir()
    git = Git.require(other.path / "docs")
    assert git.top == other.path
    assert git.git_dir == repo.path / ".git/worktrees/other-tree"
    assert git.common_dir == repo.path / ".git"
    assert list(other.blobs().values()) == [repo.git("rev-parse", "HEAD:a.md")]
    other.write("b.md")
    assert other.changes("HEAD") == [("b.md", None, "added")]


def test_submodule_is_a_repository_of_its_own(make: Callable[..., Repository]) -> None:
    inner, outer = make("inner"), make("outer")
    inner.write("a.md")
    inner.commit()
    outer.git("-c", "protocol.file.allow=always", "submodule", "add", "-q", str(inner.path), "sub")
    git = Git.require(outer.path / "sub")
    assert git.top == outer.path / "sub"
    assert git.git_dir == outer.path / ".git/modules/sub"


def test_nothing_is_found_where_there_is_no_work_tree(
    make: Callable[..., Repository], tmp_path: Path
) -> None:
    bare = make("bare", "--bare")
    repo = make()
    file = repo.write("a.md")
    for folder in (tmp_path, tmp_path / "missing", file):
        assert Git.find(folder) is None
    for folder in (bare.path, repo.path / ".git"):
        with pytest.raises(NoWorkTreeError, match="has no work tree here; run this in a checkout"):
            Git.find(folder)
    with pytest.raises(StewardError, match="no git repository with a work tree here; run this in"):
        Git.require(tmp_path)


def test_nothing_is_found_without_git(
    repo: Repository, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert Git.find(repo.path) is None
    with pytest.raises(StewardError, match=r"^git was not found; install it, or put it"):
        Git.require(repo.path)


def test_a_repository_that_git_does_not_trust_is_explained(
    repo: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
    assert Git.find(repo.path) is None
    with pytest.raises(StewardError, match=r"git config --global --add safe\.directory"):
        Git.require(repo.path)


def test_variables_that_point_elsewhere_are_not_followed(
    make: Callable[..., Repository], monkeypatch: pytest.MonkeyPatch
) -> None:
    other, repo = make("other"), make()
    repo.write("a[1].md")
    repo.write("new\nline.md")
    base = repo.commit()
    other.write("other.md")
    other.commit()
    monkeypatch.setenv("GIT_DIR", str(other.path / ".git"))
    monkeypatch.setenv("GIT_WORK_TREE", str(other.path))
    monkeypatch.setenv("GIT_INDEX_FILE", "missing")
    monkeypatch.setenv("GIT_OBJECT_DIRECTORY", "missing")
    monkeypatch.setenv("GIT_ICASE_PATHSPECS", "1")
    git = Git.require(repo.path)
    assert git.top == repo.path
    assert [entry.path for entry in git.files()] == ["a[1].md", "new\nline.md"]
    assert git.changes(base) == ()
    assert len(git.read_blobs(base, ["a[1].md", "new\nline.md"], 99)) == 2


def test_in_a_pre_commit_hook_the_work_tree_counts(repo: Repository) -> None:
    """``git commit FILE`` runs hooks with a temporary index; what is in the tree stays the same."""
    repo.write("docs/a.md", "a\n")
    base = repo.commit()
    hook = repo.write(".git/hooks/pre-commit")
    root = Path(next(iter(bot.__path__))).parent
    hook.write_text(
        f"#!{sys.executable}\n"
        f"import os, sys; sys.path.insert(0, {str(root)!r})\n"
        "from bot.sources.git import Git\n"
        "git = Git.require('docs')\n"
        "print(os.environ['GIT_INDEX_FILE'])\n"
        "print([(entry.path, bool(entry.blob)) for entry in git.files()])\n"
        f"print([(change.path, change.kind.value) for change in git.changes({base!r})])\n"
    )
    hook.chmod(0o755)
    repo.write("docs/a.md", "a new text\n")
    repo.write("docs/b.md", "b\n")
    done = subprocess.run(
        ["git", "commit", "-m", "only a", "docs/a.md"],
        cwd=repo.path,
        check=True,
        capture_output=True,
        text=True,
    )
    index, *lines = done.stderr.splitlines()  # hooks write there
    assert "next-index" in index
    assert lines == [
        "[('docs/a.md', False), ('docs/b.md', False)]",
        "[('docs/a.md', 'modified'), ('docs/b.md', 'added')]",
    ]


def test_user_name_comes_from_the_configuration(repo: Repository) -> None:
    assert repo.open().user_name() is None
    repo.git("config", "user.name", " ")
    assert repo.open().user_name() is None
    repo.git("config", "user.name", "Zoë Smith")
    assert repo.open().user_name() == "Zoë Smith"


def test_looking_leaves_no_trace(repo: Repository) -> None:
    repo.write("a.md")
    base = repo.commit()
    os.utime(repo.path / "a.md", (1, 1))
    before = contents(repo.path / ".git")
    git = repo.open()
    git.files()
    git.changes(base)
    assert contents(repo.path / ".git") == before


def contents(folder: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
