"""The three doors that the contract suite opens: memory, the embedded GitHub, its recordings."""

import json
import os
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from vcr import VCR
from vcr.request import Request

from bot.forge.door import Door
from bot.forge.gateway import Gateway
from bot.forge.line import Line
from bot.forge.patience import Patience
from bot.sandbox.app import Desk
from bot.sandbox.clock import SteadyClock
from bot.sandbox.hub import Hub
from bot.sandbox.scene import Scene
from bot.sandbox.serve import running
from bot.sources.process import Command, Runner
from tests.forge.stages import STAGED, MemoryStage, RecordedStage, RestStage, Stage

CASSETTES = Path(__file__).parent / "cassettes"
NAME = "acme/widgets"
WORKFLOW = "workflow"
_LOOPBACK = re.compile(r"http://127\.0\.0\.1:\d+")
_NOWHERE = "http://github.invalid"


@dataclass(frozen=True)
class Opened:
    """A door, and the scene behind it."""

    door: Door
    stage: Stage


@dataclass(frozen=True)
class Served:
    """The embedded GitHub, and ways to it."""

    desk: Desk
    scene: Scene
    url: str

    @property
    def home(self) -> str:
        return f"{self.url}/repos/{NAME}"

    def gateway(self, secret: str = WORKFLOW, me: str = "", **words: float) -> Gateway:
        patience = Patience.usual(**{"pause": 0.0, "secondary_wait": 0.0, **words})
        return Gateway(Line(NAME, secret, self.url, patience), me)

    def stage(self) -> RestStage:
        tokens = {login: f"token-{login}" for login in ("ann", "bob", "eve")}
        stage = RestStage(self.home, tokens)
        stage.set()
        return stage


@pytest.fixture(scope="session")
def origin(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("widgets")
    runner = Runner(os.fspath(folder))
    runner.read("init", "-q", "-b", "main", "--template=")
    commit = b"commit refs/heads/main\ncommitter Ann <ann@example.com> 1767323045 +0000\n"
    stream = commit + b"data 5\nfirst\nM 100644 inline README.md\ndata 10\n# Widgets\n\n"
    runner.ask(Command(("fast-import", "--quiet"), stdin=stream))
    return folder


@contextmanager
def serving(hub: Hub) -> Iterator[Served]:
    desk = Desk.at(hub)
    with running(desk) as url:
        yield Served(desk, Scene(hub), url)
    hub.close()


@pytest.fixture(scope="session")
def peopled(origin: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make a hub with people in it once; each test opens a copy."""
    state = tmp_path_factory.mktemp("peopled") / "hub"
    hub = Hub.create(origin, state, NAME, SteadyClock())
    scene = Scene(hub)
    for login, role in (("ann", "admin"), ("bob", "write"), ("eve", "triage")):
        scene.person(login, role)
    scene.workflow()
    hub.close()
    return state


@pytest.fixture(scope="session")
def with_a_pull(peopled: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Put a pull request into it, which is #1."""
    state = tmp_path_factory.mktemp("pulled") / "hub"
    hub = _opened(peopled, state)
    scene = Scene(hub)
    scene.push("spec", {"docs/specs/001-new.md": "# New\n"})
    scene.pull("ann", "spec", "Add a spec")
    hub.close()
    return state


def _opened(made: Path, state: Path) -> Hub:
    shutil.copytree(made, state)
    return Hub.open(state, SteadyClock())


@pytest.fixture
def served(with_a_pull: Path, tmp_path: Path) -> Iterator[Served]:
    """Serve a repository with the pull request #1."""
    with serving(_opened(with_a_pull, tmp_path / "hub")) as found:
        yield found


@pytest.fixture(params=["memory", "sandbox", "recorded"])
def opened(
    request: pytest.FixtureRequest, peopled: Path, tmp_path: Path, vcr: VCR
) -> Iterator[Opened]:
    name = request.node.name.partition("[")[0].removeprefix("test_")
    is_recording = request.config.getoption("--vcr-record") == "all"
    if request.param == "memory":
        stage = MemoryStage.set()
        yield Opened(stage.memory, stage)
    elif request.param == "sandbox":
        with serving(_opened(peopled, tmp_path / "hub")) as served:
            yield Opened(served.gateway(), served.stage())
    elif is_recording:
        with _recorded_from(peopled, tmp_path) as (line, rest):
            notes = json.dumps({"pull": rest.pull, "repository": line.repository})
            CASSETTES.mkdir(exist_ok=True)
            (CASSETTES / f"{name}.json").write_text(notes + "\n", encoding="utf-8")
            with vcr.use_cassette(f"{name}.yaml"):
                yield Opened(Gateway(line), rest)
    else:
        notes_file = CASSETTES / f"{name}.json"
        repository = json.loads(notes_file.read_text(encoding="utf-8"))["repository"]
        line = Line(repository, "token", _NOWHERE, Patience.usual(pause=0, secondary_wait=0))
        with vcr.use_cassette(f"{name}.yaml") as cassette:
            yield Opened(Gateway(line), RecordedStage.read(notes_file))
            assert cassette.all_played, "the recording holds requests that were not made"


@contextmanager
def _recorded_from(peopled: Path, folder: Path) -> Iterator[tuple[Line, RestStage]]:
    """Open what is recorded: the embedded GitHub, or a real one where the environment names it."""
    url, name = os.environ.get("RECORD_API_URL"), os.environ.get("RECORD_REPOSITORY")
    if url and name:
        tokens = {"ann": os.environ["RECORD_TOKEN"]}
        tokens |= dict.fromkeys(("bob", "eve"), os.environ["RECORD_OTHER_TOKEN"])
        stage = RestStage(f"{url}/repos/{name}", tokens)
        stage.set(f"spec-{os.getpid()}")
        yield Line(name, os.environ["RECORD_TOKEN"], url), stage
        return
    with serving(_opened(peopled, folder / "hub")) as served:
        yield Line(NAME, "workflow", served.url, Patience.usual(pause=0)), served.stage()


@pytest.fixture(scope="module")
def vcr_config() -> dict[str, object]:
    return {
        "filter_headers": ["Authorization", "User-Agent"],
        "match_on": ["method", "path", "query", "body"],
        "before_record_request": _kept,
        "before_record_response": _thinned,
        "decode_compressed_response": True,
    }


@pytest.fixture(scope="module")
def vcr_cassette_dir() -> str:
    return os.fspath(CASSETTES)


def _kept(request: Request) -> Request | None:
    """Leave out what sets the scene up, and the address, of which nothing depends."""
    if STAGED in request.headers or request.path.startswith("/_sandbox/"):
        return None
    host = request.uri.partition("//")[2].partition("/")[0]
    request.uri = request.uri.replace(host, "github.test", 1)
    return request


def _thinned(response: dict[str, dict[str, object]]) -> dict[str, dict[str, object]]:
    """Keep the headers that mean something to a client, and no port of this very run."""
    kept = ("content-type", "link", "etag", "retry-after")
    headers = {k: v for k, v in response["headers"].items() if k.lower() in kept}
    told = json.dumps({"headers": headers}, default=str)
    headers = json.loads(_LOOPBACK.sub("https://github.test", told))["headers"]
    text = response["body"]["string"]
    if isinstance(text, bytes):
        text = _LOOPBACK.sub("https://github.test", text.decode()).encode()
    return {**response, "headers": headers, "body": {"string": text}}
