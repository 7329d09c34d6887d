"""A repository in the embedded GitHub, in which ann writes, bob owns, and eve only reads."""

import os
from collections.abc import Mapping
from pathlib import Path

from bot.sandbox.clock import SteadyClock
from bot.sandbox.hub import Hub
from bot.sandbox.scene import Scene
from bot.sources.process import Command, Runner

NAME = "acme/parcels"
FOLDER = "docs/specs"
_COMMIT = (
    b"commit refs/heads/main\ncommitter Ann <ann@example.com> 1767323045 +0000\ndata 5\nfirst\n"
)


def village(place: Path, clock: SteadyClock, files: Mapping[str, str]) -> Scene:
    """Found one whose default branch holds these files."""
    origin = place / "origin"
    origin.mkdir()
    runner = Runner(os.fspath(origin))
    runner.read("init", "-q", "-b", "main", "--template=")
    runner.ask(Command(("fast-import", "--quiet"), stdin=_COMMIT))
    scene = Scene(Hub.create(origin, place / "hub", NAME, clock))
    for login, role in (("ann", "write"), ("bob", "maintain"), ("eve", "read")):
        scene.person(login, role)
    scene.workflow()
    scene.push("main", files)
    return scene
