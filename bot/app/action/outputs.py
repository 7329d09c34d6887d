"""The files in which a run leaves what it found, for the steps after it."""

import json
import secrets
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from bot.app.action.attend import Attended
from bot.app.landing.land import Landed
from bot.app.own_folder import FOLDER, own_folder, put
from bot.errors import StewardError
from bot.model.report import Report
from bot.plan.printed import plan_json
from bot.render.as_github import command_line
from bot.render.as_json import render_json
from bot.render.defuse import markdown
from bot.settings import Runner

Say = Callable[[str], None]


def keep(
    runner: Runner, attended: Sequence[Attended], landed: Landed | None, say: Say
) -> dict[str, str]:
    """Write the report and the plan into the workspace, and give where they are from there.

    A container sees the workspace under another path than the steps after it do, so the outputs
    are paths from its top.
    """
    nothing = {"report": "", "plan": ""}
    if not runner.workspace:
        return nothing
    report = render_json(report_of(attended))
    plan = json.dumps(plan_of(attended, landed), indent=2, ensure_ascii=False) + "\n"
    try:
        folder = own_folder(Path(runner.workspace))
        put(folder / "report.json", report)
        put(folder / "plan.json", plan)
    except OSError as error:
        say(_unwritten("GITHUB_WORKSPACE", error))
        return nothing
    return {"report": f"{FOLDER}/report.json", "plan": f"{FOLDER}/plan.json"}


def report_of(attended: Sequence[Attended]) -> Report:
    """Give the specs of all pull requests that were looked at."""
    return Report(tuple(spec for each in attended for spec in each.hearing.report.specs))


def plan_of(attended: Sequence[Attended], landed: Landed | None) -> dict[str, object]:
    """Give what was done to all of them, in the form of the contract."""
    plan = landed.plan if landed else ()
    return plan_json((*plan, *(action for each in attended for action in each.plan)))


def put_outputs(runner: Runner, outputs: Mapping[str, str], say: Say) -> None:
    """Hand outputs to the steps that follow; no value can end itself and begin another."""
    lines = []
    for name, value in outputs.items():
        end = f"end-{secrets.token_hex(16)}"
        lines.append(f"{name}<<{end}\n{value}\n{end}\n")
    _append(runner.output, "GITHUB_OUTPUT", "".join(lines), say)


def put_summary(runner: Runner, text: str, say: Say) -> None:
    """Add to the job's summary."""
    _append(runner.summary, "GITHUB_STEP_SUMMARY", text, say)


def put_failure(runner: Runner, error: StewardError, say: Say) -> None:
    """Say in the job's summary why nothing was judged."""
    what = markdown(str(error))
    put_summary(runner, f"> [!CAUTION]\n> Spec Steward could not judge: {what}\n", say)


def _append(path: str, name: str, text: str, say: Say) -> None:
    if not path:
        return
    try:
        with Path(path).open("a", encoding="utf-8", errors="backslashreplace", newline="") as file:
            file.write(text)
    except OSError as error:
        say(_unwritten(name, error))


def _unwritten(name: str, error: OSError) -> str:
    """Warn: all that matters stands on GitHub, and the exit code tells the verdict."""
    what = f"{name} cannot be written ({error.strerror}), so later steps lack what it would hold"
    return command_line("warning", what)
