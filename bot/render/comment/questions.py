"""The questions that a spec leaves open, and since when."""

from collections.abc import Iterator
from dataclasses import dataclass

from bot.model.finding import Severity
from bot.model.hearing import HeardSpec, Hearing, OpenQuestion
from bot.render.comment.address import Links
from bot.render.comment.phrases import ICONS, SHORT, Target, clipped

QUESTION = "open-question"
"""the rule that finds them"""


@dataclass(frozen=True, slots=True)
class Asked:
    """An open question: ``when`` says since when, and ``since`` is the commit if it names one."""

    icon: str
    target: Target
    text: str
    when: str
    since: Target | None = None


def questions(spec: HeardSpec, hearing: Hearing, links: Links) -> Iterator[Asked]:
    """Give a spec's open questions, as heavy as they weigh."""
    severities = {f.line: f.severity for f in spec.counted if f.rule == QUESTION}
    for question in spec.questions:
        severity = severities.get(question.line, Severity.NOTE)
        when, since = _when(question, hearing, links)
        yield Asked(
            icon="❔" if severity is Severity.NOTE else ICONS[severity.value],
            target=Target(f"line {question.line}", links.line(spec.report.path, question.line)),
            text=clipped(question.text, 300),
            when=when,
            since=since,
        )


def _when(question: OpenQuestion, hearing: Hearing, links: Links) -> tuple[str, Target | None]:
    since = question.since
    if since is None:
        return "open before this pull request", None
    if hearing.pull.head.startswith(since):
        return ("new since the last push" if hearing.seen else ""), None
    return "still open since", Target(since[:SHORT], links.commit(since))
