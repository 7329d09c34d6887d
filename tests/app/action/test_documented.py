"""The workflow that people copy, held to the one that this repository uses."""

import re
from pathlib import Path

import yaml

ROOT = Path(__file__).parents[3]


def _documented() -> dict[str, object]:
    text = (ROOT / "docs" / "action.md").read_text("utf-8")
    found = re.search(r"```yaml\n(# \.github/workflows/specs\.yml\n.*?)```", text, re.S)
    assert found
    return dict(yaml.safe_load(found[1]))


def _own() -> dict[str, object]:
    return dict(yaml.safe_load((ROOT / ".github" / "workflows" / "steward.yml").read_text("utf-8")))


def test_both_keep_runs_on_one_thing_apart_from_all_others() -> None:
    groups = []
    for workflow in (_documented(), _own()):
        (job,) = workflow["jobs"].values()  # type: ignore[attr-defined]  # a mapping
        assert "concurrency" not in workflow  # there, a run that is skipped takes a place too
        groups.append(job["concurrency"]["group"])
    assert groups[0] == groups[1]
    assert "merge_group" in groups[0]


def test_no_run_lasts_for_hours() -> None:
    for workflow in (_documented(), _own()):
        (job,) = workflow["jobs"].values()  # type: ignore[attr-defined]  # a mapping
        assert job["timeout-minutes"] <= 10
