"""What is to be done, and by whom: the author mends, reviewers answer and decide."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.model.finding import Severity
from bot.model.hearing import HeardSpec, Hearing
from bot.model.pull import PullStage
from bot.render.comment.address import Links
from bot.render.comment.detail import Detail
from bot.render.comment.effects import move, removed
from bot.render.comment.phrases import Target, called, clipped, file_name
from bot.render.comment.questions import QUESTION
from bot.render.comment.tasks import Naming, Step, steps_for
from bot.render.tally import plural

_FEW = 2


@dataclass(frozen=True, slots=True)
class Todo:
    """Steps for the author, by name where there is one, and for reviewers."""

    author: str
    mend: tuple[Step, ...]
    review: tuple[Step, ...]
    stage: str


def todo(hearing: Hearing, links: Links, detail: Detail) -> Todo:
    """Say what is to be done; of what is closed, nothing."""
    pull = hearing.pull
    if pull.stage is PullStage.CLOSED:
        return Todo("", (), (), pull.stage.value)
    findings = tuple(hearing.findings)
    named = detail.parts > 0
    naming = Naming(links, _names(hearing), is_off=not named)
    is_open = pull.stage is PullStage.OPEN
    return Todo(
        author=clipped(pull.author.login, 60) if pull.author else "",
        mend=tuple(steps_for(findings, naming)),
        review=tuple(_review(hearing, links, is_named=named)) if is_open else (),
        stage=pull.stage.value,
    )


def _names(hearing: Hearing) -> dict[str, str]:
    """Name the specs by which findings are told apart, where more than one has any."""
    told = [spec.report for spec in hearing.specs if spec.counted]
    if len(told) == 1:
        return {}
    return {report.path: clipped(report.id or "", 20) or file_name(report.path) for report in told}


def _review(hearing: Hearing, links: Links, *, is_named: bool) -> Iterator[Step]:
    few = _FEW if is_named else 0
    questions = [each for spec in hearing.specs for each in _questions(spec, links)]
    if 0 < len(questions) <= few:
        yield Step(f"Answer the open question{_s(questions)}", tuple(questions))
    elif questions:
        yield Step(f"Answer {plural(len(questions), 'open question')}")
    yield from _moves(hearing, links, few)
    gone = tuple(removed(hearing, links))
    if 0 < len(gone) <= few:
        yield Step("Confirm that", gone, "may be removed")
    elif gone:
        yield Step(f"Confirm that {plural(len(gone), 'spec')} may be removed")
    if waived := sum(len(spec.report.waivers) for spec in hearing.specs):
        yield Step(f"See whether you agree with {plural(waived, 'waiver')}")


def _moves(hearing: Hearing, links: Links, few: int) -> Iterator[Step]:
    moved = [(spec.report, found) for spec in hearing.specs if (found := move(spec))]
    targets = tuple(Target(called(spec), links.file(spec.path)) for spec, _ in moved)
    if len(moved) == 1 and few:
        _, (before, after) = moved[0]
        yield Step("Decide whether", targets, f"may go from {before} to {after}")
    elif 0 < len(moved) <= few:
        yield Step("Decide on the status changes of", targets)
    elif moved:
        yield Step(f"Decide on {plural(len(moved), 'status change')}")


def _s(things: Sequence[object]) -> str:
    return "" if len(things) == 1 else "s"


def _questions(spec: HeardSpec, links: Links) -> Iterator[Target]:
    """Give the questions that nothing fails by yet; the others are the author's to settle."""
    pressing = {
        finding.line
        for finding in spec.counted
        if finding.rule == QUESTION and finding.severity is not Severity.NOTE
    }
    for question in spec.questions:
        if question.line not in pressing:
            text = clipped(question.text, 60)
            yield Target(text, links.line(spec.report.path, question.line))
