"""The steps by which people agree to a spec: to approve, to look again, to take an objection back.

They come from what approvals lack, and not from the words of the findings that say so.
"""

from collections.abc import Iterator

from bot.model.finding import Severity
from bot.model.hearing import HeardSpec, Hearing
from bot.render.comment.address import Links
from bot.render.comment.approvals import APPROVALS, needed
from bot.render.comment.names import Names
from bot.render.comment.phrases import Target, clipped, first_few, some
from bot.render.comment.tasks import Step
from bot.render.tally import plural

_LOGIN = 60


def agreeing(hearing: Hearing, links: Links, names: Names) -> Iterator[Step]:
    """Give the steps, those that something fails by first."""
    for weight in (Severity.ERROR, Severity.WARNING):
        is_advice = weight is Severity.WARNING
        fresh: list[Target] = []
        stuck: list[Target] = []
        again: list[Step] = []
        against: list[Step] = []
        for spec in lacking(hearing, weight):
            target = Target(names[spec.report.path].quoted, links.file(spec.report.path))
            vetoes = objectors(spec)
            if _is_missing(spec) and not _is_stuck(spec) and (changed := _changed(spec)):
                why = f"{changed} changed since it was approved"
                again.append(Step("Approve", (target,), "anew", is_advice, why))
            elif _is_stuck(spec):
                stuck.append(target)
            elif _is_missing(spec):
                fresh.append(target)
            if vetoes:
                verb = "wants" if len(vetoes) == 1 else "want"
                say = f"See whether the changes that {some(vetoes)} {verb} are made in"
                against.append(Step(say, (target,), is_advice=is_advice))
        if fresh:
            yield Step("Approve", first_few(fresh), is_advice=is_advice)
        if stuck:
            yield Step("Name others who may approve", first_few(stuck), is_advice=is_advice)
        yield from few(again, "more to approve anew", is_advice=is_advice)
        yield from few(against, "more that changes are wanted in", is_advice=is_advice)


def agreeing_counted(hearing: Hearing) -> Iterator[Step]:
    """Say the same without a name."""
    for weight in (Severity.ERROR, Severity.WARNING):
        if count := sum(1 for _ in lacking(hearing, weight)):
            yield Step(f"Approve {plural(count, 'spec')}", is_advice=weight is Severity.WARNING)


def lacking(hearing: Hearing, weight: Severity) -> Iterator[HeardSpec]:
    """Give the specs of which a rule says that approvals are lacking, by its heaviest word."""
    for spec in hearing.specs:
        said = [f.severity for f in spec.counted if f.rule in APPROVALS]
        if max(said, key=lambda severity: severity.weight, default=None) is weight:
            yield spec


def _is_missing(spec: HeardSpec) -> bool:
    """Tell whether approvals are to come; of what is not known in detail, they are."""
    return not needed(spec) or any(each.missing for each in needed(spec))


def _is_stuck(spec: HeardSpec) -> bool:
    """Tell whether nobody is left whose approval could come."""
    unmet = [each for each in needed(spec) if each.missing]
    return bool(unmet) and not any(each.can_come > 0 for each in unmet)


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


def objectors(spec: HeardSpec) -> tuple[str, ...]:
    """Name those who want changes."""
    found = (login for each in needed(spec) for login in each.vetoes)
    return tuple(dict.fromkeys(clipped(login, _LOGIN) or "somebody" for login in found))


def few(steps: list[Step], rest: str, *, is_advice: bool) -> Iterator[Step]:
    """Give the first of many, and count the rest."""
    yield from steps[:3]
    if more := len(steps[3:]):
        yield Step(f"And {more:,} {rest}", is_advice=is_advice)
