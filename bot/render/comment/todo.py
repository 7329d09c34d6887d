"""What is to be done, and by whom: the author mends, reviewers answer and decide."""

from collections.abc import Iterator
from dataclasses import dataclass

from bot.model.finding import Finding
from bot.model.hearing import Hearing
from bot.model.pull import PullStage
from bot.render.comment.address import Links
from bot.render.comment.approvals import APPROVALS
from bot.render.comment.changing import changing
from bot.render.comment.detail import Detail
from bot.render.comment.names import Names
from bot.render.comment.phrases import clipped
from bot.render.comment.requested import REQUEST
from bot.render.comment.reviewing import review
from bot.render.comment.tasks import Naming, Step, steps_for

_NOT_THE_AUTHORS = {REQUEST, *APPROVALS}


@dataclass(frozen=True, slots=True)
class Todo:
    """Steps for the author, by name where there is one, and for reviewers."""

    author: str
    mend: tuple[Step, ...]
    review: tuple[Step, ...]
    stage: str


def todo(hearing: Hearing, links: Links, names: Names, detail: Detail) -> Todo:
    """Say what is to be done; of what is closed, nothing."""
    pull = hearing.pull
    if pull.stage is PullStage.CLOSED:
        return Todo("", (), (), pull.stage.value)
    naming = Naming(links, names, is_apart=len(hearing.specs) > 1, is_off=detail.rows == 0)
    is_open = pull.stage is PullStage.OPEN
    asked = {*_settled(hearing)} if is_open else set()
    found = tuple(f for f in hearing.findings if f.rule not in _NOT_THE_AUTHORS and f not in asked)
    return Todo(
        author=clipped(pull.author.login, 60) if pull.author else "",
        mend=(
            *steps_for(found, naming),
            *(changing(hearing, links, names, is_named=not naming.is_off) if is_open else ()),
        ),
        review=tuple(review(hearing, links, names, is_named=not naming.is_off)) if is_open else (),
        stage=pull.stage.value,
    )


def _settled(hearing: Hearing) -> Iterator[Finding]:
    """Give what the line mends that a granted request asks for: above, it is said what to write."""
    for spec in hearing.specs:
        if spec.restated:
            yield from spec.restated.settles
