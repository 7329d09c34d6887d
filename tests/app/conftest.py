"""Repositories to work in, made anew for each test."""

import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from bot.cli import main

TEMPLATE = """\
# Spec: <NNN> - <Short title>

> Copy this file to `docs/specs/NNN-short-title.md`.

- **Status:** Draft | Accepted | Done
- **Updated:** <YYYY-MM-DD>

## Context

Why is this needed?

## Design

Describe how it works.

## Diagrams (recommended)

<a diagram>

## Open questions

- [ ] <question>

## Acceptance criteria

- [ ] <criterion>

## Appendix (optional)

<what else there is>
"""

COMPLETE = """\
# Spec: 001 - Parcel search

- **Status:** Draft
- **Updated:** 2026-11-21

## Context

Support looks up parcels by hand.

## Design

An index over parcel numbers.

## Diagrams

One box, one arrow.

## Open questions

None.

## Acceptance criteria

- [ ] A parcel is found by its number.
"""


@dataclass(frozen=True, slots=True)
class Repository:
    """A git repository with a template, and the command run inside it."""

    folder: Path
    out: Callable[[], tuple[str, str]]

    def write(self, path: str, text: str | bytes) -> Path:
        """Write a file."""
        file = self.folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text if isinstance(text, bytes) else text.encode())
        return file

    def git(self, *words: str) -> None:
        """Run git."""
        subprocess.run(["git", *words], cwd=self.folder, check=True, capture_output=True)

    def commit(self, message: str = "change") -> None:
        """Commit all there is."""
        self.git("add", "-A")
        self.git("commit", "-q", "-m", message, "--allow-empty")

    def steward(self, *words: str) -> tuple[int, str, str]:
        """Run the command, and give its exit code and what it printed."""
        code = main(words)
        out, err = self.out()
        return code, out, err


@pytest.fixture
def repository(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Repository:
    """Make a repository with a template and one complete spec, and stand in it."""
    for name, value in {
        "GIT_CONFIG_GLOBAL": "/dev/null",
        "GIT_CONFIG_NOSYSTEM": "1",
        "GIT_AUTHOR_NAME": "writer",
        "GIT_AUTHOR_EMAIL": "writer@example.org",
        "GIT_COMMITTER_NAME": "writer",
        "GIT_COMMITTER_EMAIL": "writer@example.org",
    }.items():
        monkeypatch.setenv(name, value)
    folder = tmp_path / "repository"
    folder.mkdir()
    monkeypatch.chdir(folder)
    made = Repository(folder, lambda: tuple(capsys.readouterr()))  # type: ignore[arg-type,return-value]  # a named pair
    made.git("init", "-q", "-b", "main")
    made.git("config", "user.name", "Writing team")
    made.write("docs/specs/TEMPLATE.md", TEMPLATE)
    made.write("docs/specs/001-parcel-search.md", COMPLETE)
    made.commit("first")
    return made
