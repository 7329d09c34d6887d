"""A merge queue's commit: judged like a pull request, and told of by its check alone.

It has one also where it changes no spec: a queue waits for a check that is required. What people
have said counts here as it does on the pull request that is merged.
"""

from dataclasses import replace

from bot.app.action.attend import Attended, lacks_check
from bot.app.action.hear import Circumstances, hear
from bot.app.action.hearing_out import hear_out
from bot.app.action.material import gather
from bot.app.action.memory import Memory
from bot.app.action.places import Queued
from bot.app.action.question import Question
from bot.app.action.setup import Setup
from bot.app.action.wishes import Wisher
from bot.app.action.words import Speaker
from bot.forge.door import Door
from bot.model.pull import Pull, PullStage, PullState
from bot.plan.converge import Outcome, converge
from bot.plan.desired import Desired, PullWish
from bot.plan.difference import difference
from bot.plan.observed import Observed


def attend_queue(door: Door, queued: Queued, setup: Setup) -> Attended:
    """Judge what the queue would merge, against what it would be merged into."""
    of = door.pull(queued.number) if queued.number else None
    pull = Pull(
        number=0,
        title="",
        url=f"{setup.server_url}/{setup.repository}/commit/{queued.head}",
        author=of.pull.author if of else None,
        stage=PullStage.OPEN,
        is_draft=False,
        base_branch=queued.base_branch,
        base=queued.base,
        head_branch="",
        head=queued.head,
        head_repository=setup.repository,
        is_fork=False,
    )

    def look() -> PullState:
        checks, statuses = door.verdicts(queued.head)
        return PullState(pull, "", checks=checks, statuses=statuses)

    state = look()
    question = Question(pull, setup.name, setup.config_path)
    lenient = "mode: advise" if setup.is_advising else ""
    if of:
        out = hear_out(door, replace(of, pull=pull), question, lenient)
        hearing, material = out.hearing, out.material
    else:
        material = gather(door, question)
        hearing, _ = hear(material, Circumstances(pull, lenient=lenient))
    speaker = Speaker(setup.address, material.overrides if material else {})
    words = speaker.words(hearing, Memory())
    wisher = Wisher(hearing, state, words)
    wish, first = PullWish(0, check=wisher.check()), Observed(pull=state)
    if setup.is_dry:
        plan = difference(Desired(pull=wish), first, door.can.refused)
        return Attended(hearing, plan, speaker)

    def settle(wanted: PullWish) -> Outcome:
        return converge(
            Desired(pull=wanted),
            lambda: Observed(pull=look()),
            door.perform,
            first,
            door.can.closed,
        )

    outcome = settle(wish)
    refused, done = outcome.refused, outcome.done
    if lacks_check(outcome):
        outcome = settle(wisher.status(pull.url))
        refused, done = (*refused, *outcome.refused), (*done, *outcome.done)
    return Attended(hearing, done, speaker, refused=refused)
