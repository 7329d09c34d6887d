"""Check runs and commit statuses on a pull request's head, as GraphQL tells them along with it."""

from bot.forge.answer import Answer
from bot.forge.line import Line
from bot.forge.reading.verdicts import checks_named, statuses_of
from bot.model.pull import Check, Status
from bot.plan.pulls import is_told_by_us

CHECK = "spec-steward"


def read_contexts(
    line: Line, found: Answer, head: str
) -> tuple[tuple[Check, ...], tuple[Status, ...]]:
    """Read both; where there are more than come along, REST is asked for those by name.

    So it is where a job of a workflow bears the name of our check: GitHub tells the last of a name.
    """
    contexts = _contexts(found)
    if contexts.flag("pageInfo", "hasNextPage"):
        return checks_named(line, head, CHECK), statuses_of(line, head)
    checks = _checks(contexts)
    if any(each.name == CHECK and not is_told_by_us(each) for each in checks):
        checks = checks_named(line, head, CHECK)
    return checks, _statuses(contexts)


def _contexts(found: Answer) -> Answer:
    commit = next(found.parts("commits", "nodes"), Answer(None)).at("commit")
    at_head = commit.text("oid") == found.text("headRefOid")
    return commit.at("statusCheckRollup", "contexts") if at_head else Answer(None)


def _statuses(contexts: Answer) -> tuple[Status, ...]:
    return tuple(
        Status(
            context=found.text("context"),
            state=found.text("state").lower(),
            description=found.text("description"),
            url=found.text("targetUrl"),
        )
        for found in contexts.parts("nodes")
        if found.text("__typename") == "StatusContext"
    )


def _checks(contexts: Answer) -> tuple[Check, ...]:
    return tuple(
        Check(
            id=found.number("databaseId"),
            name=found.text("name"),
            conclusion=found.text("conclusion").lower() or None,
            digest=found.text("externalId"),
            app=found.text("checkSuite", "app", "slug"),
        )
        for found in contexts.parts("nodes")
        if found.text("__typename") == "CheckRun"
    )
