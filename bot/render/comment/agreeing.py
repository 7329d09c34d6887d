"""The steps by which people agree to a spec: to approve, to look again, to take an objection back.

They come from what approvals lack, and not from the words of the findings that say so.
"""

from collections.abc import Iterator

from bot.model.finding import Severity
from bot.model.hearing import HeardSpec, Hearing
from bot.render.comment.address import Links
from bot.render.comment.approvals import APPROVALS, needed
from bot.render.comment.names import Names
from bot.render.comment.phrases import Target, clipped, some
from bot.render.comment.tasks import Step, first_few
from bot.render.tally import plural

_LOGIN = 60


def agreeing(hearing: Hearing, links: Links, names: Names) -> Iterator[Step]:
    """Give the steps, those that something fails by first."""
    for weight in (Severity.ERROR, Severity.WARNING):
        is_advice = weight is Severity.WARNING
        fresh: list[Target] = []
        again: list[Step] = []
        against: list[Step] = []
        for spec in _lacking(hearing, weight):
            target = Target(names[spec.report.path].quoted, links.file(spec.report.path))
            vetoes = _vetoes(spec)
            if _is_missing(spec) and (changed := _changed(spec)):
                why = f"{changed} changed since it was approved"
                again.append(Step("Approve", (target,), "anew", is_advice, why))
            elif _is_missing(spec):
                fresh.append(target)
            if vetoes:
                who = f"{vetoes[0]}" if len(vetoes) == 1 else some(vetoes)
                verb = "wants" if len(vetoes) == 1 else "want"
                say = f"See whether the changes that {who} {verb} are made in"
                against.append(Step(say, (target,), is_advice=is_advice))
        if fresh:
            yield Step("Approve", first_few(fresh), is_advice=is_advice)
        yield from _few(again, "more to approve anew", is_advice=is_advice)
        yield from _few(against, "more that changes are wanted in", is_advice=is_advice)


def agreeing_counted(hearing: Hearing) -> Iterator[Step]:
    """Say the same without a name."""
    for weight in (Severity.ERROR, Severity.WARNING):
        if count := sum(1 for _ in _lacking(hearing, weight)):
            yield Step(f"Approve {plural(count, 'spec')}", is_advice=weight is Severity.WARNING)


def _lacking(hearing: Hearing, weight: Severity) -> Iterator[HeardSpec]:
    """Give the specs of which a rule says that approvals are lacking, by its heaviest word."""
    for spec in hearing.specs:
        said = [f.severity for f in spec.counted if f.rule in APPROVALS]
        if max(said, key=lambda severity: severity.weight, default=None) is weight:
            yield spec


def _is_missing(spec: HeardSpec) -> bool:
    """Tell whether approvals are to come; of what is not known in detail, they are."""
    return not needed(spec) or any(each.missing for each in needed(spec))


def _changed(spec: HeardSpec) -> str:
    """Name the sections that are other than what was approved, with their verb."""
    edited = spec.standing.edited if spec.standing else ()
    lapsed = (title for each in needed(spec) for title in each.changed)
    titles = tuple(dict.fromkeys((*edited, *lapsed)))
    if not titles:
        return ""
    shown = [f"“{clipped(title, 40)}”" for title in titles[:2]]
    if len(titles) > len(shown):
        return f"{', '.join(shown)} and {len(titles) - len(shown):,} more have"
    return f"{' and '.join(shown)} {'has' if len(shown) == 1 else 'have'}"


def _vetoes(spec: HeardSpec) -> tuple[str, ...]:
    found = (login for each in needed(spec) for login in each.vetoes)
    return tuple(dict.fromkeys(clipped(login, _LOGIN) or "somebody" for login in found))


def _few(steps: list[Step], rest: str, *, is_advice: bool) -> Iterator[Step]:
    """Give the first of many, and count the rest."""
    yield from steps[:3]
    if more := len(steps[3:]):
        yield Step(f"And {more:,} {rest}", is_advice=is_advice)
