"""``python -m bot.lifecycle.diagram``: the lifecycle as a page."""

import subprocess
import sys
from pathlib import Path

import pytest

from bot.lifecycle.diagram import BEGIN, END, main, mermaid, refreshed, rows, table, written
from bot.lifecycle.gates import GATES
from bot.model.stage import Stage
from bot.schema.words import STAGE_WORDS

ROOT = Path(__file__).parents[2]


def run(*words: str) -> tuple[int, str]:
    command = [sys.executable, "-m", "bot.lifecycle.diagram", *words]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.stdout == ""
    return done.returncode, done.stderr


def test_the_page_in_the_repository_is_up_to_date() -> None:
    assert run("--check", "docs/lifecycle.md") == (0, "")


def test_each_stage_has_its_words_and_each_gate_its_row() -> None:
    assert [(row.stage, row.words) for row in rows()] == list(STAGE_WORDS.items())
    assert [gate for row in rows() for gate in row.gates] == list(GATES)
    for gate in GATES:
        start = f"| {gate.stage} | **{gate.name}**: {gate.wants} | {gate.who} | "
        (row,) = [line for line in table().split("\n") if line.startswith(start)]
        for rule in gate.rules:
            assert f"[{rule}](rules/{rule}.md)" in row
            assert (ROOT / "docs/rules" / f"{rule}.md").is_file()
    assert "| `open-work` |" in table("`{0}`")


def test_the_diagram_leads_from_stage_to_stage_and_out_of_any() -> None:
    drawn = mermaid().split("\n")
    assert drawn[0] == "stateDiagram-v2"
    assert "        drafting --> reviewing: sections, fields, placeholders" in drawn
    assert drawn[-1] == "    way --> closed: reason"
    assert [stage for stage in Stage if stage not in mermaid()] == []


def test_only_what_stands_between_the_marks_is_written() -> None:
    page = f"# Mine\n\n{BEGIN}\nold\n{END}\n\nMine too.\n"
    assert refreshed(page) == f"# Mine\n\n{written()}\n\nMine too.\n"
    assert refreshed(f"# Mine\n\n{END}\n{BEGIN}\n") is None
    assert refreshed("# Mine\n") is None


def test_a_page_is_checked_and_written(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page = tmp_path / "page.md"
    page.write_text(f"# Mine\n\n{BEGIN}\n{END}\n")
    assert main(["--check", str(page)]) == 1
    assert capsys.readouterr().err == f"{page} is out of date; make docs writes it\n"
    assert main([str(page)]) == 0
    assert page.read_text("utf-8") == f"# Mine\n\n{written()}\n"
    assert main(["--check", str(page)]) == 0
    page.write_text("# Mine\n")
    assert main([str(page)]) == 1
    assert capsys.readouterr().err == f"{page} has lost its marks: {BEGIN} and {END}\n"


@pytest.mark.parametrize("words", [[], ["--check"], ["--help"], ["a", "b"]])
def test_a_wrong_call_is_told(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(words) == 2
    assert capsys.readouterr().err == "usage: python -m bot.lifecycle.diagram [--check] FILE\n"
