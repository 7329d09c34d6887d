"""A container engine that speaks Docker's API: Docker itself, or a podman of our own."""

import os
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from tests.e2e.base_image import BASE, has_base, make_base
from tests.e2e.machine import alone, cache, install_engine, run, succeeds

_PATIENCE = 30.0  # seconds for podman to answer
_IDLE = 900  # seconds after which it goes by itself, should this process be killed
_RUN = Path("/run/spec-steward-e2e")  # what podman knows of running containers; gone with a reboot
# The default runtime refuses hybrid cgroups, the default limits need a capability that not every
# machine gives, and the journal is not everywhere.
_CONTAINERS = """\
[containers]
default_ulimits = ["nofile=20000:20000", "nproc=32768:32768"]
log_driver = "k8s-file"
[engine]
runtime = "runc"
cgroup_manager = "cgroupfs"
events_logger = "file"
"""


@dataclass(frozen=True, slots=True)
class Engine:
    """A program to call, and the environment in which it, and a runner, find the engine."""

    program: str
    env: Mapping[str, str] = field(default_factory=dict)

    def build(self, context: Path, tag: str, *options: str) -> None:
        """Build an image; on the host's network, for a bridge is one more thing to lack."""
        words = (self.program, "build", "--network", "host", "--tag", tag, *options)
        run((*words, os.fspath(context)), self.env, timeout=600)

    def run(self, *words: str) -> str:
        """Run a container to its end, and return what it printed."""
        return run((self.program, "run", "--rm", "--network", "host", *words), self.env)

    def inspect(self, image: str, field_: str) -> str:
        """Return one field of an image."""
        words = (self.program, "image", "inspect", "--format", f"{{{{{field_}}}}}", image)
        return run(words, self.env).strip()


@contextmanager
def engine() -> Iterator[Engine]:
    """Find the engine of this machine, or start one that leaves nothing running."""
    if _docker_answers():
        if not succeeds(("docker", "image", "inspect", BASE)):
            run(("docker", "pull", BASE))
        yield Engine("docker")
        return
    install_engine()
    # Not beneath pytest's folder: the path of a socket may not be longer than 107 characters.
    with alone(), tempfile.TemporaryDirectory(prefix="steward-") as made:
        folder = Path(made)
        env = _configured(folder)
        if not has_base(env):
            make_base(env)
        with _service(folder / "podman.sock", env) as address:
            yield Engine("podman", {**env, "DOCKER_HOST": address})


def _docker_answers() -> bool:
    words = ("docker", "version", "--format", "{{.Server.Version}}")
    return shutil.which("docker") is not None and succeeds(words)


def _configured(folder: Path) -> dict[str, str]:
    """Give podman a configuration and a store of its own: the machine's are left alone."""
    host = BASE.partition("/")[0]
    files = {
        "CONTAINERS_CONF": _CONTAINERS,
        "CONTAINERS_STORAGE_CONF": _storage("overlay"),
        "CONTAINERS_REGISTRIES_CONF": f'unqualified-search-registries = ["{host}"]\n',
    }
    env = {}
    for name, text in files.items():
        (folder / name).write_text(text)
        env[name] = os.fspath(folder / name)
    if not succeeds(("podman", "info"), env):  # there is no overlay in an overlay
        (folder / "CONTAINERS_STORAGE_CONF").write_text(_storage("vfs"))
    return env


def _storage(driver: str) -> str:
    places = f'graphroot = "{cache() / driver}"\nrunroot = "{_RUN}"\n'
    return f'[storage]\ndriver = "{driver}"\n{places}'


@contextmanager
def _service(socket: Path, env: Mapping[str, str]) -> Iterator[str]:
    """Serve Docker's API, and leave nothing but images, the nameless ones for a week."""
    address = f"unix://{socket}"
    words = ("podman", "system", "service", f"--time={_IDLE}", address)
    log = socket.with_suffix(".log")
    with log.open("wb") as kept:
        served = subprocess.Popen(words, env={**os.environ, **env}, stdout=kept, stderr=kept)
    try:
        _wait(served, socket, log)
        yield address
    finally:
        served.terminate()
        served.wait(_PATIENCE)
        run(("podman", "container", "rm", "--all", "--force", "--time=0"), env)
        run(("podman", "volume", "prune", "--force"), env)
        run(("podman", "image", "prune", "--force", "--filter", "until=168h"), env)
        _end_monitors()


def _end_monitors() -> None:
    """End what would watch over the containers of our store for another five minutes."""
    store = os.fsencode(cache())
    for each in Path("/proc").glob("[0-9]*/cmdline"):
        with suppress(OSError):  # it ended by itself meanwhile
            program, _, words = each.read_bytes().partition(b"\0")
            if program.endswith(b"/conmon") and store in words:
                os.kill(int(each.parent.name), signal.SIGKILL)


def _wait(served: subprocess.Popen[bytes], socket: Path, log: Path) -> None:
    end = time.monotonic() + _PATIENCE
    while not socket.exists():
        if served.poll() is not None or time.monotonic() > end:
            pytest.fail(f"podman does not serve Docker's API:\n{log.read_text()}", pytrace=False)
        time.sleep(0.05)
