"""Texts out of git's objects: many, large, missing, awkwardly named."""

import subprocess

import pytest

from bot.errors import StewardError
from bot.model.blob_id import blob_id
from bot.sources.objects import Blob
from bot.sources.process import Command, Runner
from tests.sources.conftest import Repository
from tests.sources.test_listing import AWKWARD


def test_files_are_read_as_they_stood(repo: Repository, started: list[str]) -> None:
    repo.write("docs/a.md", b"one\r\n\0\xff")
    repo.write("empty.md", "")
    base = repo.commit()
    repo.write("docs/a.md", "two")
    git = repo.open()
    started.clear()
    found = git.read_blobs(base, ["empty.md", "docs/a.md", "missing.md", "docs", "empty.md"], 99)
    assert found == {
        "empty.md": Blob(blob_id(b""), 0, b""),
        "docs/a.md": Blob(blob_id(b"one\r\n\0\xff"), 7, b"one\r\n\0\xff"),
    }
    assert started == ["cat-file"]


def test_nothing_is_asked_for_nothing(repo: Repository, started: list[str]) -> None:
    git = repo.open()
    started.clear()
    assert git.read_blobs("HEAD", [], 99) == git.read_objects([], 99) == {}
    assert started == []


def test_awkward_paths_come_through(repo: Repository) -> None:
    paths = (*AWKWARD, "ends with\r", "ends with 7")
    for path in paths:
        repo.write(path, path.encode(errors="surrogateescape"))
    repo.commit()
    found = repo.open().read_blobs("HEAD", (*paths, "no\nthing.md", "ends with 7 missing"), 999)
    assert {path: blob.data for path, blob in found.items()} == {
        path: path.encode(errors="surrogateescape") for path in paths
    }


def test_objects_are_read_by_id_and_only_blobs(repo: Repository) -> None:
    repo.write("a.md", "a")
    commit = repo.commit()
    tree = repo.git("rev-parse", "HEAD^{tree}")
    known, unknown = blob_id(b"a"), "0" * 40
    assert repo.open().read_objects([commit, known, tree, unknown], 9) == {
        known: Blob(known, 1, b"a")
    }


def test_what_is_too_large_is_measured_but_not_read(repo: Repository, started: list[str]) -> None:
    for name in "abcde":
        repo.write(f"{name}.md", name * 100)
    repo.write("b.md", "b" * 200_000)
    repo.write("d.md", "d" * 101)
    repo.commit()
    git = repo.open()
    started.clear()
    found = git.read_blobs("HEAD", [f"{name}.md" for name in "abcde"], 100)
    assert {path: (blob.size, blob.data) for path, blob in found.items()} == {
        "a.md": (100, b"a" * 100),
        "b.md": (200_000, None),
        "c.md": (100, b"c" * 100),
        "d.md": (101, None),
        "e.md": (100, b"e" * 100),
    }
    assert started == ["cat-file"] * 3  # anew after each that is not read to its end


def test_more_than_any_pipe_holds_does_not_stall(repo: Repository, started: list[str]) -> None:
    paths = [f"{number:04}/{'long name ' * 20}.md" for number in range(320)]
    for path in paths:
        repo.write(path, path * 10)
    repo.commit()
    git = repo.open()
    started.clear()
    long = [f"{number}{'x' * 9_000}" for number in range(20)]
    found = git.read_blobs("HEAD", [*paths[:150], *long, *paths[150:]], 9_999)
    assert {path: blob.data for path, blob in found.items()} == {
        path: (path * 10).encode() for path in paths
    }
    assert started == ["cat-file"]


@pytest.mark.parametrize(
    "script",
    [
        "exit 3",
        "read name; exit 0",
        "read name; printf '%040d blob 9\\nfour' 1",
        "read name; printf '%040d blob 9\\n' 1",
    ],
)
def test_a_git_that_stops_early_is_noticed(
    repo: Repository, monkeypatch: pytest.MonkeyPatch, script: str
) -> None:
    def start(_: Runner, __: Command, *, mute: bool) -> subprocess.Popen[bytes]:
        assert mute
        process = subprocess.Popen(
            ["sh", "-c", script], stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )
        if script == "exit 3":
            process.wait()
        return process

    git = repo.open()
    monkeypatch.setattr(Runner, "start", start)
    with pytest.raises(StewardError, match="git cat-file stopped early; see whether `git fsck`"):
        git.read_objects(["0" * 40], 9)
