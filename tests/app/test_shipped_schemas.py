"""What ships is derived once per installation: what is kept is what would be derived."""

import pickle
from pathlib import Path

import pytest

from bot.app import shipped_schemas as module
from bot.app.court import derive_template
from bot.app.shipped_schemas import shipped_schemas
from bot.app.templates import shipped_names, shipped_template
from bot.model.stage import Stage
from bot.schema.derive import derive
from bot.schema.staged import staged


@pytest.fixture(autouse=True)
def kept(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """Keep it elsewhere."""
    file = tmp_path / "cache" / "templates.pickle"
    monkeypatch.setattr(module, "_FILE", file)
    return file


def test_it_is_what_the_templates_ask_for(monkeypatch: pytest.MonkeyPatch) -> None:
    expected = tuple(derive_template(shipped_template(name), {}) for name in shipped_names())
    assert shipped_schemas() == expected
    monkeypatch.setattr(module, "derive", None)  # nothing is derived a second time
    assert shipped_schemas() == expected


@pytest.mark.parametrize("data", [b"", b"wurst", pickle.dumps(("", ())), pickle.dumps(7)])
def test_what_is_not_ours_is_derived_anew(kept: Path, data: bytes) -> None:
    expected = shipped_schemas()
    kept.write_bytes(data)
    assert shipped_schemas() == expected
    assert pickle.loads(kept.read_bytes())[1] == expected  # noqa: S301 - of this test


def test_another_code_derives_anew(kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shipped_schemas()
    before = kept.read_bytes()
    monkeypatch.setattr(module, "code_version", lambda: "another")
    shipped_schemas()
    assert kept.read_bytes() != before


def test_where_nobody_may_write_it_goes_without(kept: Path) -> None:
    kept.parent.write_text("no folder")
    assert len(shipped_schemas()) == len(shipped_names())


def test_stages_are_the_same_before_and_after() -> None:
    lines = ("# [Name]", "", "- **Status:** Draft | Signed off", "", "## Context", "", "Why?")
    stages = {"Signed off": Stage.APPROVED}
    assert staged(derive(lines, "T.md"), stages) == derive(lines, "T.md", stages)
    plain = derive(lines, "T.md")
    assert staged(plain, {}) is plain
    without = derive(("# [Name]", "", "## Context", "", "Why?"), "T.md")
    assert staged(without, stages).status is None
