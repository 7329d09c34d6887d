"""What reviewers have to do: answer, decide, approve."""

from collections.abc import Iterator, Sequence, Sized

from bot.model.change import ChangeKind
from bot.model.finding import Severity
from bot.model.hearing import HeardSpec, Hearing
from bot.model.stage import Stage
from bot.render.comment.address import Links
from bot.render.comment.agreeing import agreeing, agreeing_counted
from bot.render.comment.approvals import needed
from bot.render.comment.awaited import awaited, awaited_counted
from bot.render.comment.calm import is_calm, is_unagreed
from bot.render.comment.effects import move, removed
from bot.render.comment.names import Names
from bot.render.comment.phrases import Target, clipped, first_few
from bot.render.comment.questions import QUESTION
from bot.render.comment.tasks import Step
from bot.render.tally import plural

_UNKNOWN = "unknown-status"
_WRONG = ("conflicting-status", "illegal-transition")


def review(hearing: Hearing, links: Links, names: Names, *, is_named: bool) -> Iterator[Step]:
    """Give the steps; where there is no room for a name, what there is of each kind is counted.

    Of a status that takes approvals, these are the decision. What is all well by itself moves on
    with no more than a line that says so, also where something else is not.
    """
    asked = _asked(hearing, links, names)
    moved = [
        (names[spec.report.path].quoted, links.file(spec.report.path), found)
        for spec in hearing.specs
        if (found := move(spec)) and not (needed(spec) or _is_wrong(spec) or is_calm(spec))
    ]
    pairs = zip(hearing.deleted, removed(hearing, links), strict=True)
    gone = tuple(target for each, target in pairs if is_unagreed(each))
    waived = (*_waivers(hearing, links, names), *_exceptions(hearing))
    if not is_named:
        yield from agreeing_counted(hearing)
        yield from awaited_counted(hearing)
        yield from _counted(len(asked), len(moved), len(gone), len(waived))
        return
    yield from agreeing(hearing, links, names)
    yield from awaited(hearing, links, names)
    if asked:
        yield Step(f"Answer the open question{_s(asked)}", first_few(asked))
    targets = [Target(name, url) for name, url, _ in moved]
    if len(moved) == 1:
        before, after = moved[0][2]
        yield Step("Decide whether", tuple(targets), f"may go from {before} to {after}")
    elif moved:
        yield Step("Decide on the status changes of", first_few(targets))
    if gone:
        yield Step("Confirm that", first_few(gone), "may be removed")
    if waived:
        yield Step(f"See whether you agree with the waiver{_s(waived)} of", first_few(waived))


def _counted(asked: int, moved: int, gone: int, waived: int) -> Iterator[Step]:
    """Say the same without a name."""
    if asked:
        yield Step(f"Answer {plural(asked, 'open question')}")
    if moved:
        yield Step(f"Decide on {plural(moved, 'status change')}")
    if gone:
        yield Step(f"Confirm that {plural(gone, 'spec')} may be removed")
    if waived:
        yield Step(f"See whether you agree with {plural(waived, 'waiver')}")


def _s(things: Sized) -> str:
    return "" if len(things) == 1 else "s"


def _is_wrong(spec: HeardSpec) -> bool:
    """Tell whether the author has to put the status right first: nobody can decide on it before."""
    found = spec.report.findings
    return any(
        f.rule == _UNKNOWN or (f.rule in _WRONG and f.severity is not Severity.NOTE) for f in found
    )


def _asked(hearing: Hearing, links: Links, names: Names) -> Sequence[Target]:
    by_spec = {spec.report.path: tuple(_questions(spec, links)) for spec in hearing.specs}
    is_apart = sum(map(bool, by_spec.values())) > 1
    return [
        Target(f"{each.text} ({names[path].brief})", each.url) if is_apart else each
        for path, found in by_spec.items()
        for each in found
    ]


def _questions(spec: HeardSpec, links: Links) -> Iterator[Target]:
    """Give the questions that nothing fails by yet; the others are the author's to settle.

    A spec that is closed needs no answer any more, and one that has only moved no new look.
    """
    if spec.report.stage is Stage.CLOSED:
        return
    pressing = {
        finding.line
        for finding in spec.counted
        if finding.rule == QUESTION and finding.severity is not Severity.NOTE
    }
    is_touched = _is_touched(spec)
    for question in spec.questions:
        if question.line not in pressing and (is_touched or question.since is not None):
            text = clipped(question.text, 60)
            yield Target(f"“{text}”", links.line(spec.report.path, question.line))


def _is_touched(spec: HeardSpec) -> bool:
    """Tell whether the pull request does anything to a spec that its old questions bear on."""
    if spec.kind is ChangeKind.ADDED or spec.status_before != spec.report.status:
        return True
    is_asking = any(question.since is not None for question in spec.questions)
    return is_asking or any(finding.rule != QUESTION for finding in spec.counted)


def _waivers(hearing: Hearing, links: Links, names: Names) -> Iterator[Target]:
    """Give the waivers by what they waive, and where."""
    for spec in hearing.specs:
        path = spec.report.path
        for waived in spec.report.waivers:
            waiver = waived.waiver
            where = f" ({names[path].brief})" if len(hearing.specs) > 1 else ""
            text = f"{_what(waiver.rule, waiver.section)}{where}"
            yield Target(text, links.line(path, waiver.line))


def _exceptions(hearing: Hearing) -> Iterator[Target]:
    """Give the waivers by command, and whose they are."""
    for each in hearing.exceptions:
        by = clipped(each.by, 40)
        yield Target(f"{_what(each.rule, each.section)} ({f'by {by}, ' if by else ''}in a comment)")


def _what(rule: str, section: str | None) -> str:
    return f"{clipped(rule, 40)} “{clipped(section, 40)}”" if section else clipped(rule, 40)
