"""What became of a spec since the last push, and since when its questions are open."""

import hashlib
from collections import Counter
from collections.abc import Iterator, Mapping

from bot.model.finding import Finding
from bot.model.hearing import OpenQuestion, Since
from bot.model.report import SpecReport
from bot.model.spec import Question
from bot.rules.judge import introduced


def question_key(text: str) -> str:
    """Tell a question from any other, however it is spaced and capitalised."""
    said = " ".join(text.split()).casefold()
    return hashlib.sha256(said.encode("utf-8", "surrogatepass")).hexdigest()[:10]


def since_when(
    report: SpecReport, before: SpecReport | None, head: str, asked: Mapping[str, str]
) -> Iterator[OpenQuestion]:
    """Give the open questions with the head that first showed them; the base's own have none."""
    known = Counter(question_key(q.text) for q in _open(before))
    for question in _open(report):
        key = question_key(question.text)
        if known[key]:
            known[key] -= 1
            yield OpenQuestion(question.text, question.line, None)
        else:
            yield OpenQuestion(question.text, question.line, asked.get(key, head))


def since_last(report: SpecReport, earlier: SpecReport | None) -> Since:
    """Hold a spec against what it was when the Steward looked before."""
    old = _counted(earlier) if earlier else ()
    left = Counter(question_key(question.text) for question in _open(report))
    settled = []
    for question in _open(earlier):
        key = question_key(question.text)
        if left[key]:
            left[key] -= 1
        else:
            settled.append(question.text)
    return Since(
        settled=tuple(settled),
        mended=_beyond(old, _counted(report)),
        brought=_beyond(_counted(report), old) if earlier else (),
    )


def _open(report: SpecReport | None) -> Iterator[Question]:
    return (q for q in (report.questions if report else ()) if not q.resolved)


def _counted(report: SpecReport) -> tuple[Finding, ...]:
    return tuple(f for f in report.findings if f.introduced is not False)


def _beyond(these: tuple[Finding, ...], those: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """Give the findings of these that those do not have, as often as each stands."""
    return tuple(f for f in introduced(these, those) if f.introduced)
