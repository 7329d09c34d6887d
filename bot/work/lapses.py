"""Why nothing is to be done for a spec now: what has become of it, or of its status."""

from collections.abc import Collection, Mapping

from bot.model.sheet import Lapse
from bot.model.stage import Stage
from bot.model.work import Checklist, Rank
from bot.work.family import Family

NONE = Lapse()


def lapse(checklist: Checklist, stage: Stage) -> Lapse:
    """Say why nothing is to be done for a spec now; nothing where it has come far enough."""
    word, reached = checklist.word, checklist.stage
    if reached is Stage.CLOSED:
        return Lapse(f"is {word}")
    if reached and reached.rank >= stage.rank:
        return NONE
    if not word:
        return Lapse("has no status any more")
    if reached is None:
        return Lapse(f"has the status “{word}”, which means no stage")
    if reached.rank >= Stage.APPROVED.rank:  # it need not have been further: the setting may be new
        return Lapse(f"is {word}, and its work waits for a later status: issues.when is {stage}")
    return Lapse(f"is back in {word}")


def is_closed(family: Family) -> bool:
    """Tell whether its spec stands, and was superseded, rejected or given up."""
    return family.checklist is not None and family.checklist.stage is Stage.CLOSED


def lost_spec(family: Family, bare: Collection[str], unread: Mapping[str, str]) -> Lapse:
    """Say what has become of a spec that is not read any more."""
    if family.may_be:
        tasks = (each.issue.number for each in family.kept if each.memory.rank is Rank.TASK)
        return Lapse("has moved, and nothing tells where to", family.may_be, next(tasks, None))
    paths = {each.memory.path for each in family.kept}
    if not paths.isdisjoint(bare):
        return Lapse("lists no work any more")
    return Lapse(next((why for at in paths if (why := unread.get(at))), "was deleted"))
