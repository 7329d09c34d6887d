"""What a release publishes: its commit is made here, and pushed to a repository beside it."""

import os
import subprocess
from pathlib import Path

import pytest
import yaml

from tests.e2e.conftest import ROOT
from tests.e2e.machine import run

IMAGE = "registry.example/acme/spec-steward@sha256:" + "0" * 64
PUBLISHED = ("action.yml", "docs", "templates", "README.md", "LICENSE", "CHANGELOG.md")


def git(folder: Path, *words: str) -> str:
    return run(("git", "-C", os.fspath(folder), *words))


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """Return a checkout with an origin of its own, and what a release takes from it."""
    folder = tmp_path / "source"
    folder.mkdir()
    for name in (*PUBLISHED, "CONTRIBUTING.md", ".ci", ".github", ".gitignore"):
        run(("cp", "-R", os.fspath(ROOT / name), os.fspath(folder)))
    git(tmp_path, "init", "--quiet", "--bare", "origin")
    git(folder, "init", "--quiet", "--initial-branch=main")
    git(folder, "remote", "add", "origin", os.fspath(tmp_path / "origin"))
    git(folder, "config", "user.name", "Ann")
    git(folder, "config", "user.email", "ann@example.com")
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message=Begin")
    return folder


def publish(source: Path, version: str) -> None:
    run((os.fspath(source / ".ci/release-publish"), IMAGE, version))


def test_a_release_runs_the_image_by_digest(source: Path) -> None:
    publish(source, "1.2.3")
    action = yaml.safe_load(git(source.parent / "origin", "show", "v1.2.3:action.yml"))
    assert action["runs"] == {"using": "docker", "image": f"docker://{IMAGE}", "args": ["action"]}


def test_a_release_has_neither_sources_nor_workflows(source: Path) -> None:
    publish(source, "1.2.3")
    names = git(source.parent / "origin", "ls-tree", "--name-only", "v1.2.3").split()
    assert sorted(names) == sorted((*PUBLISHED, "CONTRIBUTING.md"))


def test_the_branch_of_the_major_version_goes_on(source: Path) -> None:
    publish(source, "1.2.3")
    publish(source, "1.2.4")
    origin = source.parent / "origin"
    log = git(origin, "log", "--format=%s", "v1", "--").splitlines()
    assert log == ["Release 1.2.4", "Release 1.2.3"]
    assert git(origin, "rev-parse", "v1.2.4") == git(origin, "rev-parse", "refs/heads/v1")


def test_a_release_is_never_replaced(source: Path) -> None:
    publish(source, "1.2.3")
    origin = source.parent / "origin"
    before = git(origin, "show-ref")
    again = subprocess.run(
        (source / ".ci/release-publish", IMAGE.replace("0", "1"), "1.2.3"), check=False
    )
    assert again.returncode != 0
    assert git(origin, "show-ref") == before


def test_an_action_that_cannot_be_pinned_is_not_published(source: Path) -> None:
    action = source / "action.yml"
    action.write_text(action.read_text().replace("image: Dockerfile", "image: Containerfile"))
    said = subprocess.run(
        (source / ".ci/release-publish", IMAGE, "1.2.3"), capture_output=True, check=False
    )
    assert said.returncode == 1
    assert b"action.yml has no line" in said.stderr
    assert git(source.parent / "origin", "for-each-ref") == ""
