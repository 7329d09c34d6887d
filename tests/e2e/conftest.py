"""The engine, the image and the Action, made once; a GitHub and a workflow for each test."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.e2e.engine import Engine, engine
from tests.e2e.manual import permissions
from tests.e2e.release import release
from tests.e2e.runner import Workflow
from tests.e2e.stand_in import StandIn, make_repository, stand_in

ROOT = Path(__file__).parents[2]
IMAGE = "localhost/spec-steward:e2e"


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Run what needs a container engine only where it was asked for: -m container."""
    if "container" in config.option.markexpr:
        return
    left_out = [item for item in items if item.get_closest_marker("container")]
    if left_out:
        config.hook.pytest_deselected(items=left_out)
        items[:] = [item for item in items if item not in left_out]


@pytest.fixture(scope="session", name="engine")
def engine_() -> Iterator[Engine]:
    """Return the container engine."""
    with engine() as found:
        yield found


@pytest.fixture(scope="session")
def image(engine: Engine) -> str:
    """Build the image, as a release does, and return its name."""
    told = ("VERSION=1.2.3", "REVISION=0123abc", "SOURCE=https://example.com/spec-steward")
    engine.build(ROOT, IMAGE, *(word for each in told for word in ("--build-arg", each)))
    return IMAGE


@pytest.fixture(scope="session")
def action(image: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return what a release publishes, with this image in it."""
    return release(ROOT, tmp_path_factory.mktemp("release"), image)


@pytest.fixture(scope="module")
def github(tmp_path_factory: pytest.TempPathFactory) -> Iterator[StandIn]:
    """Serve a repository with a template and a finished spec."""
    folder = tmp_path_factory.mktemp("github") / "parcels"
    make_repository(folder)
    with stand_in(folder, permissions()) as served:
        yield served


@pytest.fixture(scope="module")
def workflow(
    engine: Engine, action: Path, github: StandIn, tmp_path_factory: pytest.TempPathFactory
) -> Workflow:
    """Return the workflow of a user."""
    return Workflow(engine, action, github, tmp_path_factory.mktemp("workflow"))
