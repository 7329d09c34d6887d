"""What ships holds what it promises: templates, completed examples, the rehearsal repository."""

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from bot.cli import main
from bot.shipped import shipped

NAMES = ("design-doc", "epic-spec", "feature-spec", "implementation-guide", "tech-spec")


def test_a_template_ships_with_a_completed_example() -> None:
    for folder in ("specs", "examples"):
        assert sorted(path.stem for path in shipped(folder).glob("*.md")) == list(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_a_completed_example_passes(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    template, example = (str(shipped(part, f"{name}.md")) for part in ("specs", "examples"))
    code = main(["check", example, "--template", template, "--format", "json"])
    spec = json.loads(capsys.readouterr().out)["specs"][0]
    assert code == 0
    assert spec["findings"] == []
    assert spec["affinity"] == 1.0
    assert {section["state"] for section in spec["sections"]} <= {"present", "not-applicable"}


@pytest.mark.parametrize("name", NAMES)
def test_a_template_judged_by_itself_misses_nothing_and_says_nothing(
    name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    template = str(shipped("specs", f"{name}.md"))
    code = main(["check", template, "--template", template, "--format", "json"])
    spec = json.loads(capsys.readouterr().out)["specs"][0]
    assert code == 1
    assert spec["affinity"] == 1.0
    assert not {f["rule"] for f in spec["findings"]} & {"missing-section", "section-order"}
    assert "untouched-section" in {f["rule"] for f in spec["findings"]}


def test_the_example_of_the_rehearsal_has_the_faults_that_it_is_there_to_show(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    folder, found = tmp_path / "parcels", {}
    for side in ("base", "head"):
        shutil.copytree(shipped("rehearsal", side), folder, dirs_exist_ok=True)
        if side == "base":
            subprocess.run(["git", "init", "-q"], cwd=folder, check=True)
            monkeypatch.chdir(folder)
        code = main(["check", "--format", "json"])
        specs = json.loads(capsys.readouterr().out)["specs"]
        found[side] = code, {spec["id"]: [f["rule"] for f in spec["findings"]] for spec in specs}
    assert found["base"] == (0, {"001": [], "003": ["open-question"], "004": []})
    missing = ["placeholder", "untouched-section", "missing-section", "placeholder"]
    asked = ["missing-section", "open-question", "open-question"]
    faults = {"001": [], "002": [*missing, *asked], "003": ["open-question"], "004": []}
    assert found["head"] == (1, faults)
