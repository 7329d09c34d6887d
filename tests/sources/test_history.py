"""Where a history left another one, and what to do when nobody can tell."""

from collections.abc import Callable
from pathlib import Path

import pytest

from bot.errors import StewardError
from tests.sources.conftest import Repository


def test_merge_base_is_where_the_branch_began(repo: Repository) -> None:
    base = repo.commit()
    repo.git("checkout", "-q", "-b", "topic")
    repo.commit("on the branch")
    repo.git("tag", "-a", "v1", "-m", "v1", base)
    repo.git("checkout", "-q", "main")
    repo.commit("meanwhile")
    repo.git("checkout", "-q", "topic")
    git = repo.open()
    for ref in ("main", "refs/heads/main", "v1", base, base[:10], "HEAD~1", "main@{0}"):
        assert git.merge_base(ref) == base


def test_merge_base_of_a_detached_head(repo: Repository) -> None:
    base = repo.commit()
    repo.commit()
    repo.git("checkout", "-q", "--detach", base)
    repo.commit("elsewhere")
    assert repo.open().merge_base("main") == base


@pytest.mark.parametrize("ref", ["origin/feature", "feature", "refs/remotes/origin/feature"])
def test_an_unknown_ref_is_to_be_fetched(repo: Repository, ref: str) -> None:
    repo.commit()
    repo.git("remote", "add", "origin", "nowhere")
    fetch = r"git fetch origin feature \(in a workflow: .*fetch-depth: 0\)"
    mend = f"“{ref}” here; name one of main, or fetch it: {fetch}"
    with pytest.raises(StewardError, match=mend):
        repo.open().merge_base(ref)


@pytest.mark.parametrize("ref", ["", "-h", "--all", "a\nb", "a\0b", "\x1b[31m"])
def test_what_cannot_be_a_ref_is_refused(repo: Repository, started: list[str], ref: str) -> None:
    git = repo.open()
    started.clear()
    with pytest.raises(StewardError, match="is no git ref; name a branch, a tag or a commit"):
        git.merge_base(ref)
    assert started == []


@pytest.mark.parametrize("ref", ["HEAD:a.md", "main..HEAD", "x y", "*"])
def test_what_is_no_commit_is_unknown(repo: Repository, ref: str) -> None:
    repo.write("a.md")
    repo.commit()
    with pytest.raises(StewardError, match="git does not know the ref"):
        repo.open().merge_base(ref)


@pytest.mark.parametrize(
    ("ref", "meant"),
    [
        ("mian", "main"),
        ("origin/mian", "main"),
        ("featrue/one", "feature/one"),
        ("v1.1", "v1.0"),
        ("topc", "origin/topic"),
        ("topic", "origin/topic"),
        ("nothing-like-it", None),
    ],
)
def test_the_ref_that_was_meant_is_named(repo: Repository, ref: str, meant: str | None) -> None:
    repo.commit()
    repo.git("branch", "feature/one")
    repo.git("tag", "v1.0")
    repo.git("update-ref", "refs/remotes/origin/topic", "HEAD")
    repo.git("symbolic-ref", "refs/remotes/origin/HEAD", "refs/remotes/origin/topic")
    begin = f"did you mean “{meant}”?" if meant else ""
    with pytest.raises(StewardError) as refused:
        repo.open().merge_base(ref)
    named = "name one of feature/one, main, origin/topic, v1.0"
    assert refused.value.mend == (begin or named)
    repo.git("remote", "add", "origin", "nowhere")
    with pytest.raises(StewardError) as refused:
        repo.open().merge_base(ref)
    start = f"{begin} Else fetch" if meant else f"{named}, or fetch"
    assert refused.value.mend.startswith(f"{start} it: git fetch origin ")


def test_of_many_refs_some_are_named(repo: Repository) -> None:
    repo.commit()
    for name in ("a", "b", "c", "d", "e\u202e"):
        repo.git("branch", name)
    with pytest.raises(StewardError, match=r"name one of a, b, c, d, main$"):
        repo.open().merge_base("nothing-like-it")
    repo.git("branch", "f")
    with pytest.raises(StewardError, match=r"name one of a, b, c, d, f and 1 more$"):
        repo.open().merge_base("nothing-like-it")


def test_before_the_first_commit_there_is_nothing_to_compare_with(repo: Repository) -> None:
    with pytest.raises(StewardError, match="no commit yet to compare with; commit first"):
        repo.open().merge_base("main")


def test_unrelated_histories_have_no_base(repo: Repository) -> None:
    repo.commit()
    repo.git("checkout", "-q", "--orphan", "other")
    repo.commit("unrelated")
    with pytest.raises(
        StewardError, match="no common ancestor here; their histories are unrelated"
    ):
        repo.open().merge_base("main")


def test_a_shallow_clone_says_that_it_is_one(repo: Repository, tmp_path: Path) -> None:
    repo.commit("one")
    repo.git("checkout", "-q", "-b", "topic")
    repo.commit("two")
    repo.git("checkout", "-q", "main")
    repo.commit("three")
    clone = Repository(tmp_path / "clone")
    url = f"file://{repo.path}"
    repo.git("clone", "-q", "--depth=1", "--no-single-branch", "-b", "topic", url, str(clone.path))
    with pytest.raises(StewardError, match=r"shallow.*git fetch --unshallow.*fetch-depth: 0"):
        clone.open().merge_base("origin/main")
    assert clone.open().merge_base("HEAD") == clone.git("rev-parse", "HEAD")


class TestDefaultBranch:
    """The first of those that exist."""

    def test_is_nothing_before_the_first_commit(self, repo: Repository) -> None:
        assert repo.open().default_branch() is None

    @pytest.mark.parametrize("name", ["main", "master"])
    def test_is_our_own_without_a_remote(self, repo: Repository, name: str) -> None:
        repo.commit()
        repo.git("branch", "-m", name)
        assert repo.open().default_branch() == name

    def test_is_nothing_that_is_called_otherwise(self, repo: Repository) -> None:
        repo.commit()
        repo.git("branch", "-m", "trunk")
        assert repo.open().default_branch() is None

    def test_is_what_origin_says(self, make: Callable[..., Repository], tmp_path: Path) -> None:
        repo = make()
        repo.commit()
        repo.git("branch", "main2")
        repo.git("checkout", "-q", "-b", "release/trunk")
        clone = Repository(tmp_path / "clone")
        repo.git("clone", "-q", str(repo.path), str(clone.path))
        assert clone.open().default_branch() == "origin/release/trunk"
        assert clone.open().merge_base("origin/release/trunk")
        clone.git("branch", "main")
        clone.git("remote", "set-head", "origin", "--delete")
        assert clone.open().default_branch() == "origin/main"

    def test_is_never_a_name_that_leads_nowhere(self, repo: Repository) -> None:
        repo.commit()
        repo.git("symbolic-ref", "refs/remotes/origin/HEAD", "refs/remotes/origin/gone")
        assert repo.open().default_branch() == "main"
