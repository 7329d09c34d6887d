"""The bundled example: the same for everybody, and what it is there to show."""

import json
import os
import re
import subprocess
from pathlib import Path

import pytest

from bot.app.rehearse.branches import branches_of
from bot.app.rehearse.example import make_example
from bot.cli import main
from bot.shipped import shipped
from bot.sources.git import Git

HERE = Path(__file__).parent
GOLDEN = HERE / "example.txt"
MANUAL = HERE.parents[2] / "docs" / "rehearse.md"


def test_it_has_the_same_commits_whatever_git_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = make_example(tmp_path / "first")
    settings = tmp_path / "config"
    settings.write_text(
        "[init]\n\tdefaultBranch = trunk\n\tdefaultObjectFormat = sha256\n"
        "[core]\n\tautocrlf = true\n\thooksPath = nowhere\n"
        "[user]\n\tname = Somebody else\n[commit]\n\tgpgSign = true\n"
    )
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.fspath(settings))
    found = [branches_of(Git.require(each), None, "HEAD") for each in (first,)]
    found.append(branches_of(Git.require(make_example(tmp_path / "second")), None, "HEAD"))
    assert found[0] == found[1]
    assert (found[0].base.name, found[0].head.name, found[0].commits) == (
        "main",
        "november-specs",
        3,
    )


def test_every_bundled_file_is_in_it(tmp_path: Path) -> None:
    made = make_example(tmp_path / "made")
    bundled = {
        path.relative_to(shipped("rehearsal", side)).as_posix()
        for side in ("base", "head")
        for path in shipped("rehearsal", side).rglob("*")
        if path.is_file()
    }
    assert {entry.path for entry in Git.require(made).files()} == bundled
    status = subprocess.run(
        ["git", "status", "--porcelain"], cwd=made, check=True, capture_output=True
    )
    assert status.stdout == b""


def test_what_is_printed_of_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Whoever means to change it: copy what this prints into the file, and read it."""
    monkeypatch.chdir(tmp_path)
    assert main(["rehearse", "--example", "--merge"]) == 1
    printed = capsys.readouterr().out
    assert printed.replace(tmp_path.resolve().as_uri(), "file://") == GOLDEN.read_text("utf-8")


def _documented() -> list[str]:
    """Give the keys of the JSON that the manual names, in its order."""
    part = MANUAL.read_text("utf-8").partition("## For scripts")[2].partition("```")[0]
    first = (line.split("|")[1] for line in part.splitlines() if line.startswith("| `"))
    return [key for cell in first for key in re.findall(r"`(\w+)`", cell)]


def test_its_issues_for_scripts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["rehearse", "--example", "--merge", "--format", "json"]) == 1
    found = json.loads(capsys.readouterr().out)
    spec = "docs/tech-spec/003-move-images-to-object-storage.md"
    root, phase, *_ = [issue for issue in found["merged"]["issues"] if issue["spec"] == spec]
    title = "003: Move images to object storage"
    assert root == {
        "number": 10,
        "title": title,
        "state": "open",
        "parent": None,
        "spec": spec,
        "milestone": "",
    }
    assert (phase["number"], phase["parent"]) == (11, 10)
    back = found["merged"]["write_back"]
    assert (back["number"], back["files"][1]) == (18, {"path": spec, "lines": 5})
    assert (found["issues"], found["write_back"]) == ([], None)
    assert _documented() == [*found]
    assert list(found["merged"]) == [key for key in found if key in found["merged"]]
    page = (tmp_path / ".spec-steward/rehearsal.html").read_text("utf-8")
    assert all(f'id="{name}"' in page for name in ("issues", "issue-2", "issue-10", "pull-18"))
