"""Check runs and commit statuses, as REST tells them."""

from bot.errors import RefusedError
from bot.forge.answer import Answer
from bot.forge.line import Line
from bot.forge.wire import PAGE
from bot.model.pull import Check, Status

_FORBIDDEN = 403


def checks_named(line: Line, commit: str, name: str) -> tuple[Check, ...]:
    """List the check runs of one name on a commit, also those that others have come after."""
    path = f"/commits/{commit}/check-runs"
    answer = _seen(line, "checks", path, check_name=name, filter="all")
    return tuple(map(_check, answer.parts("check_runs")))


def statuses_of(line: Line, commit: str) -> tuple[Status, ...]:
    """List the last status of each context on a commit."""
    answer = _seen(line, "statuses", f"/commits/{commit}/status")
    return tuple(
        Status(
            context=found.text("context"),
            state=found.text("state"),
            description=found.text("description"),
            url=found.text("target_url"),
        )
        for found in answer.parts("statuses")
    )


def _seen(line: Line, what: str, path: str, **words: str) -> Answer:
    """Ask for verdicts; where the token may not see them there are none, and that is noted."""
    try:
        return line.get(path, per_page=PAGE, **words)
    except RefusedError as error:
        if error.status != _FORBIDDEN:
            raise
        line.unseen.setdefault(what, str(error))
        return Answer(None)


def _check(found: Answer) -> Check:
    return Check(
        id=found.number("id"),
        name=found.text("name"),
        conclusion=found.text_or_none("conclusion"),
        digest=found.text("external_id"),
        app=found.text("app", "slug"),
    )
