"""The Action: how long until its first request, how many requests, and how long it sleeps."""

import json
import os
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from statistics import median
from unittest.mock import patch

from bot.app.action.attend import attend
from bot.app.action.setup import Setup
from bot.forge.gateway import Gateway
from bot.forge.line import Line
from bot.sandbox.app import Desk
from bot.sandbox.clock import SteadyClock
from bot.sandbox.hub import Hub
from bot.sandbox.scene import Scene
from bot.sandbox.serve import running
from bot.shipped import shipped

_NAME = "acme/widgets"
_STEWARD = str(Path(sys.executable).with_name("steward"))


def first_request(runs: int, reference: Sequence[str]) -> Iterator[str]:
    """Time a process from its start to its first request, in turn with a reference to its end."""
    yield "\nthe Action, from the start of its process to its first request"
    found = [(_to_first_request(), _to_the_end(reference)) for _ in range(runs + 1)][1:]
    ours, theirs = (median(column) for column in zip(*found, strict=True))
    yield f"{'  steward action':<38} {ours * 1000:>9.0f}"
    name = f"  {Path(reference[0]).name} {' '.join(reference[1:])}"
    yield f"{name:<38} {theirs * 1000:>9.0f} {'':>16}  {theirs / ours:.2f}"


def _to_first_request() -> float:
    with tempfile.TemporaryDirectory() as place, socket.create_server(("127.0.0.1", 0)) as server:
        event = Path(place) / "event.json"
        event.write_text(json.dumps({"number": 1, "pull_request": {"number": 1}}))
        environment = {
            "PATH": os.environ["PATH"],
            "GITHUB_EVENT_NAME": "pull_request_target",
            "GITHUB_EVENT_PATH": str(event),
            "GITHUB_REPOSITORY": _NAME,
            "GITHUB_TOKEN": "token",
            "GITHUB_API_URL": f"http://127.0.0.1:{server.getsockname()[1]}",
        }
        arrived: list[float] = []
        waiting = threading.Thread(target=lambda: arrived.append(_arrival(server)))
        waiting.start()
        start = time.perf_counter()
        process = subprocess.Popen(
            [_STEWARD, "action"],
            env=environment,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        waiting.join()
        process.kill()
        process.wait()
        return arrived[0] - start


def _arrival(server: socket.socket) -> float:
    connection, _ = server.accept()
    with connection:
        connection.recv(1)
        return time.perf_counter()


def _to_the_end(words: Sequence[str]) -> float:
    start = time.perf_counter()
    subprocess.run(words, check=False, capture_output=True)
    return time.perf_counter() - start


def requests() -> Iterator[str]:
    """Count the requests of whole runs against the embedded GitHub, and the seconds slept."""
    yield "\nthe Action's requests, in a repository of 500 specs"
    text = shipped("examples", "tech-spec.md").read_text("utf-8")
    template = shipped("specs", "tech-spec.md").read_text("utf-8")
    specs = {f"docs/specs/{at:03}-x.md": text for at in range(500)}
    for count in (3, 100):
        with tempfile.TemporaryDirectory() as place:
            yield from _runs(Path(place), {**specs, "docs/specs/TEMPLATE.md": template}, count)


def _runs(place: Path, files: dict[str, str], count: int) -> Iterator[str]:
    origin = place / "origin"
    subprocess.run(["git", "init", "-q", "-b", "main", str(origin)], check=True)
    signed = ["-c", "user.name=a", "-c", "user.email=a@example.com"]
    empty = ["git", *signed, "commit", "-q", "--allow-empty", "-m", "first"]
    subprocess.run(empty, cwd=origin, check=True)
    hub = Hub.create(origin, place / "hub", _NAME, SteadyClock())
    scene = Scene(hub)
    scene.workflow("workflow")
    scene.person("ann", "admin")
    scene.push("main", files)
    scene.push("more", _changed(files, count, "- [ ] Why?"))
    number = scene.pull("ann", "more").number
    desk = Desk.at(hub)
    with running(desk) as url, patch("time.sleep") as slept:
        for what in ("first of all", "second run", "another one"):
            if what == "another one":
                number = _another(scene, files, count)
            desk.journal.clear()
            door = Gateway(Line(_NAME, "workflow", url))  # each run is a process of its own
            attended = attend(door, number, Setup(_NAME, url))
            made = len(desk.journal.entries)
            row = f"  {count} changed, {what}"
            yield f"{row:<38} {made:>9} requests, {len(attended.plan)} of them deeds"
        yield f"{'  slept':<38} {sum(call.args[0] for call in slept.call_args_list):>9.1f} s"
    hub.close()


def _another(scene: Scene, files: dict[str, str], count: int) -> int:
    """Open a pull request in a repository whose labels are there, as all but the first find it."""
    scene.push("other", _changed(files, count, "- [ ] How?"))
    return scene.pull("ann", "other").number


def _changed(files: dict[str, str], count: int, line: str) -> dict[str, str]:
    paths = [f"docs/specs/{at:03}-x.md" for at in range(count)]
    return {path: f"{files[path]}\n{line}\n" for path in paths}
