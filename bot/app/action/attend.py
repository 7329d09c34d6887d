"""One pull request, from the first look to the last deed.

It is judged at one commit throughout. Whoever finds afterwards that the head has moved, or has
moved it, begins again; the last word is about the last commit.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace

from bot.app.action.awaited import is_awaited
from bot.app.action.hearing_out import hear_out
from bot.app.action.question import Question
from bot.app.action.setup import Setup
from bot.app.action.watch import MovedError, Watch
from bot.app.action.wishes import Wisher
from bot.app.action.words import Speaker
from bot.app.landing.preview import works_of
from bot.errors import ForgeError
from bot.forge.door import Door
from bot.model.hearing import Hearing
from bot.model.pull import PullState
from bot.plan.actions import Plan, WriteCheck
from bot.plan.converge import Outcome, Refusal, converge
from bot.plan.desired import Desired, PullWish
from bot.plan.difference import difference
from bot.plan.observed import Observed

_TRIES = 4


@dataclass(frozen=True, slots=True)
class Attended:
    """What became of one pull request. ``plan`` is what was done; on a dry run, what would be."""

    hearing: Hearing
    plan: Plan
    speaker: Speaker
    comment_url: str = ""
    comment: str = ""
    refused: tuple[Refusal, ...] = ()
    warnings: tuple[str, ...] = ()


def attend(
    door: Door, number: int, setup: Setup, first: Callable[[], PullState] | None = None
) -> Attended:
    """Look, judge, and do what is left to do; ``first`` is a look that was taken already."""
    earlier: Plan = ()
    heads: dict[str, str] = {}
    for _ in range(_TRIES):
        watch = Watch(door, first() if first else door.pull(number), heads=heads)
        first = None
        try:
            found = _attend(door, watch, setup)
        except MovedError:
            earlier += watch.done
        else:
            return replace(found, plan=earlier + found.plan)
    what = f"the head of #{number} moves faster than it can be judged"
    raise ForgeError(what, where=setup.repository, mend="the run of the last push will judge it")


def _attend(door: Door, watch: Watch, setup: Setup) -> Attended:
    state = watch.state
    question = Question(state.pull, setup.name, setup.config_path)
    out = hear_out(door, state, question, _lenient(state, setup))
    hearing = replace(out.hearing, works=works_of(door, out, setup, state.me))
    memory = out.memory
    speaker = Speaker(setup.address, out.material.overrides if out.material else {})
    words = speaker.words(hearing, memory)
    wisher = Wisher(hearing, state, words, memory.said, out.reactions)
    if wisher.is_silent:
        wisher = replace(wisher, is_awaited=is_awaited(door, state))
    told = _do(door, watch, wisher, is_dry=setup.is_dry)
    return Attended(
        hearing, told.plan, speaker, told.url, words.comment, told.refused, words.warnings
    )


def _lenient(state: PullState, setup: Setup) -> str:
    if setup.is_advising:
        return "mode: advise"
    return "draft" if state.pull.is_draft else ""


@dataclass(frozen=True, slots=True)
class _Done:
    plan: Plan
    url: str
    refused: tuple[Refusal, ...] = ()


def _do(door: Door, watch: Watch, wisher: Wisher, *, is_dry: bool) -> _Done:
    wish, state = wisher.wish(), watch.state
    if is_dry:
        plan = difference(Desired(pull=wish), Observed(pull=state), door.can.refused)
        return _Done(plan, watch.url)
    edited = _converge(door, PullWish(wish.number, edits=wish.edits), watch)
    if edited.done:
        raise MovedError
    outcome = _converge(door, replace(wish, edits=()), watch)
    refused, done = (*edited.refused, *outcome.refused), outcome.done
    if lacks_check(outcome):
        outcome = _converge(door, wisher.status(watch.url or state.pull.url), watch)
        refused, done = (*refused, *outcome.refused), (*done, *outcome.done)
    if done and not watch.is_fresh:
        watch.observe()
    return _Done(done, watch.url, refused)


def lacks_check(outcome: Outcome) -> bool:
    """Tell whether the check was refused, for whatever reason."""
    return any(isinstance(refusal.deed, WriteCheck) for refusal in outcome.refused)


def _converge(door: Door, wish: PullWish, watch: Watch) -> Outcome:
    first = Observed(pull=watch.state)
    return converge(Desired(pull=wish), watch.observe, watch.perform, first, door.can.refused)
