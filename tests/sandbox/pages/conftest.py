"""The pages over a hub in which much has happened."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest

from bot.sandbox.app import Desk, create_app
from bot.sandbox.clock import SteadyClock
from bot.sandbox.hub import Hub
from bot.sandbox.pages.routes import pages
from bot.sandbox.pages.text.setting import Setting
from bot.sandbox.serve import running_app
from tests.sandbox.conftest import PLAIN
from tests.sandbox.pages.town import Town, build


@pytest.fixture(scope="session")
def town(origin: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Town]:
    """Return a sandbox in which about everything has happened; nobody changes it any more."""
    hub = Hub.create(origin, tmp_path_factory.mktemp("town"), "acme/specs", SteadyClock())
    yield build(hub)
    hub.close()


@pytest.fixture
def own_town(hub_of: Callable[..., Hub]) -> Town:
    """Return another one, to change."""
    return build(hub_of())


@pytest.fixture(scope="session")
def browser(town: Town) -> Iterator[httpx.Client]:
    """Return a client that asks for HTML."""
    with browsing(town) as client:
        yield client


@pytest.fixture
def own_browser(own_town: Town) -> Iterator[httpx.Client]:
    """Return such a client of the sandbox that may be changed."""
    with browsing(own_town) as client:
        yield client


@pytest.fixture
def setting(hub_of: Callable[..., Hub]) -> Setting:
    """Return a place for a text, in an almost empty sandbox."""
    hub = hub_of()
    return Setting(hub, hub.repository)


@contextmanager
def browsing(town: Town) -> Iterator[httpx.Client]:
    """Serve a sandbox with its pages."""
    headers = {"accept": "text/html"}
    with (
        running_app(create_app(Desk.at(town.hub), pages(town.hub))) as url,
        httpx.Client(base_url=url, headers=headers, verify=PLAIN, trust_env=False) as client,
    ):
        yield client
