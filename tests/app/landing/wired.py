"""The Action over a real socket, event by event: what it does to the default branch's work."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from bot.app.action.places import Places
from bot.app.action.run import act, plan
from bot.errors import StewardError
from bot.forge.door import Door
from bot.model.issue import Issue
from bot.sandbox.events.runner import runner_environment
from bot.sandbox.refusal import Json
from bot.sandbox.wire.journal import Entry
from bot.settings import Runner, read_runner
from tests.app.landing.farm import RULES, WHOLE
from tests.forge.conftest import WORKFLOW, Served


@dataclass(frozen=True, slots=True)
class Ran:
    """A run: its exit code, what it told, and what it left for the steps after it."""

    code: int
    lines: tuple[str, ...]
    outputs: Mapping[str, str]
    summary: str
    plan: tuple[str, ...]
    entries: tuple[Entry, ...]

    @property
    def writes(self) -> list[str]:
        """Give what was sent to change something."""
        return [
            f"{each.method} {each.path.removeprefix('/repos/acme/widgets')}"
            for each in self.entries
            if each.method != "GET" and each.operation != "query"
        ]


@dataclass
class Wired:
    """A repository at the wire, and the runner of its workflow."""

    served: Served
    folder: Path
    secret: str = WORKFLOW
    runs: int = 0

    def happen(self, name: str, action: str = "", number: int = 0, **details: object) -> Json:
        """Give the payload of something that has happened."""
        return self.served.scene.event(name, action, number, url=self.served.url, **details)

    def run(
        self,
        name: str,
        told: Json,
        more: Mapping[str, str] | None = None,
        door: Callable[..., Door] | None = None,
    ) -> Ran:
        """Let the workflow run for an event."""
        runner, place = self.runner(name, told, more)
        journal, lines = self.served.desk.journal, list[str]()
        journal.clear()
        try:
            code = act(runner, lines.append, door or self._door)
        except StewardError as error:
            code = error.exit_code
        entries = tuple(journal.entries)
        outputs = _outputs(place / "output")
        file = place / outputs["plan"] if outputs.get("plan") else None
        deeds = json.loads(file.read_text("utf-8"))["actions"] if file else []
        summary = (place / "summary").read_text("utf-8") if (place / "summary").exists() else ""
        kinds = tuple(each["kind"] for each in deeds)
        return Ran(code, tuple(lines), outputs, summary, kinds, entries)

    def pushed(self) -> Ran:
        """Let it run for a push to the default branch."""
        return self.run("push", self.happen("push"))

    def printed(self, name: str, told: Json) -> Json:
        """Give what ``steward plan`` prints."""
        self.served.desk.journal.clear()
        found = json.loads(plan(self.runner(name, told)[0], self._door))
        assert isinstance(found, dict)
        return found

    def runner(
        self, name: str, told: Json, more: Mapping[str, str] | None = None
    ) -> tuple[Runner, Path]:
        """Set a runner up as GitHub does."""
        self.runs += 1
        place = self.folder / f"run-{self.runs}"
        place.mkdir(parents=True)
        (place / "event.json").write_text(json.dumps(told), "utf-8")
        environment = runner_environment(self.served.desk.hub, self.served.url, name, told)
        environment |= {
            "GITHUB_EVENT_PATH": str(place / "event.json"),
            "GITHUB_OUTPUT": str(place / "output"),
            "GITHUB_STEP_SUMMARY": str(place / "summary"),
            "GITHUB_WORKSPACE": str(place),
            "INPUT_TOKEN": self.secret,
            **(more or {}),
        }
        return replace(read_runner(None, environment), has_proxy=False), place

    def issues(self) -> tuple[Issue, ...]:
        """Look at all that stands for work."""
        return self.served.gateway().issues()

    def issue(self, words: str) -> Issue:
        """Find the one issue whose title has these words."""
        (found,) = [each for each in self.issues() if words in each.title]
        return found

    def _door(self, _runner: Runner, _where: Places) -> Door:
        return self.served.gateway(self.secret)


def specs(count: int, tasks: int = 4) -> dict[str, str]:
    """Give approved specs that have so many tasks each, besides two phases."""
    found = {}
    for at in range(1, count + 1):
        text = WHOLE.replace("Parcel search", f"Parcel search no. {at}")
        more = "".join(f"- [ ] Mend part {n} of {at}\n" for n in range(tasks - 4))
        found[f"docs/specs/{at:03}-search.md"] = text + more
    return found


def grown(served: Served, folder: Path, files: Mapping[str, str | None]) -> Wired:
    """Push files, with the template, to the default branch."""
    served.scene.push("main", {**RULES, **files})
    return Wired(served, folder)


def _outputs(file: Path) -> dict[str, str]:
    if not file.exists():
        return {}
    lines, found = iter(file.read_text("utf-8").split("\n")), dict[str, str]()
    for line in lines:
        name, mark, end = line.partition("<<")
        if mark:
            found[name] = "\n".join(iter(lambda: next(lines), end))
    return found
