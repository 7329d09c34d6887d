"""A sandbox over a small repository, every answer of which is held to GitHub's description."""

import os
import shutil
import ssl
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import httpx
import pytest

from bot.sandbox.app import Desk, create_app
from bot.sandbox.clock import SteadyClock
from bot.sandbox.git.mirror import Mirror
from bot.sandbox.hub import Hub
from bot.sandbox.scene import Scene
from bot.sandbox.serve import drop, running_app
from bot.sources.process import Command, Runner
from tests.sandbox.witness import Witness

# All is asked in plain text: to load the certificates of all the world would take the longest.
PLAIN = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)

TEXTS = {
    "README.md": "# Read me\n",
    "docs/a.md": "# A\n\none\ntwo\nthree\nfour\nfive\nsix\nseven\neight\n",
    "docs/b.md": "# B\n\nStatus: Draft\n",
    "picture.png": "\0 is in no text",
}


@dataclass(frozen=True)
class World:
    """A sandbox, and how to get at it."""

    desk: Desk
    scene: Scene
    clock: SteadyClock
    url: str
    witness: Witness

    @property
    def home(self) -> str:
        return f"{self.url}/repos/acme/specs"

    @property
    def hub(self) -> Hub:
        return self.desk.hub

    def client(self, shown: str | None = "token-ann", prefix: str = "") -> httpx.Client:
        headers = {"authorization": f"Bearer {shown}"} if shown else {}
        url = self.url + prefix
        return httpx.Client(base_url=url, headers=headers, verify=PLAIN, trust_env=False)


@pytest.fixture(scope="session")
def origin(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a repository with one commit."""
    folder = tmp_path_factory.mktemp("origin")
    Runner(os.fspath(folder)).read("init", "-q", "-b", "main", "--template=")
    mirror = Mirror.open(folder)
    stream = [b"commit refs/heads/main\ncommitter Ann <ann@example.com> 1767323045 +0000\n"]
    stream.append(b"data 5\nfirst\n")
    for path, text in TEXTS.items():
        data = text.encode()
        stream.append(b"M 100644 inline %s\ndata %d\n%s\n" % (path.encode(), len(data), data))
    mirror.runner.ask(Command(("fast-import", "--quiet"), stdin=b"".join(stream)))
    return folder


@pytest.fixture(scope="session")
def untouched(origin: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of a hub in which nothing has happened."""
    state = tmp_path_factory.mktemp("untouched") / "state"
    Hub.create(origin, state, "acme/specs", SteadyClock()).close()
    return state


@pytest.fixture
def hub_of(untouched: Path, tmp_path: Path) -> Iterator[Callable[..., Hub]]:
    """Return a function that makes hubs."""
    made: list[Hub] = []

    def make() -> Hub:
        state = shutil.copytree(untouched, tmp_path / f"state{len(made)}")
        made.append(Hub.open(state, SteadyClock()))
        return made[-1]

    yield make
    for hub in made:
        hub.close()


@pytest.fixture
def world(hub_of: Callable[..., Hub]) -> Iterator[World]:
    """Serve a sandbox with some people in it."""
    hub = hub_of()
    scene = Scene(hub)
    for login, role in (("ann", "admin"), ("bob", "write"), ("tri", "triage"), ("eve", "none")):
        scene.person(login, role)
    scene.workflow()
    desk = Desk.at(hub)
    witness = Witness(create_app(desk, drop=drop))
    clock = hub.clock
    assert isinstance(clock, SteadyClock)
    with running_app(witness) as url:
        yield World(desk, scene, clock, url, witness)
    assert witness.complaints == []


@pytest.fixture
def ann(world: World) -> Iterator[httpx.Client]:
    """Return a client of the repository's administrator, at the repository."""
    with world.client(prefix="/repos/acme/specs") as client:
        yield client


@pytest.fixture
def robot(world: World) -> Iterator[httpx.Client]:
    """Return a client of a workflow, at the repository."""
    with world.client("workflow", "/repos/acme/specs") as client:
        yield client
