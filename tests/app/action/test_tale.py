"""The whole life of a spec of each template that ships, as a story: read it in ``tales``."""

from pathlib import Path

import pytest

from bot.app.templates import shipped_names
from bot.shipped import shipped
from tests.app.action.tale import tell

TALES = Path(__file__).parent / "tales"


@pytest.mark.wire
@pytest.mark.parametrize("name", shipped_names())
def test_from_the_draft_to_the_end(name: str, tmp_path: Path) -> None:
    texts = [shipped(folder, f"{name}.md").read_text("utf-8") for folder in ("specs", "examples")]
    assert tell(tmp_path, *texts) == (TALES / f"{name}.txt").read_text("utf-8")


def test_each_template_has_its_tale() -> None:
    assert {path.stem for path in TALES.glob("*.txt")} == set(shipped_names())
