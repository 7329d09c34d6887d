"""What README and docs/ tell people to type is what the command takes."""

import re
import shlex
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.commands.grammar import parsed
from tests.app.conftest import Repository, repository

__all__ = ["repository"]  # the fixture

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text("utf-8")
PAGES = (ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md")))


def calls(text: str) -> Iterator[list[str]]:
    for block in re.findall(r"```sh\n(.*?)```", text, re.S):
        for line in block.splitlines():
            for part in line.split("||"):
                if call := re.match(r"\s*(?:exec )?steward(?= |$)", part):
                    yield shlex.split(part[call.end() :], comments=True)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_call_is_one(page: Path) -> None:
    for words in calls(page.read_text("utf-8")):
        parsed(words)


def test_what_is_installed_is_what_this_is() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    (extra,) = re.findall(r"pip install '\.\[(\w+)\]'", README)
    assert extra in project["optional-dependencies"]
    assert f"distribution `{project['name']}`" in README
    assert "steward" in project["scripts"]


def test_without_a_template_the_readme_leads_to_a_spec(repository: Repository) -> None:
    (block,) = (each for each in re.findall(r"```sh\n(.*?)```", README, re.S) if "--copy" in each)
    repository.git("rm", "-rq", "docs")
    for line in block.splitlines():
        (words,) = calls(f"```sh\n{line}\n```")
        code, out, err = repository.steward(*words)
        assert (code, err) == (int(words == ["check"]), "")
        shown = line.partition("# ")[2]
        if shown.startswith("docs/"):
            assert out.strip() == shown.partition(" ")[0]
