"""All places that an event leads to, one after the other, and what comes of them together."""

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial

from bot.app.action.attend import Attended, attend
from bot.app.action.outputs import keep, plan_of, put_outputs, put_summary
from bot.app.action.places import Places
from bot.app.action.queue import attend_queue
from bot.app.action.setup import Setup
from bot.app.action.telling import failure_line, log, notes_of, overview
from bot.app.landing.land import Landed, land
from bot.app.landing.telling import landing_summary, log_landing
from bot.errors import ForgeError, StewardError
from bot.forge.door import Door
from bot.model.hearing import Verdict
from bot.model.pull import PullStage, PullState
from bot.settings import Runner

First = Callable[[], PullState] | None
_LASTING = (0, 401, 403, 429)  # what GitHub says to one question and would say to all


@dataclass(frozen=True, slots=True)
class Round:
    """What became of all places: those that were attended to, and those that could not be.

    ``landed`` is what became of the default branch, where that was looked at.
    """

    attended: tuple[Attended, ...]
    failed: tuple[tuple[int, StewardError], ...] = ()
    landed: Landed | None = None


def attend_all(
    runner: Runner, door: Door, where: Places, say: Callable[[str], None], first: First
) -> Round:
    """Attend to each, and tell the log of it as it comes; in a sweep no failure stops the rest."""
    found: list[Attended] = []
    failed: list[tuple[int, StewardError]] = []
    landed = _landed(runner, door, where, say)
    for number, look in _places(door, where, _setup(runner), first):
        try:
            found.append(look())
        except StewardError as error:
            if not where.every or _is_lasting(error):
                raise
            failed.append((number, error))
            say(failure_line(f"#{number}: {error}"))
        else:
            for line in log(found[-1], is_dry=runner.is_dry):
                say(line)
    return Round(tuple(found), tuple(failed), landed)


def _landed(runner: Runner, door: Door, where: Places, say: Callable[[str], None]) -> Landed | None:
    """See to the work of the default branch, where the event may have to do with that."""
    if not where.lands:
        return None
    landed = land(door, _setup(runner), forgets=where.forgets)
    for line in log_landing(landed):
        say(line)
    return landed


def _is_lasting(error: StewardError) -> bool:
    return isinstance(error, ForgeError) and error.status in _LASTING


def plan_all(runner: Runner, door: Door, where: Places, first: First) -> str:
    """Give what would be done, as JSON."""
    setup = replace(_setup(runner), is_dry=True)
    landed = land(door, setup, forgets=where.forgets) if where.lands else None
    attended = [look() for _, look in _places(door, where, setup, first)]
    return json.dumps(plan_of(attended, landed), indent=2, ensure_ascii=False) + "\n"


def conclude(runner: Runner, where: Places, round_: Round, say: Callable[[str], None]) -> int:
    """Leave the outputs and the summary, and give the exit code.

    By now all is done on GitHub: what cannot be left for later steps is a warning.
    """
    verdict, landed = _worst(round_.attended), round_.landed
    if landed and not round_.attended:
        verdict = Verdict.PASS
    kept = keep(runner, round_.attended, landed, say)
    url = next((each.comment_url for each in round_.attended if each.comment_url), "")
    issues = json.dumps(landed.numbers if landed else [])
    outputs = {"verdict": verdict.value, **kept, "comment-url": url, "issues": issues}
    put_outputs(runner, outputs, say)
    put_summary(runner, "".join(_summary(runner, where, round_)), say)
    for _, error in round_.failed:
        return error.exit_code
    # a sweep heals what was missed, and nobody can mend what is closed: neither fails
    can_act = [each for each in round_.attended if each.hearing.pull.stage is PullStage.OPEN]
    return int(_worst(can_act) is Verdict.FAIL and not where.every)


def _summary(runner: Runner, where: Places, round_: Round) -> Iterator[str]:
    if round_.landed:
        yield landing_summary(round_.landed, _setup(runner).address)
    if where.every:
        yield overview(round_.attended, round_.failed)
        return
    for each in round_.attended:
        notes = tuple(notes_of(each, is_dry=runner.is_dry))
        yield each.speaker.summary(each.hearing, notes)


def _places(
    door: Door, where: Places, setup: Setup, first: First
) -> Iterator[tuple[int, Callable[[], Attended]]]:
    if where.queued:
        yield 0, partial(attend_queue, door, where.queued, setup)
    for number in door.open_pulls() if where.every else where.pulls:
        yield number, partial(attend, door, number, setup, first)


def _setup(runner: Runner) -> Setup:
    return Setup(
        repository=runner.repository,
        server_url=runner.server_url,
        config_path=runner.config,
        is_advising=runner.is_advising,
        is_dry=runner.is_dry,
    )


def _worst(attended: Sequence[Attended]) -> Verdict:
    verdicts = {each.hearing.verdict for each in attended}
    order = (Verdict.FAIL, Verdict.PASS)
    return next((verdict for verdict in order if verdict in verdicts), Verdict.SKIPPED)
