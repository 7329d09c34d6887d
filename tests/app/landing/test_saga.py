"""What becomes of the work of a spec of each template that ships: read it in ``sagas``."""

from pathlib import Path

import pytest

from bot.app.templates import shipped_names
from bot.shipped import shipped
from tests.app.landing.saga import Pair, tell

SAGAS = Path(__file__).parent / "sagas"
_GUIDED = {"feature-spec": ("feature-spec", "implementation-guide")}


def _pair(name: str) -> Pair:
    folders = ("specs", "examples")
    return Pair(name, *(shipped(each, f"{name}.md").read_text("utf-8") for each in folders))


@pytest.mark.wire
@pytest.mark.parametrize("name", shipped_names())
def test_from_the_merge_to_the_end(name: str, tmp_path: Path) -> None:
    """Whoever means to change one: copy what it tells now into its file, and read it."""
    told = tell(tmp_path, *(_pair(each) for each in _GUIDED.get(name, (name,))))
    assert told == (SAGAS / f"{name}.txt").read_text("utf-8")


def test_each_template_has_its_saga() -> None:
    assert {path.stem for path in SAGAS.glob("*.txt")} == set(shipped_names())
