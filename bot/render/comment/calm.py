"""What leaves nothing to say, so that one line tells it: each spec by itself, and all of them."""

from bot.model.heard import Removed
from bot.model.hearing import HeardSpec, Hearing, Verdict
from bot.model.pull import PullStage
from bot.render.comment.answers import is_telling
from bot.render.comment.approvals import is_agreed
from bot.render.comment.requested import is_late


def is_brief(hearing: Hearing) -> bool:
    """Tell whether there is nothing that anybody has to do, to agree with, or asked to be told."""
    if is_telling(hearing) or is_late(hearing):
        return False
    if hearing.verdict is Verdict.SKIPPED:
        return True
    if hearing.pull.stage is PullStage.OPEN and _is_pending(hearing):
        return False
    is_well = all(map(is_calm, hearing.specs))
    return is_well and hearing.is_whole and hearing.own_rules is None and not hearing.exceptions


def _is_pending(hearing: Hearing) -> bool:
    """Tell whether something is on its way between people, the label and the document."""
    asked = hearing.request or hearing.ended
    is_between = asked or hearing.fell or hearing.contested or hearing.put_back
    is_lost = any(map(is_unagreed, hearing.deleted))
    return bool(is_between) or is_lost or not is_agreed(hearing)


def is_calm(spec: HeardSpec) -> bool:
    """Tell whether there is nothing in it to mend, to answer or to look at."""
    return not (spec.counted or spec.questions or spec.report.waivers)


def is_unagreed(each: Removed) -> bool:
    """Tell whether a spec goes without a word of those who had to agree to it."""
    return each.is_held and bool(each.approvers) and not each.agreed
