"""The image by itself: that it starts, what it holds, and what it says of where it came from."""

from pathlib import Path

import pytest

import bot
from tests.e2e.base_image import BASE
from tests.e2e.engine import Engine
from tests.e2e.stand_in import PARCELS

pytestmark = pytest.mark.container

_LABEL = 'index .Config.Labels "org.opencontainers.image.{}"'
_ADDED = 90_000_000  # bytes on top of Debian; it was 73 million when this was written


def test_it_is_the_command(engine: Engine, image: str) -> None:
    assert engine.run(image, "--version") == f"steward {bot.__version__}\n"


def test_it_judges_a_workspace(engine: Engine, image: str) -> None:
    mounted = f"{PARCELS}:/github/workspace:ro"
    words = ("--volume", mounted, "--workdir", "/github/workspace", image)
    said = engine.run(*words, "check", "--fail-on", "never", "--quiet")
    assert "1 spec" in said


def test_a_module_in_the_workspace_is_no_part_of_it(
    engine: Engine, image: str, tmp_path: Path
) -> None:
    for name in ("bot.py", "json.py", "yaml.py"):
        (tmp_path / name).write_text("raise SystemExit('the workspace was imported')")
    mounted = ("--volume", f"{tmp_path}:/github/workspace", "--workdir", "/github/workspace")
    assert engine.run(*mounted, image, "--version").startswith("steward ")


@pytest.mark.parametrize("program", ["pip", "pip3", "gcc", "git", "curl", "make"])
def test_what_an_intruder_would_like_is_not_there(engine: Engine, image: str, program: str) -> None:
    told = engine.run("--entrypoint", "sh", image, "-c", f"command -v {program} || echo none")
    assert told == "none\n"


def test_everything_is_compiled(engine: Engine, image: str) -> None:
    places = "/usr/local/lib/python3.13/dist-packages"
    told = engine.run(
        "--entrypoint", "sh", image, "-c", f"find {places} -name '*.pyc' | wc -l;"
        f"find {places} -name '*.py' | wc -l",
    )  # fmt: skip
    compiled, sources = map(int, told.split())
    assert compiled == sources > 100


@pytest.mark.parametrize(
    ("label", "value"),
    [
        ("version", "1.2.3"),
        ("revision", "0123abc"),
        ("source", "https://example.com/spec-steward"),
        ("licenses", "MIT"),
    ],
)
def test_it_says_where_it_came_from(engine: Engine, image: str, label: str, value: str) -> None:
    assert engine.inspect(image, _LABEL.format(label)) == value


def test_it_is_small(engine: Engine, image: str) -> None:
    added = int(engine.inspect(image, ".Size")) - int(engine.inspect(BASE, ".Size"))
    assert added < _ADDED
