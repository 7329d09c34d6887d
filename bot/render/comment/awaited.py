"""What a request waits for, where only people keep a spec out of the status that was asked for."""

from collections.abc import Iterator

from bot.model.hearing import HeardSpec, Hearing
from bot.render.comment.address import Links
from bot.render.comment.approvals import APPROVALS
from bot.render.comment.names import Names
from bot.render.comment.phrases import Target, clipped, first_few
from bot.render.comment.tasks import Step
from bot.render.tally import plural

_LOGIN = 60


def awaited(hearing: Hearing, links: Links, names: Names) -> Iterator[Step]:
    """Give the step that a request waits for, where approvals are all that it lacks."""
    request = hearing.request
    if request and (specs := _waiting(hearing)):
        paths = [spec.report.path for spec in specs]
        targets = [Target(names[path].quoted, links.file(path)) for path in paths]
        word, by = clipped(request.word), clipped(request.by, _LOGIN) or "somebody"
        why = f"{by} asks for “{word}”, and nothing else is missing"
        yield Step("Approve", first_few(targets), why=why)


def awaited_counted(hearing: Hearing) -> Iterator[Step]:
    """Say the same without a name."""
    if count := len(_waiting(hearing)):
        yield Step(f"Approve {plural(count, 'spec')}, which is all that a request waits for")


def _waiting(hearing: Hearing) -> list[HeardSpec]:
    request = hearing.request
    if request is None or not request.is_waiting:
        return []
    return [spec for spec in hearing.specs if _waits_for_people(spec, request.word)]


def _waits_for_people(spec: HeardSpec, word: str) -> bool:
    """Tell whether approvals are all that keeps a spec out of a status."""
    ahead = spec.ahead
    if ahead is None or not ahead.shut or word.casefold() not in map(str.casefold, ahead.words):
        return False
    return all(finding.rule in APPROVALS for _, found in ahead.shut for finding in found)
