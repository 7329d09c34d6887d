"""What the Action does at an event, with what it tells kept."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from bot.app.action.rounds import Round
from bot.app.action.run import act, open_door
from bot.app.action.telling import notes_of
from bot.app.landing.landed import Landed
from bot.app.landing.telling import notes_on
from bot.app.rehearse.seen import Issued
from bot.plan.actions import CreateIssue
from bot.plan.marker import spec_in
from bot.settings import Runner

_STRANGERS = (
    "A rehearsal knows neither the people of your repository nor the issue types of its"
    " organization: GitHub may take what is not taken here."
)


@dataclass(frozen=True, slots=True)
class Acted:
    """How it has ended. ``notes`` are what the job's summary says beside what GitHub shows.

    ``planned`` are the issues that it would open, where the configuration wants a dry run; their
    numbers only tell them apart. ``problem`` is why it has failed before it could judge, if so.
    """

    code: int
    notes: tuple[str, ...] = ()
    planned: tuple[Issued, ...] = ()
    problem: str = ""


def act_here(runner: Runner) -> Acted:
    """Let it act, without sparing a GitHub that is ours."""
    rounds: list[Round] = []
    code = act(runner, _unheard, _hurried, rounds.append)
    (round_,) = rounds
    return Acted(code, tuple(_notes(round_)), tuple(_planned(round_.landed)))


_hurried = partial(open_door, is_hurried=True)


def _unheard(_line: str) -> None:
    """Let the log go: its deeds stand on GitHub, and its notes in the summary too."""


def _notes(round_: Round) -> Iterator[str]:
    if round_.landed:
        yield from notes_on(round_.landed)
        issues = round_.landed.ground.policy.issues
        if round_.landed.warnings and (issues.assignees or issues.type):
            yield _STRANGERS
    for each in round_.attended:
        yield from notes_of(each, is_dry=False)


def _planned(landed: Landed | None) -> Iterator[Issued]:
    if landed is None or not landed.is_dry:
        return
    wishes = [action.wish for action in landed.plan if isinstance(action, CreateIssue)]
    numbers = {wish.key: number for number, wish in enumerate(wishes, 1)}
    for wish in wishes:
        parent = numbers.get(wish.parent or "")
        spec, number = spec_in(wish.body), numbers[wish.key]
        yield Issued(number, wish.title, "open", parent, spec, wish.milestone)
