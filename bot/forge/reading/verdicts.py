"""Check runs and commit statuses, as REST tells them."""

from bot.forge.answer import Answer
from bot.forge.line import Line
from bot.model.pull import Check, Status


def checks_named(line: Line, commit: str, name: str) -> tuple[Check, ...]:
    """List the check runs of one name on a commit, the last of each app."""
    answer = line.get(f"/commits/{commit}/check-runs", check_name=name, per_page=100)
    return tuple(map(_check, answer.parts("check_runs")))


def statuses_of(line: Line, commit: str) -> tuple[Status, ...]:
    """List the last status of each context on a commit."""
    answer = line.get(f"/commits/{commit}/status", per_page=100)
    return tuple(
        Status(
            context=found.text("context"),
            state=found.text("state"),
            description=found.text("description"),
            url=found.text("target_url"),
        )
        for found in answer.parts("statuses")
    )


def _check(found: Answer) -> Check:
    return Check(
        id=found.number("id"),
        name=found.text("name"),
        conclusion=found.text_or_none("conclusion"),
        digest=found.text("external_id"),
        app=found.text("app", "slug"),
    )
