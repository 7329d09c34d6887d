"""Which branch is rehearsed against which, and by what names."""

import os
import subprocess
from pathlib import Path

import pytest

from bot.app.rehearse.branches import branches_of, default_base
from bot.errors import StewardError
from bot.sources.git import Git
from tests.app.conftest import Repository


def _git(repository: Repository) -> Git:
    return Git.require(repository.folder)


def _names(repository: Repository, base: str | None = None, head: str = "HEAD") -> list[str]:
    found = branches_of(_git(repository), base, head)
    return [found.base.name, found.head.name]


def _commit(repository: Repository, ref: str = "HEAD") -> str:
    return _git(repository).commit_of(ref)


def test_a_branch_goes_into_main(repository: Repository) -> None:
    repository.git("checkout", "-q", "-b", "search")
    repository.commit("second")
    found = branches_of(_git(repository), None, "HEAD")
    assert (found.base.name, found.head.name, found.commits) == ("main", "search", 1)
    assert (found.base.commit, found.head.commit) == (
        _commit(repository, "main"),
        _commit(repository),
    )


def test_what_origin_calls_its_default_comes_first(repository: Repository) -> None:
    repository.git("update-ref", "refs/remotes/origin/trunk", "HEAD")
    repository.git("symbolic-ref", "refs/remotes/origin/HEAD", "refs/remotes/origin/trunk")
    assert default_base(_git(repository)) == "origin/trunk"
    assert _names(repository) == ["trunk", "main"]


def test_then_what_new_repositories_begin_with(repository: Repository) -> None:
    repository.git("config", "init.defaultBranch", "trunk")
    assert default_base(_git(repository)) == "main"
    repository.git("branch", "trunk")
    assert default_base(_git(repository)) == "trunk"


def test_without_any_it_has_to_be_said(repository: Repository) -> None:
    repository.git("branch", "-m", "main", "trunk")
    with pytest.raises(StewardError, match="--base REF"):
        default_base(_git(repository))
    assert _names(repository, "trunk") == ["trunk", f"trunk-{_commit(repository)[:7]}"]


def test_a_main_that_is_ahead_of_the_one_at_origin_gets_another_name(
    repository: Repository,
) -> None:
    repository.git("update-ref", "refs/remotes/origin/main", "HEAD")
    repository.commit("second")
    assert _names(repository) == ["main", f"main-{_commit(repository)[:7]}"]


def test_git_could_not_keep_a_branch_below_another(repository: Repository) -> None:
    repository.git("update-ref", "refs/remotes/origin/main", "HEAD")
    repository.git("checkout", "-q", "--detach")
    repository.git("branch", "-m", "main", "main/next")
    repository.git("checkout", "-q", "main/next")
    assert _names(repository) == ["main", f"main-next-{_commit(repository)[:7]}"]


def test_what_is_no_branch_is_called_by_its_commit(repository: Repository) -> None:
    repository.commit("second")
    repository.git("checkout", "-q", "--detach")
    assert _names(repository) == ["main", f"commit-{_commit(repository)[:7]}"]
    assert _names(repository, "HEAD~1", "main") == [
        f"commit-{_commit(repository, 'HEAD~1')[:7]}",
        "main",
    ]
    repository.git("tag", "v1")
    assert _names(repository, "HEAD~1", "v1")[1] == "v1"


@pytest.mark.parametrize("name", [b"caf\xe9", "a\u2028b".encode(), "a\u202eb".encode()])
def test_a_name_that_cannot_be_shown_is_not_used(repository: Repository, name: bytes) -> None:
    words = (b"git", b"checkout", b"-q", b"-b", name)
    subprocess.run(words, cwd=repository.folder, check=True)
    assert _names(repository)[1] == f"commit-{_commit(repository)[:7]}"


@pytest.mark.parametrize(
    ("base", "head", "complaint"),
    [
        ("nowhere", "HEAD", "^--base: git does not know the ref “nowhere” here; name one of"),
        (None, "nowhere", "^--head: git does not know the ref “nowhere” here; name one of main$"),
        (None, "mian", "^--head: .* did you mean “main”[?]$"),
        ("--all", "HEAD", "“--all” is no git ref"),
        ("HEAD:docs", "HEAD", "git does not know the ref “HEAD:docs”"),
    ],
)
def test_a_ref_that_is_none_is_told(
    repository: Repository, base: str | None, head: str, complaint: str
) -> None:
    with pytest.raises(StewardError, match=complaint):
        branches_of(_git(repository), base, head)


def test_branches_that_never_met_cannot_be_compared(repository: Repository) -> None:
    repository.git("checkout", "-q", "--orphan", "other")
    repository.commit("other")
    with pytest.raises(StewardError, match="no common ancestor"):
        branches_of(_git(repository), "main", "HEAD")


def test_a_shallow_clone_is_told_how_to_get_the_rest(
    repository: Repository, tmp_path: Path
) -> None:
    repository.git("checkout", "-q", "-b", "search")
    repository.commit("second")
    words = ("clone", "-q", "--depth=1", "--no-single-branch", repository.folder.as_uri())
    subprocess.run(["git", *words, os.fspath(tmp_path / "clone")], check=True)
    with pytest.raises(StewardError, match="git fetch --unshallow"):
        branches_of(Git.require(tmp_path / "clone"), "origin/main", "HEAD")


@pytest.mark.usefixtures("repository")
def test_without_a_commit_there_is_nothing_to_rehearse(tmp_path: Path) -> None:
    subprocess.run(["git", "init", "-q", "-b", "main", tmp_path / "empty"], check=True)
    with pytest.raises(
        StewardError, match=r"no commit yet, so there is nothing to rehearse; commit first$"
    ):
        branches_of(Git.require(tmp_path / "empty"), None, "HEAD")


def test_a_branch_without_a_commit_has_none_yet(repository: Repository) -> None:
    repository.git("checkout", "-q", "--orphan", "empty")
    with pytest.raises(StewardError, match="no commit yet, so there is nothing"):
        branches_of(_git(repository), "main", "HEAD")
    assert _names(repository, "main", "main")[0] == "main"


@pytest.mark.parametrize(("head", "is_here"), [("HEAD", True), ("main", False)])
def test_a_branch_does_not_go_into_itself(repository: Repository, head: str, is_here: bool) -> None:
    found = branches_of(_git(repository), None, head)
    assert (found.commits, found.is_one, found.is_here) == (0, True, is_here)
    repository.git("checkout", "-q", "-b", "search")
    assert not branches_of(_git(repository), None, "HEAD").is_one


@pytest.mark.usefixtures("repository")
def test_github_knows_no_objects_by_sha_256(tmp_path: Path) -> None:
    other = tmp_path / "other"
    subprocess.run(["git", "init", "-q", "-b", "main", "--object-format=sha256", other], check=True)
    subprocess.run(["git", "commit", "-q", "--allow-empty", "-m", "x"], cwd=other, check=True)
    with pytest.raises(StewardError, match="SHA-256"):
        branches_of(Git.require(other), None, "HEAD")


def test_where_there_is_no_branch_none_is_listed(repository: Repository) -> None:
    repository.git("checkout", "-q", "--detach")
    repository.git("branch", "-D", "main")
    with pytest.raises(StewardError, match=r"^--head: git does not know the ref “nowhere” here$"):
        branches_of(_git(repository), None, "nowhere")
