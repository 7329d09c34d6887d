"""``steward action``: an event comes in, and everybody knows how the specs stand.

Loading takes as long as the first answer: this file knows little, asks, and loads the rest then.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

from bot.app.action.ahead import Ahead
from bot.app.action.event import places, read_event
from bot.app.action.places import Places, resolved
from bot.errors import StewardError
from bot.settings import Runner

if TYPE_CHECKING:
    from bot.app.action.rounds import Round
    from bot.forge.door import Door
    from bot.forge.early import Early
    from bot.model.pull import PullState

Say = Callable[[str], None]
Opening = Callable[[Runner, Places], "Door"]


def open_door(runner: Runner, where: Places, *, is_hurried: bool = False) -> "Door":
    """Open the door to the runner's GitHub, with the first question asked already.

    It ``is_hurried`` where that is nobody's but our own, and need not be spared.
    """
    early = _early(runner, where.pulls[0]) if where.pulls and not runner.has_proxy else None
    from bot.forge.gateway import Gateway  # noqa: PLC0415 - PyGithub takes long to load
    from bot.forge.line import Line  # noqa: PLC0415
    from bot.forge.pace import Pace  # noqa: PLC0415

    line = Line(runner.repository, runner.token, runner.api_url)
    line.early = early
    return Gateway(line, pace=None if is_hurried else Pace())


def _early(runner: Runner, number: int) -> "Early":
    from bot.forge.early import Early  # noqa: PLC0415 - only where there is something to ask
    from bot.forge.queries import PULL  # noqa: PLC0415

    owner, _, name = runner.repository.partition("/")
    words = {"owner": owner, "name": name, "number": number}
    return Early(runner.api_url, runner.token, PULL, words)


def act(
    runner: Runner,
    say: Say,
    opening: Opening = open_door,
    keep: Callable[["Round"], object] = lambda _: None,
) -> int:
    """Do what the event asks for, and give the exit code; all that came of it is there to keep."""
    try:
        where = places(runner.event_name, read_event(runner.event_path))
        door = opening(runner, where)
        where = resolved(where, door.pulls_at)
        first = _first(door, where)
        if where.nowhere:
            say(where.nowhere)
        from bot.app.action.rounds import attend_all, conclude  # noqa: PLC0415 - see above

        round_ = attend_all(runner, door, where, say, first)
        keep(round_)
        return conclude(runner, where, round_, say)
    except StewardError as error:
        from bot.app.action.outputs import put_failure  # noqa: PLC0415
        from bot.app.action.telling import failure_line  # noqa: PLC0415

        say(failure_line(str(error)))
        put_failure(runner, error, say)
        raise


def plan(runner: Runner, opening: Opening = open_door) -> str:
    """Give the plan that a run would carry out, as JSON; nothing is written anywhere."""
    where = places(runner.event_name, read_event(runner.event_path))
    door = opening(runner, where)
    where = resolved(where, door.pulls_at)
    first = _first(door, where)
    from bot.app.action.rounds import plan_all  # noqa: PLC0415

    return plan_all(runner, door, where, first)


def _first(door: "Door", where: Places) -> "Ahead[PullState] | None":
    return Ahead(lambda: door.pull(where.pulls[0])) if where.pulls else None
