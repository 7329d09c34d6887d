"""Waivers that people gave in comments: they stand in no difference, so that all is told here."""

from collections.abc import Iterator
from dataclasses import dataclass

from bot.model.hearing import Hearing
from bot.render.comment.detail import Detail
from bot.render.comment.phrases import clipped
from bot.render.tally import plural

_LOGIN = 60
_NAME = 80
_REASON = 300


@dataclass(frozen=True, slots=True)
class Excepted:
    """A waiver by command: by whom, of what, why, and what it took away."""

    by: str
    rule: str
    section: str
    reason: str
    took: str


def excepted(hearing: Hearing, detail: Detail) -> Iterator[Excepted]:
    """Give the waivers that commands made."""
    for each in hearing.exceptions[: detail.lists]:
        yield Excepted(
            by=clipped(each.by, _LOGIN) or "somebody",
            rule=clipped(each.rule, _NAME),
            section=clipped(each.section or "", _NAME),
            reason=clipped(each.reason, _REASON),
            took=plural(each.findings, "finding") if each.findings else "nothing to waive",
        )
