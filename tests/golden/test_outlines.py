"""Our templates stand for those that teams have: the same sections, wanted as much, of one kind.

The facts are those of the five that the product has to take as they are. Ours may ask for words
where those have standing ones, so a section that has a sample there has one here, too.
"""

import pytest

from bot.markdown.decode import decode
from bot.schema.derive import derive
from tests.tools.golden import ROOT
from tests.tools.outline import FACTS, differences, main, outline

NAMES = ("design-doc", "epic-spec", "feature-spec", "implementation-guide", "tech-spec")
MEANT = {
    "design-doc": ["field target_model | required | text"],
    "epic-spec": ["#### POST /api/v1/resource | required | prose | family *"],
}
"""what ours leave out or name otherwise, on purpose"""
INSTEAD = {"epic-spec": ["#### POST /api/v1/[resource] | required | prose | family *"]}


def _facts(name: str) -> list[str]:
    text = (FACTS / f"{name}.txt").read_text(encoding="utf-8")
    return text.replace("CHRONO", "FEAT").splitlines()


def _ours(name: str) -> list[str]:
    path = ROOT / "templates" / "specs" / f"{name}.md"
    return outline(derive(decode(path.read_bytes()), path.name))


def _without_samples(lines: list[str]) -> list[str]:
    return [line.removesuffix(" | sample") for line in lines]


@pytest.mark.parametrize("name", NAMES)
def test_ours_ask_for_the_same(name: str) -> None:
    theirs, ours = _without_samples(_facts(name)), _without_samples(_ours(name))
    left_out = [line for line in theirs if line not in ours]
    added = [line for line in ours if line not in theirs]
    assert (left_out, added) == (MEANT.get(name, []), INSTEAD.get(name, []))
    kept = [line for line in theirs if line in ours]
    assert kept == [line for line in ours if line in theirs]


@pytest.mark.parametrize("name", NAMES)
def test_ours_have_a_prompt_where_theirs_have_one(name: str) -> None:
    asked = {line for line in _facts(name) if line.endswith(" | sample")}
    missing = asked - set(_ours(name))
    assert {line.removesuffix(" | sample") for line in missing} <= set(MEANT.get(name, []))


def test_the_tool_prints_what_differs(
    tmp_path_factory: pytest.TempPathFactory, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path_factory.mktemp("templates")
    (folder / "tech-spec.md").write_text("# <NNN>\n\n## Context\n\n<why>\n")
    (folder / "other.md").write_text("# [Name]\n\n## Context\n\n[why]\n")
    assert main(folder) == 1
    shown = capsys.readouterr().out
    assert "tech-spec.md differs" in shown
    assert "-## Goals | required | prose | sample" in shown
    assert "other.md differs" in shown
    assert differences(folder / "other.md")[-1] == "## Context | required | prose | sample"


def test_the_tool_says_where_nothing_differs(
    tmp_path_factory: pytest.TempPathFactory, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path_factory.mktemp("templates")
    path = ROOT / "templates" / "specs" / "tech-spec.md"
    (folder / "tech-spec.md").write_bytes(path.read_bytes())
    assert main(folder) == 1  # ours ask for words under its two diagrams
    assert capsys.readouterr().out.count("\n+") == 3
    (folder / "tech-spec.md").unlink()
    assert main(folder) == 0
