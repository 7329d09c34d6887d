"""A run of the Action on a stage: the event, the environment and the files of a true one."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bot.app.rehearse.acted import Acted, act_here
from bot.app.rehearse.direct import direct
from bot.app.rehearse.seen import Played
from bot.app.rehearse.stage import Stage
from bot.app.rehearse.standing import standing
from bot.app.stand_in import WORKFLOW
from bot.errors import StewardError
from bot.sandbox.events.payload import event_payload
from bot.sandbox.events.runner import runner_environment
from bot.settings import Runner, read_runner


@dataclass(frozen=True, slots=True)
class Player:
    """Lets the Action run; each run gets a folder of its own below ``folder``."""

    stage: Stage
    folder: Path
    config: str | None = None

    def play(self, event: str, action: str, *, bears: bool = False) -> Played:
        """Let something have happened to the pull request, and the workflow run.

        That it fails without a verdict is raised, unless the rehearsal ``bears`` it.
        """
        stage, hub = self.stage, self.stage.hub
        place = self.folder / f"{event}-{action or 'run'}"
        place.mkdir(parents=True)
        told = event_payload(hub, event, action, stage.number, url=stage.url)
        (place / "event.json").write_text(json.dumps(told), "utf-8")
        environment = runner_environment(hub, stage.url, event, told) | {
            "GITHUB_EVENT_PATH": str(place / "event.json"),
            "GITHUB_OUTPUT": str(place / "output"),
            "GITHUB_STEP_SUMMARY": str(place / "summary.md"),
            "GITHUB_WORKSPACE": str(place),
            "INPUT_TOKEN": WORKFLOW,
        }
        before = len(stage.desk.journal.entries)
        with direct(stage.url):
            acted = _acted(read_runner(self.config, environment), bears=bears)
        after = len(stage.desk.journal.entries)
        outputs = {} if acted.problem else _outputs((place / "output").read_text("utf-8"))
        return Played(
            code=acted.code,
            verdict=outputs.get("verdict", ""),
            report=_json(place, outputs.get("report")),
            plan=_json(place, outputs.get("plan")),
            requests=after - before,
            standing=standing(hub, stage.number, stage.known),
            notes=acted.notes,
            planned=acted.planned,
            problem=acted.problem,
        )


def _acted(runner: Runner, *, bears: bool) -> Acted:
    try:
        return act_here(runner)
    except StewardError as error:
        if not bears:
            raise
        return Acted(error.exit_code, problem=str(error))


def _outputs(text: str) -> dict[str, str]:
    """Read what a run has put out, as a runner does."""
    found, lines = {}, iter(text.split("\n"))
    for line in lines:
        name, mark, end = line.partition("<<")
        if mark:
            found[name] = "\n".join(iter(lambda: next(lines), end))
    return found


def _json(place: Path, name: str | None) -> Any:  # noqa: ANN401 - JSON
    return json.loads((place / name).read_text("utf-8")) if name else None
