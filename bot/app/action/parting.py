"""A spec that the pull request deletes: what it was, and whether those agree who agreed to it."""

from bot.app.action.council import Council
from bot.app.action.versions import Versions
from bot.lifecycle.content import Content
from bot.lifecycle.entered import HELD, entered
from bot.model.heard import Removed
from bot.model.report import SpecReport
from bot.schema.words import stage_of

_NOTHING = Content(())


def parted(file: Versions, last: SpecReport, council: Council, word: str) -> Removed:
    """Tell of it; ``word`` is what its label said, where its template has no place for a status.

    Whoever has approved the head has approved of the deletion. An earlier word was for something
    that is not known to have been the same.
    """
    status, stage = (last.status, last.stage) if last.status else (word, stage_of(word))
    found = Removed(file.path, last.id, last.title, status or "")
    spec = file.last()
    if stage not in HELD or spec is None:
        return found
    stages = entered(None, stage, is_edited=False)
    needs = council.needs(file.old_path, spec.schema, stages)
    spoken = {council.head: _NOTHING}
    asked = council.approvals(file.old_path, needs, _NOTHING, spoken) if needs else ()
    agreed = (v.login for each in asked for v in each.voices if v.counts)
    return Removed(
        path=found.path,
        id=found.id,
        title=found.title,
        status=found.status,
        is_held=True,
        approvers=tuple(dict.fromkeys(word for each in asked for word in each.wanted)),
        agreed=tuple(dict.fromkeys(agreed)) if all(each.is_met for each in asked) else (),
    )
