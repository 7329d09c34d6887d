"""How the specs would be judged by the rules that the pull request itself brings."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from bot.model.finding import Finding
from bot.model.hearing import Hearing
from bot.render.comment.address import Links
from bot.render.comment.detail import Detail
from bot.render.comment.phrases import Target, clipped, file_name
from bot.render.comment.remarks import Remark, remarks
from bot.render.tally import plural

_MOST = 5  # rule files that are named


@dataclass(frozen=True, slots=True)
class OwnJudgement:
    """The rules that change, and what would change by them."""

    files: tuple[Target, ...]
    more_files: int
    branch: str
    problem: str
    said: str
    gone: tuple[Remark, ...]
    come: tuple[Remark, ...]
    more: int


def own_judgement(hearing: Hearing, links: Links, detail: Detail) -> OwnJudgement | None:
    """Hold the judgement by its own rules against the one that counts."""
    own = hearing.own_rules
    if own is None:
        return None
    gone: tuple[Finding, ...] = ()
    come: tuple[Finding, ...] = ()
    if own.report is not None:
        now = tuple(hearing.findings)
        then = tuple(
            f for spec in own.report.specs for f in spec.findings if f.introduced is not False
        )
        gone, come = tuple(_beyond(now, then)), tuple(_beyond(then, now))
    most = detail.remarks if detail.parts else 0
    shown = (gone[:most], come[:most])
    return OwnJudgement(
        files=tuple(Target(file_name(path), links.file(path)) for path in own.paths[:_MOST])
        if detail.parts
        else (),
        more_files=len(own.paths[_MOST if detail.parts else 0 :]),
        branch=clipped(hearing.pull.base_branch),
        problem=clipped(own.problem, 300),
        said=_said(len(gone), len(come)),
        gone=tuple(remarks(shown[0], links, has_help=False)),
        come=tuple(remarks(shown[1], links, has_help=False)),
        more=len(gone) + len(come) - sum(map(len, shown)),
    )


def _beyond(these: Iterable[Finding], those: Iterable[Finding]) -> Iterator[Finding]:
    """Give the findings of these that those do not have, as often as each stands."""
    left = Counter(_key(finding) for finding in those)
    for finding in these:
        key = _key(finding)
        if left[key]:
            left[key] -= 1
        else:
            yield finding


def _key(finding: Finding) -> tuple[str, str, str, str]:
    return finding.path, finding.rule, finding.severity, finding.key or finding.message


def _said(gone: int, come: int) -> str:
    if not gone and not come:
        return "the same findings"
    if not gone:
        return plural(come, "more finding")
    return f"{plural(gone, 'finding')} fewer" + (f", {come:,} more" if come else "")
