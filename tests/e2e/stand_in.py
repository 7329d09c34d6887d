"""``steward sandbox`` in a process of its own, and what people do on it."""

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx

from tests.e2e.machine import run

PARCELS = Path(__file__).parent / "parcels"
WRITER, READER = "token-that-writes", "token-that-reads"  # of workflows
_PATIENCE = 20.0


@dataclass(frozen=True, slots=True)
class StandIn:
    """A GitHub with one repository, in which ann is at home and a workflow has a token."""

    url: str
    name: str
    client: httpx.Client

    def ask(self, method: str, path: str, given: object = None, *, login: str = "ann") -> Any:  # noqa: ANN401 - JSON
        """Ask the API as somebody; a path without a slash in front is one of the repository."""
        whole = path if path.startswith("/") else f"/repos/{self.name}/{path}"
        headers = {"authorization": f"Bearer token-{login}"}
        answer = self.client.request(method, whole, json=given, headers=headers)
        assert answer.is_success, f"{method} {whole}: {answer.status_code} {answer.text}"
        return answer.json() if answer.content else None

    def push(
        self, branch: str, files: dict[str, str | None], base: str = "", fork: str = ""
    ) -> None:
        """Put a commit on a branch, of somebody's fork where that is named."""
        given = {"branch": branch, "files": files, "base": base, "fork": fork}
        self.ask("POST", "/_sandbox/pushes", given)

    def event(self, name: str, **words: str | int) -> tuple[str, str]:
        """Return what a runner gets of an event: its payload, and its environment."""
        told = self.client.get(f"/_sandbox/events/{name}", params=words)
        said = self.client.get(f"/_sandbox/environment/{name}", params=words)
        assert told.is_success, told.text
        assert said.is_success, said.text
        return told.text, said.text

    def mark(self) -> int:
        """Return how many requests were made so far."""
        return len(self.ask("GET", "/_sandbox/requests"))

    def writes(self, mark: int) -> list[str]:
        """Return the requests since then that could have changed something."""
        asked = self.ask("GET", "/_sandbox/requests")[mark:]
        return [
            f"{each['method']} {each['path']}"
            for each in asked
            if each["method"] != "GET" and each["operation"] != "query"
        ]

    def issues(self) -> list[int]:
        """List the numbers of the issues that the Steward looks after."""
        found = self.ask("GET", "issues?state=all&per_page=100&labels=spec-steward")
        return sorted(each["number"] for each in found if "pull_request" not in each)

    def labels(self, number: int) -> list[str]:
        """List the names of the labels of an issue or a pull request."""
        return [each["name"] for each in self.ask("GET", f"issues/{number}/labels")]


def make_repository(folder: Path) -> None:
    """Make a repository with a template and a finished spec."""
    shutil.copytree(PARCELS, folder)
    for words in (
        ("init", "--quiet", "--initial-branch=main"),
        ("remote", "add", "origin", "https://github.com/ann/parcels"),
        ("add", "--all"),
        ("-c", "user.name=Ann", "-c", "user.email=ann@example.com", "commit", "-qm", "Begin"),
    ):
        run(("git", "-C", os.fspath(folder), *words))


@contextmanager
def stand_in(folder: Path, permissions: str) -> Iterator[StandIn]:
    """Serve a repository to a workflow with permissions; end when it is no longer wanted."""
    words = (sys.executable, "-m", "bot", "sandbox", "--repo", os.fspath(folder), "--quiet")
    with subprocess.Popen(words, stdout=subprocess.PIPE, text=True) as served:
        try:
            assert served.stdout is not None
            line = served.stdout.readline().strip()
            assert line.startswith("http"), "steward sandbox did not say where it is"
            url, owner, name = line.rsplit("/", 2)
            with httpx.Client(base_url=url, trust_env=False, timeout=_PATIENCE) as client:
                made = StandIn(url, f"{owner}/{name}", client)
                client.post("/_sandbox/people", json={"login": "ann", "role": "admin"})
                for token, granted in ((WRITER, permissions), (READER, "read")):
                    given = {"token": token, "permissions": granted}
                    client.post("/_sandbox/tokens", json=given)
                yield made
        finally:
            served.send_signal(signal.SIGTERM)
            served.wait(_PATIENCE)
