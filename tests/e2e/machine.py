"""The machine that the containers run on, and the programs that it lacks."""

import fcntl
import os
import shutil
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

import pytest

NEEDED = {  # the program, and the package of Debian that brings it
    "podman": "podman",
    "runc": "runc",
    "debootstrap": "debootstrap",
}


def cache() -> Path:
    """Return the folder for what takes long to make; outside of the tree, and safe to delete."""
    home = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    folder = Path(home) / "spec-steward" / "e2e"
    folder.mkdir(parents=True, exist_ok=True)
    return folder


@contextmanager
def alone() -> Iterator[None]:
    """Wait until nobody else runs these tests on this machine: one clears away what it finds."""
    with (cache() / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def run(words: Sequence[str], env: Mapping[str, str] | None = None, timeout: float = 300) -> str:
    """Run a program to its end, and return what it printed; fail with that if it fails."""
    try:
        done = subprocess.run(
            words,
            env={**os.environ, **(env or {})},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=timeout,
            text=True,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        said = error.output or b""
        pytest.fail(f"{words[0]} was not done after {timeout:.0f} s:\n{said!r}", pytrace=False)
    if done.returncode:
        shown = (done.stdout + done.stderr)[-4000:]
        pytest.fail(f"{' '.join(words)} ended with {done.returncode}:\n{shown}", pytrace=False)
    return done.stdout


def succeeds(words: Sequence[str], env: Mapping[str, str] | None = None) -> bool:
    """Tell whether a program ends well."""
    whole = {**os.environ, **(env or {})}
    return subprocess.run(words, env=whole, capture_output=True, check=False).returncode == 0


def install_engine() -> None:
    """Install what is missing; where that may not be, fail in one line and never skip."""
    missing = [package for program, package in NEEDED.items() if not shutil.which(program)]
    if os.geteuid() != 0:
        _give_up("this user is not root")
    if not missing:
        return
    if not shutil.which("apt-get"):
        _give_up(f"{', '.join(missing)} cannot be installed without apt-get")
    quietly = {"DEBIAN_FRONTEND": "noninteractive"}
    run(("apt-get", "update", "--quiet=2"), quietly)
    options = ("install", "--quiet=2", "--yes", "--no-install-recommends")
    run(("apt-get", *options, *missing), quietly)


def _give_up(why: str) -> None:
    pytest.fail(
        f"no container engine: docker does not answer, and {why}; "
        "start Docker, or run this as root on Debian",
        pytrace=False,
    )
