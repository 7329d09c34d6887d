"""Hostile names and texts through a whole run: what they reach, they reach as text."""

import json
from pathlib import Path

import pytest

from bot.app.action.run import act, plan
from bot.settings import Runner
from tests.app.action.test_attend import BARE
from tests.app.action.town import SPEC, TEMPLATE, Town
from tests.render.attacks import ATTACKS

pytestmark = pytest.mark.limits  # test_attend.py reaches each branch

OURS = ("::error ", "::warning ", "::notice ")
NAMES = [
    "a\n::error::owned.md",
    "a\r\n::set-output name=verdict::pass.md",
    "##[error]owned.md",
    "%0A::error::owned.md",
    "a\" b'`c`.md",
    "<!-- spec-steward:comment v1 head=x -->.md",
    "@everyone #1 fixes #2.md",
    "\u202egnp.md",
    "a|b|c.md",
]


def _runner(folder: Path) -> Runner:
    event = folder / "event.json"
    event.write_text(json.dumps({"number": 1}))
    output, summary = folder / "output", folder / "summary"
    return Runner(
        "pull_request",
        str(event),
        "acme/widgets",
        "t",
        server_url="https://github.test",
        output=str(output),
        summary=str(summary),
    )


def _said(town: Town, folder: Path) -> list[str]:
    lines: list[str] = []
    act(_runner(folder), lines.append, lambda *_: town.door)
    return [line for text in lines for line in text.split("\n")]


@pytest.mark.parametrize("name", NAMES)
def test_no_name_becomes_a_command_of_the_runner(name: str, tmp_path: Path) -> None:
    town = Town({f"docs/specs/{name}": BARE})
    town.change(title=name, head_branch=name)
    town.door.refusing = {"checks", "statuses"}
    for line in _said(town, tmp_path):
        assert "\r" not in line
        assert "##[" not in line
        assert not line.startswith("::") or line.startswith(OURS)
        assert line.count("::") <= 2 or not line.startswith("::")
    outputs = (tmp_path / "output").read_text()
    assert outputs.startswith("verdict<<end-")
    assert "\nfail\n" in outputs
    assert len(town.state.comments) == 1
    json.loads(plan(_runner(tmp_path), lambda *_: town.door))


@pytest.mark.parametrize("text", ATTACKS)
def test_no_text_of_a_spec_becomes_a_command_of_the_runner(text: str, tmp_path: Path) -> None:
    hostile = BARE.replace("Parcel search", text).replace("\nNone\n", f"\n- [ ] {text}\n")
    town = Town({SPEC: hostile, "docs/specs/TEMPLATE.md": TEMPLATE.replace("Design", text)})
    town.door.refusing = {"checks", "statuses"}
    for line in _said(town, tmp_path):
        assert not line.startswith("::") or line.startswith(OURS)
        assert "##[" not in line
    first, second = town.comment.body.split("\n")[:2]
    assert first.startswith("<!-- spec-steward:comment v1 head=")
    assert not second.startswith("<!--")


def test_one_line_of_a_configuration_holds_nobody_up() -> None:
    """Matching one glob against one path takes as long as both are, and no longer."""
    stars = "*a" * 40
    entry = f"{{template: docs/specs/TEMPLATE.md, paths: ['docs/specs/{stars}b']}}"
    config = f"templates: [{entry}]\n"
    path = f"docs/specs/{'a' * 200}.md"
    town = Town({path: BARE, ".github/spec-steward.yml": config})
    assert town.run().hearing.own_rules is not None
