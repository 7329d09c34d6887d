"""The workflow that the manual recommends, made fit to look into."""

import json
from pathlib import Path
from typing import Any

import yaml

USED = "acme/spec-steward@v1"  # how it names the Action, with a publisher filled in
_PAGE = Path(__file__).parents[2] / "docs/action.md"


def permissions() -> str:
    """Return what it lets its token do, as the embedded GitHub takes it."""
    given = _recommended()["permissions"].items()
    return " ".join(f"{name.replace('-', '_')}:{level}" for name, level in given)


def workflow(inputs: dict[str, str]) -> str:
    """Return it with inputs, with one more event, and with a step that uses an output."""
    flow = _recommended()
    flow["on"] |= {"pull_request": {}}
    (step,) = flow["jobs"]["specs"]["steps"]
    assert step["uses"] == USED
    step |= {"id": "steward", "with": inputs}
    after = {
        "id": "after",
        "if": "always()",
        "env": {"REPORT": "${{ steps.steward.outputs.report }}"},
        "run": 'test -z "$REPORT" || cat "$REPORT"',
    }
    job = flow["jobs"]["specs"]
    job["steps"].append(after)
    job["timeout-minutes"] = int(job["timeout-minutes"])  # of a workflow read as text alone
    job["concurrency"]["cancel-in-progress"] = False
    return json.dumps(flow)  # JSON is YAML


def _recommended() -> dict[str, Any]:
    text = _PAGE.read_text().partition("```yaml\n")[2].partition("```")[0]
    # the loader that takes all for text, for the others take `on` for true
    found: dict[str, Any] = yaml.load(text.replace("OWNER/", "acme/"), yaml.BaseLoader)  # noqa: S506 - of our own
    return found
