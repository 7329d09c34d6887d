"""Real git repositories in temporary folders, out of reach of this machine's own configuration."""

import os
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from bot.sources import process
from bot.sources.git import Git

FASTER = {"core.fsync": "none", "gc.auto": "0", "maintenance.auto": "false"}
ENVIRONMENT = {
    "GIT_AUTHOR_DATE": "2026-01-02T03:04:05Z",
    "GIT_AUTHOR_EMAIL": "ann@example.com",
    "GIT_AUTHOR_NAME": "Ann",
    "GIT_COMMITTER_DATE": "2026-01-02T03:04:05Z",
    "GIT_COMMITTER_EMAIL": "ann@example.com",
    "GIT_COMMITTER_NAME": "Ann",
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_CONFIG_COUNT": f"{len(FASTER)}",
    **{f"GIT_CONFIG_KEY_{number}": name for number, name in enumerate(FASTER)},
    **{f"GIT_CONFIG_VALUE_{number}": value for number, value in enumerate(FASTER.values())},
}


@dataclass(frozen=True)
class Repository:
    """A work tree to do things in."""

    path: Path

    def git(self, *arguments: str, stdin: str | None = None) -> str:
        """Run git, which has to succeed."""
        done = subprocess.run(
            ["git", *arguments],
            cwd=self.path,
            check=True,
            capture_output=True,
            input=None if stdin is None else os.fsencode(stdin),
        )
        return os.fsdecode(done.stdout).rstrip("\n")

    def write(self, path: str, text: str | bytes = "text\n") -> Path:
        """Write a file, with the folders that it needs."""
        file = self.path / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text.encode() if isinstance(text, str) else text)
        return file

    def commit(self, message: str = "change") -> str:
        """Commit all that is there; return the commit."""
        self.git("add", "-A")
        self.git("commit", "-q", "--allow-empty", "-m", message)
        return self.git("rev-parse", "HEAD")

    def open(self) -> Git:
        """Open it as the product does."""
        return Git.require(self.path)

    def blobs(self) -> dict[str, str | None]:
        """List its files with their blobs."""
        return {entry.path: entry.blob for entry in self.open().files()}

    def changes(self, base: str) -> list[tuple[str, str | None, str]]:
        """List its changes without the blobs."""
        found = self.open().changes(base)
        return [(change.path, change.old_path, change.kind.value) for change in found]


@pytest.fixture(autouse=True)
def _isolated(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> None:
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)
    for name, value in ENVIRONMENT.items():
        monkeypatch.setenv(name, value)
    home = tmp_path_factory.getbasetemp() / "home"
    home.mkdir(exist_ok=True)
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.delenv("XDG_CONFIG_HOME", raising=False)


@pytest.fixture
def make(tmp_path: Path) -> Callable[..., Repository]:
    """Return a function that makes empty repositories."""

    def make_repository(name: str = "repo", *options: str) -> Repository:
        path = tmp_path / name
        path.mkdir(parents=True)
        repository = Repository(path)
        repository.git("init", "-q", "--template=", "-b", "main", *options)
        return repository

    return make_repository


@pytest.fixture
def repo(make: Callable[..., Repository]) -> Repository:
    """Return a repository without a commit."""
    return make()


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return a list that grows by the subcommand of each git process that the product starts."""
    commands: list[str] = []
    start = process.Runner.start

    def counted(self: process.Runner, asked: process.Command, *, mute: bool = False) -> object:
        commands.append(asked.arguments[0])
        return start(self, asked, mute=mute)

    monkeypatch.setattr(process.Runner, "start", counted)
    return commands
