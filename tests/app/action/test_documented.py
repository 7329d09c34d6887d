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
    groups = {str(dict(each["concurrency"])["group"]) for each in (_documented(), _own())}  # type: ignore[call-overload]  # a mapping
    assert len(groups) == 1
    (group,) = groups
    assert "merge_group" in group


def test_no_run_lasts_for_hours() -> None:
    for workflow in (_documented(), _own()):
        (job,) = workflow["jobs"].values()  # type: ignore[attr-defined]  # a mapping
        assert job["timeout-minutes"] <= 10
