"""What is listed, and when a blob is more than a guess."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from bot.errors import StewardError
from bot.model.blob_id import blob_id
from bot.model.entry import FileEntry, FileKind
from bot.sources.git import Git
from tests.sources.conftest import Repository

AWKWARD = (
    "-n.md",
    "--help.md",
    " leading and trailing .md ",
    "#hash #2.md",
    "'single' \"double\".md",
    ":(glob)magic.md",
    ":(glob)*\n.md",
    "[a-z]*?.md",
    "back\\slash.md",
    "car\rriage.md",
    "new\nline.md",
    "not\udcffutf\udcfe8.md",
    "tab\tstop.md",
    "ünïcödé/日本.md",
)

WEAKER = {"core.trustctime": "false", "core.checkStat": "minimal", "core.fsmonitor": "{hook}"}
STRICT = {"core.trustctime": "true", "core.checkStat": "default", "core.fsmonitor": "false"}


def test_clean_files_have_their_blobs(repo: Repository, started: list[str]) -> None:
    repo.write("docs/a.md", "a\n")
    repo.write("b.txt", "b\n").chmod(0o755)
    repo.commit()
    assert repo.open().files() == (
        FileEntry("b.txt", blob_id(b"b\n"), FileKind.REGULAR),
        FileEntry("docs/a.md", blob_id(b"a\n"), FileKind.REGULAR),
    )
    assert started == ["rev-parse", "ls-files", "ls-files", "config", "diff-files"]


def test_files_that_may_have_changed_have_none(repo: Repository) -> None:
    for name in ("same", "touched", "changed", "mode", "gone"):
        repo.write(f"{name}.md", f"{name}\n")
    repo.commit()
    os.utime(repo.path / "touched.md", (1, 1))
    repo.write("changed.md", "CHANGED\n")
    (repo.path / "mode.md").chmod(0o755)
    (repo.path / "gone.md").unlink()
    found = repo.blobs()
    assert found.pop("same.md") == blob_id(b"same\n")
    assert found == {"touched.md": None, "changed.md": None, "mode.md": None}


def test_a_change_within_the_tick_of_the_index_is_seen(repo: Repository) -> None:
    repo.write("a.md", "one\n")
    repo.git("add", "a.md")
    index = (repo.path / ".git/index").stat()
    file = repo.write("a.md", "two\n")
    os.utime(file, ns=(index.st_mtime_ns, index.st_mtime_ns))
    assert repo.blobs() == {"a.md": None}


def test_staged_but_not_committed_is_clean(repo: Repository) -> None:
    repo.write("a.md", "a\n")
    repo.git("add", "a.md")
    assert repo.blobs() == {"a.md": blob_id(b"a\n")}


def test_untracked_files_are_listed_and_ignored_ones_are_not(repo: Repository) -> None:
    repo.write(".gitignore", "*.tmp\n/build/\n")
    repo.write("kept.tmp")
    repo.git("add", "-f", "kept.tmp", ".gitignore")
    repo.write("new.md")
    repo.write("build/out.md")
    repo.write("deep/er/new.md")
    repo.write("x.tmp")
    assert set(repo.blobs()) == {".gitignore", "kept.tmp", "new.md", "deep/er/new.md"}


def test_an_unborn_branch_and_an_empty_repository_work(repo: Repository) -> None:
    assert repo.open().files() == ()
    repo.write("a.md")
    assert repo.open().files() == (FileEntry("a.md"),)


def test_an_intended_addition_has_no_blob(repo: Repository) -> None:
    repo.write("a.md")
    repo.write("empty.md", "")
    repo.git("add", "-N", "a.md", "empty.md")
    assert repo.blobs() == {"a.md": None, "empty.md": None}


def test_conflicts_are_listed_once_without_a_blob(repo: Repository) -> None:
    repo.write("both.md", "base\n")
    repo.write("deleted.md", "base\n")
    repo.commit()
    repo.git("checkout", "-q", "-b", "topic")
    repo.write("both.md", "theirs\n")
    (repo.path / "deleted.md").unlink()
    repo.commit()
    repo.git("checkout", "-q", "main")
    repo.write("both.md", "ours\n")
    repo.write("deleted.md", "ours\n")
    repo.write("other.md")
    base = repo.commit()
    with pytest.raises(Exception, match="returned non-zero"):
        repo.git("merge", "-q", "topic")
    os.utime(repo.path / "other.md", (1, 1))
    assert repo.blobs() == {"both.md": None, "deleted.md": None, "other.md": None}
    assert repo.changes(base) == [
        ("both.md", None, "modified"),
        ("deleted.md", None, "modified"),  # what is in conflict is never taken for unchanged
    ]
    (repo.path / "both.md").unlink()
    assert repo.blobs() == {"deleted.md": None, "other.md": None}
    assert repo.changes(base) == [("both.md", None, "deleted"), ("deleted.md", None, "modified")]


def test_files_kept_from_gits_eyes_are_never_taken_for_clean(repo: Repository) -> None:
    for name in ("assumed", "skipped", "sparse"):
        repo.write(f"{name}.md", "one\n")
    repo.commit()
    repo.git("update-index", "--assume-unchanged", "assumed.md")
    repo.git("update-index", "--skip-worktree", "skipped.md", "sparse.md")
    repo.write("assumed.md", "two\n")
    repo.write("skipped.md", "two\n")
    (repo.path / "sparse.md").unlink()
    assert repo.blobs() == {"assumed.md": None, "skipped.md": None}


def test_kinds_are_those_of_the_work_tree(make: Callable[..., Repository]) -> None:
    inner, repo = make("inner"), make()
    inner.write("a.md")
    inner.commit()
    repo.git("-c", "protocol.file.allow=always", "submodule", "add", "-q", str(inner.path), "sub")
    repo.write("file.md")
    for link in ("link.md", "was link.md"):
        (repo.path / link).symlink_to("file.md")
    repo.write("was file.md")
    repo.write("was folder/a.md")
    repo.commit()
    (repo.path / "was link.md").unlink()
    repo.write("was link.md")
    (repo.path / "was file.md").unlink()
    (repo.path / "was file.md").symlink_to("file.md")
    (repo.path / "new link.md").symlink_to("nowhere")
    (repo.path / "was folder/a.md").unlink()
    (repo.path / "was folder").rmdir()
    repo.write("was folder")
    repo.write("sub/dirty.md")
    os.mkfifo(repo.path / "pipe.md")
    nested = make("repo/nested")
    nested.write("foreign.md")
    nested.commit()
    found = {entry.path: (entry.kind.value, bool(entry.blob)) for entry in repo.open().files()}
    assert found == {
        ".gitmodules": ("regular", True),
        "file.md": ("regular", True),
        "link.md": ("symlink", False),
        "new link.md": ("symlink", False),
        "sub": ("submodule", False),
        "was file.md": ("symlink", False),
        "was folder": ("regular", False),
        "was link.md": ("regular", False),
    }


def test_awkward_paths_come_through(repo: Repository) -> None:
    for path in AWKWARD:
        repo.write(path, os.fsencode(path))
    repo.write("untracked [*]\udcff\n.md")
    repo.git("add", "--", *(f":(literal){path}" for path in AWKWARD))
    expected: dict[str, str | None] = {path: blob_id(os.fsencode(path)) for path in AWKWARD}
    expected["untracked [*]\udcff\n.md"] = None
    assert repo.blobs() == expected
    assert list(repo.blobs()) == sorted(expected)


def test_copied_repository_has_no_blobs_until_git_has_looked(
    repo: Repository, tmp_path: Path
) -> None:
    repo.write("a.md")
    base = repo.commit()
    copy = Repository(tmp_path / "copy")
    repo.git("worktree", "list")
    os.system(f"cp -r '{repo.path}' '{copy.path}'")  # noqa: S605 - paths of our own
    assert copy.blobs() == {"a.md": None}
    assert copy.changes(base) == []
    copy.git("status")
    assert copy.blobs() == {"a.md": blob_id(b"text\n")}


class TestConversion:
    """Where git may convert between the work tree and its objects."""

    @pytest.mark.parametrize("attribute", ["text=auto", "text", "eol=crlf", "-text", "crlf=input"])
    def test_line_ends_are_proven_by_size(
        self, repo: Repository, started: list[str], attribute: str
    ) -> None:
        repo.write("a.md", "one\ntwo\n")
        repo.write("b.txt", "one\n")
        repo.commit()
        repo.write(".git/info/attributes", f"* {attribute}\n")
        assert repo.blobs() == {"a.md": blob_id(b"one\ntwo\n"), "b.txt": None}
        assert len(started) == 7

    def test_converted_line_ends_are_not_the_blob(self, repo: Repository) -> None:
        repo.write(".gitattributes", "*.md text\n")
        repo.write("crlf.md", "one\r\ntwo\r\n")
        repo.write("lf.md", "one\ntwo\n")
        repo.write("other.bin", "one\r\n")
        repo.commit()
        found = repo.blobs()
        assert repo.git("cat-file", "-s", "HEAD:crlf.md") == "8"
        assert found["crlf.md"] is None
        assert found["lf.md"] == blob_id(b"one\ntwo\n")
        assert found["other.bin"] == blob_id(b"one\r\n")

    @pytest.mark.parametrize("value", ["true", "input", "TRUE"])
    def test_autocrlf_counts_without_attributes(self, repo: Repository, value: str) -> None:
        repo.git("config", "core.autocrlf", value)
        repo.write("crlf.md", "one\r\n")
        repo.write("lf.md", "one\n")
        repo.write("lf.txt", "one\n")
        repo.commit()
        assert repo.blobs() == {"crlf.md": None, "lf.md": blob_id(b"one\n"), "lf.txt": None}

    def test_autocrlf_off_does_not(self, repo: Repository, started: list[str]) -> None:
        repo.git("config", "core.autocrlf", "off")
        repo.write("a.md", "one\r\n")
        repo.commit()
        assert repo.blobs() == {"a.md": blob_id(b"one\r\n")}
        assert len(started) == 5

    @pytest.mark.parametrize("attribute", ["ident", "filter=up", "working-tree-encoding=UTF-16LE"])
    def test_other_conversions_prove_nothing(self, repo: Repository, attribute: str) -> None:
        repo.write("a.md", "$Id$ a\n".encode("utf-16-le" if "UTF" in attribute else "ascii"))
        repo.write("b.md", "b\n")
        repo.write("c.txt", "c\n")
        repo.git("config", "filter.up.clean", "tr a-z A-Z")
        repo.write("docs/.gitattributes", "none\n")
        repo.write(".gitattributes", f"a.md {attribute}\nb.md text\n")
        repo.commit()
        found = repo.blobs()
        assert found["a.md"] is None
        assert found["b.md"] == blob_id(b"b\n")
        assert found["c.txt"] == blob_id(b"c\n")

    def test_a_file_that_vanishes_meanwhile_proves_nothing(
        self, repo: Repository, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        repo.write(".gitattributes", "*.md text\n")
        repo.write("a.md")
        repo.commit()
        git = repo.open()
        monkeypatch.setattr(os, "lstat", lambda path: Path(path, "gone").stat())
        assert {entry.path: entry.blob for entry in git.files()}["a.md"] is None


def test_settings_that_weaken_the_proof_are_overruled(repo: Repository) -> None:
    hook = repo.write(".git/hook", "#!/bin/sh\ntouch was-here\n")
    hook.chmod(0o755)
    for name, value in WEAKER.items():
        repo.git("config", name, value.format(hook=hook))
    repo.write("a.md")
    repo.commit()
    runner = repo.open().runner
    for name, value in STRICT.items():
        assert runner.read("config", "--get", name).decode().strip() == value
    (repo.path / "was-here").unlink()  # git itself has called the hook
    assert list(repo.blobs()) == ["a.md"]


def test_sparse_checkout_lists_what_is_there(repo: Repository) -> None:
    repo.write("in/a.md", "a\n")
    repo.write("out/b.md", "b\n")
    repo.commit()
    repo.git("sparse-checkout", "set", "in")
    assert repo.blobs() == {"in/a.md": blob_id(b"a\n")}
    assert repo.changes("HEAD") == []


def test_a_repository_with_other_hashes_works(make: Callable[..., Repository]) -> None:
    repo = make("sha256", "--object-format=sha256")
    repo.write("a.md", "a\n")
    base = repo.commit()
    blob = repo.git("rev-parse", "HEAD:a.md")
    assert len(blob) == 64
    assert repo.blobs() == {"a.md": blob}
    (repo.path / "a.md").rename(repo.path / "b.md")
    assert repo.changes(base) == [("b.md", "a.md", "renamed")]
    assert repo.open().read_blobs("HEAD", ["a.md"], 9)["a.md"].data == b"a\n"


def test_a_broken_index_is_reported_in_one_line(repo: Repository) -> None:
    repo.write("a.md")
    repo.commit()
    git = repo.open()
    (repo.path / ".git/index").write_bytes(b"rubbish")
    with pytest.raises(
        StewardError, match=r"git ls-files failed: fatal: .*see whether `git status`"
    ):
        git.files()


def test_the_work_tree_vanishes(make: Callable[..., Repository]) -> None:
    repo = make()
    git = Git.require(repo.path)
    repo.path.rename(repo.path.with_name("moved"))
    with pytest.raises(StewardError, match="there is no such folder; name one that is there"):
        git.files()
