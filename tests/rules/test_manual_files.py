"""``python -m bot.rules.manual``: the manual as files."""

import subprocess
import sys
from pathlib import Path

import pytest

from bot.rules.manual import files, main, pages

ROOT = Path(__file__).parents[2]


def run(*words: str) -> tuple[int, str]:
    command = [sys.executable, "-m", "bot.rules.manual", *words]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.stdout == ""
    return done.returncode, done.stderr


def test_the_pages_in_the_repository_are_up_to_date() -> None:
    assert run("--check", "docs/rules") == (0, "")


def test_what_is_written_is_what_is_asked_for(tmp_path: Path) -> None:
    folder = tmp_path / "docs" / "rules"
    assert run(str(folder)) == (0, "")
    assert {path.name: path.read_bytes().decode() for path in folder.iterdir()} == files()
    assert run("--check", str(folder)) == (0, "")


def test_the_index_lists_each_rule_with_its_weight() -> None:
    rows = [line for line in files()["README.md"].split("\n") if line.startswith("| [")]
    assert len(rows) == len(pages())
    assert (
        "| [open-question](open-question.md) "
        "| note, warning when reviewing, error from approved to done "
        "| A question is still open. |" in rows
    )
    for page, row in zip(pages().values(), rows, strict=True):
        assert row.startswith(f"| [{page.slug}]({page.slug}.md) | {page.severity}")
        assert row.endswith(f"| {page.summary} |")


def test_links_of_the_index_lead_somewhere() -> None:
    text = files()["README.md"]
    assert "(../configuration.md)" in text
    assert "(../templates.md#exceptions)" in text
    assert (ROOT / "docs/configuration.md").is_file()
    assert "\n## Exceptions\n" in (ROOT / "docs/templates.md").read_text("utf-8")


def test_each_page_that_is_out_of_date_is_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([str(tmp_path)]) == 0
    (tmp_path / "placeholder.md").write_text("# old\n")
    (tmp_path / "open-gate.md").unlink()
    (tmp_path / "no-such-rule.md").write_text("# gone\n")
    (tmp_path / "notes.txt").write_text("not ours\n")
    assert main(["--check", str(tmp_path)]) == 1
    assert capsys.readouterr().err == (
        f"{tmp_path}/no-such-rule.md is out of date; no rule has this page: remove it\n"
        f"{tmp_path}/open-gate.md is out of date; make docs writes it\n"
        f"{tmp_path}/placeholder.md is out of date; make docs writes it\n"
    )


def test_writing_mends_what_is_out_of_date_and_removes_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "placeholder.md").write_text("# old\n")
    (tmp_path / "no-such-rule.md").write_text("# gone\n")
    assert main([str(tmp_path)]) == 1
    assert "no-such-rule.md is out of date" in capsys.readouterr().err
    assert (tmp_path / "placeholder.md").read_text("utf-8") == pages()["placeholder"].markdown()
    assert (tmp_path / "no-such-rule.md").read_text("utf-8") == "# gone\n"


def test_nothing_is_up_to_date_in_a_folder_that_is_not_there(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--check", str(tmp_path / "none")]) == 1
    assert capsys.readouterr().err.count("\n") == len(files())
    assert not (tmp_path / "none").exists()


@pytest.mark.parametrize("words", [[], ["--check"], ["--help"], ["a", "b"]])
def test_a_wrong_call_is_told(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(words) == 2
    assert capsys.readouterr().err == "usage: python -m bot.rules.manual [--check] FOLDER\n"
