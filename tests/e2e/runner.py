"""A workflow run on this machine: ``act``, and what comes out of it."""

import json
import os
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.e2e.base_image import BASE
from tests.e2e.engine import Engine
from tests.e2e.machine import run
from tests.e2e.manual import USED, workflow
from tests.e2e.stand_in import WRITER, StandIn

_PATIENCE = 180.0
_ACT = Path(sys.executable).with_name("act")


@dataclass(slots=True)
class Run:
    """What came of a run: its result, and what its steps said."""

    result: str = ""
    outputs: dict[str, str] = field(default_factory=dict)
    summary: str = ""
    annotations: list[tuple[str, dict[str, str], str]] = field(default_factory=list)
    printed: dict[str, str] = field(default_factory=dict)  # by step
    log: str = ""

    @property
    def verdict(self) -> str:
        """The verdict, or nothing where the Action came to none."""
        return self.outputs.get("verdict", "")

    @property
    def report(self) -> Any:  # noqa: ANN401 - JSON
        """The report, as a later step of the workflow reads it."""
        return json.loads(self.printed["after"])

    def add(self, said: dict[str, Any]) -> None:
        """Take in a line of act's log."""
        self.log += said["msg"].rstrip("\n") + "\n"
        step = "".join(said.get("stepID", ()))
        command = said.get("command")
        if command == "set-output":
            self.outputs[said["name"]] = said["arg"]
        elif command == "summary":
            self.summary += said["content"]
        elif command in ("error", "warning", "notice"):
            self.annotations.append((command, said.get("kvPairs") or {}, said["arg"]))
        elif said.get("raw_output"):
            self.printed[step] = self.printed.get(step, "") + said["msg"]
        self.result = said.get("jobResult", self.result)


@dataclass(frozen=True, slots=True)
class Workflow:
    """A workflow that uses an Action, on an engine, against a GitHub."""

    engine: Engine
    action: Path
    github: StandIn
    folder: Path

    def on(
        self,
        event: str,
        inputs: dict[str, str] | None = None,
        token: str = WRITER,
        **words: str | int,
    ) -> Run:
        """Run it on something that happened, with inputs and a token of its own."""
        self._write(inputs or {})
        payload, environment = self.github.event(event, **words)
        (self.folder / "event.json").write_text(payload)
        (self.folder / "environment").write_text(environment)
        done = subprocess.run(
            (_ACT, event, *self._options(token)),
            cwd=self.folder / "checkout",
            env={**os.environ, **self.engine.env},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=_PATIENCE,
            text=True,
            check=False,
        )
        return _told(done.stdout + done.stderr)

    def _write(self, inputs: dict[str, str]) -> None:
        """Write the workflow into a repository with no spec in it."""
        place = self.folder / "checkout/.github/workflows/specs.yml"
        if not place.exists():
            place.parent.mkdir(parents=True)
            run(("git", "init", "--quiet", os.fspath(self.folder / "checkout")))
        place.write_text(workflow(inputs))

    def _options(self, token: str) -> tuple[str, ...]:
        return (
            "--json",
            "--pull=false",
            "--network=host",
            "--container-daemon-socket=-",
            "--no-cache-server",
            f"--platform=ubuntu-latest={BASE}",
            f"--local-repository={USED}={self.action}",
            f"--eventpath={self.folder / 'event.json'}",
            f"--env-file={self.folder / 'environment'}",
            f"--secret=GITHUB_TOKEN={token}",
        )


def _told(log: str) -> Run:
    told = Run()
    for line in log.splitlines():
        told.add(json.loads(line) if line.startswith("{") else {"msg": line})
    return told
