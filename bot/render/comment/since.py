"""What the last push did: what it mended, what it brought, and which questions it settled."""

from dataclasses import dataclass

from bot.model.hearing import Hearing
from bot.render.comment.address import Links
from bot.render.comment.detail import Detail
from bot.render.comment.names import Names
from bot.render.comment.phrases import SHORT, Target, clipped
from bot.render.comment.questions import QUESTION
from bot.render.comment.remarks import Remark, remarks


@dataclass(frozen=True, slots=True)
class Progress:
    """What became of one spec."""

    name: str
    mended: tuple[str, ...]
    brought: tuple[Remark, ...]
    settled: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SinceThen:
    """What became of all of them since a commit."""

    commit: Target
    said: str
    specs: tuple[Progress, ...]


def since_then(hearing: Hearing, links: Links, names: Names, detail: Detail) -> SinceThen | None:
    """Tell what the last push did; None where it did nothing that shows."""
    if not hearing.seen:
        return None
    told = []
    counts = [0, 0, 0]
    for spec in hearing.specs:
        if not spec.since:
            continue
        # questions that are settled have a list of their own
        mended = [f for f in spec.since.mended if f.rule != QUESTION]
        for at, found in enumerate((mended, spec.since.brought, spec.since.settled)):
            counts[at] += len(found)
        most = detail.remarks
        progress = Progress(
            name=names[spec.report.path].alone,
            mended=tuple(clipped(f.message, 200) for f in mended[:most]),
            brought=tuple(remarks(spec.since.brought[:most], links, has_help=False)),
            settled=tuple(clipped(text, 200) for text in spec.since.settled[:most]),
        )
        if progress.mended or progress.brought or progress.settled:
            told.append(progress)
    if not told:
        return None
    commit = Target(hearing.seen[:SHORT], links.commit(hearing.seen))
    return SinceThen(commit, _said(*counts), tuple(told[: detail.parts]))


def _said(mended: int, brought: int, settled: int) -> str:
    said = (
        f"{mended:,} mended" if mended else "",
        f"{brought:,} new" if brought else "",
        f"{settled:,} {'question' if settled == 1 else 'questions'} settled" if settled else "",
    )
    return ", ".join(part for part in said if part)
