"""What is to be done about findings, in the imperative: one step for each kind of work."""

import re
from collections import Counter
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from bot.model.finding import Finding, Severity
from bot.render.comment.address import Links
from bot.render.comment.names import Names
from bot.render.comment.phrases import FEW, Target, clipped, file_name, first_few
from bot.render.comment.works import BY_RULE, FIELD, FILE, LINE, OTHER, SECTION, SPEC, WORKS, Work

_WHOLE = (SPEC, FILE)
_QUOTED = re.compile("“([^”]+)”")
_WHY = 200


@dataclass(frozen=True, slots=True)
class Step:
    """One thing to do: ``say`` comes before the targets, ``tail`` behind them, then ``why``.

    ``is_advice`` where nothing fails by it.
    """

    say: str
    targets: tuple[Target, ...] = ()
    tail: str = ""
    is_advice: bool = False
    why: str = ""


@dataclass(frozen=True, slots=True)
class Naming:
    """How targets are named, or that they are not: ``is_off``.

    ``is_apart`` where several specs are concerned, so that each target has to name its own.
    """

    links: Links
    names: Names = field(default_factory=Names)
    is_apart: bool = False
    is_off: bool = False

    def target(self, by: str, finding: Finding) -> Target:
        """Name what a finding points at."""
        path = finding.path
        if by in _WHOLE:
            name = self.names[path].quoted if by == SPEC else file_name(path)
            return Target(name, self.links.file(path))
        text = f"line {finding.line}" if by == LINE else f"at line {finding.line}"
        if name := _named(by, finding):
            text = f"“{clipped(name, 60)}”"
        shown = f"{text} ({self.names[path].brief})" if self.is_apart else text
        return Target(shown, self.links.line(path, finding.line))


def steps_for(findings: Sequence[Finding], naming: Naming) -> Iterator[Step]:
    """Give the steps that mend these findings; those that fail nothing come last."""
    weighty = [
        replace(finding, line=line, lines=())
        for finding in findings
        if finding.severity is not Severity.NOTE
        for line in finding.places
    ]
    for is_advice in (False, True):
        grouped: dict[Work, list[Finding]] = {work: [] for work in (*WORKS, OTHER)}
        for finding in weighty:
            if (finding.severity is Severity.WARNING) is is_advice:
                grouped[BY_RULE.get(finding.rule, OTHER)].append(finding)
        for work, members in grouped.items():
            if members:
                yield from _steps(work, members, naming, is_advice=is_advice)


def _steps(
    work: Work, findings: list[Finding], naming: Naming, *, is_advice: bool
) -> Iterator[Step]:
    if naming.is_off:
        count = len({_place(work, at, finding) for at, finding in enumerate(findings)})
        say = work.counted.format(n=f"{count:,}", s="" if count == 1 else "s")
        yield Step(say, is_advice=is_advice, why=work.hint)
        return
    for why, members in _by_mend(work, findings).items():
        many = "" if len(members) == 1 else "s"
        one, within = _within(work, members, naming)
        tail = " ".join(part for part in (within, work.tail) if part)
        yield Step(work.named.format(s=many), _targets(work, members, one), tail, is_advice, why)


def _within(work: Work, findings: list[Finding], naming: Naming) -> tuple[Naming, str]:
    """Name the spec once, where all of these are in one."""
    paths = {finding.path for finding in findings}
    if not naming.is_apart or work.by in _WHOLE or len(paths) > 1:
        return naming, ""
    return replace(naming, is_apart=False), f"of {naming.names[paths.pop()].short}"


def _by_mend(work: Work, findings: list[Finding]) -> dict[str, list[Finding]]:
    """Part findings by what they say of how to mend them, where they say it and are few."""
    parted: dict[str, list[Finding]] = {}
    for finding in findings:
        why = clipped(getattr(finding, work.told), _WHY) if work.told else ""
        parted.setdefault(why, []).append(finding)
    return parted if len(parted) <= FEW else {work.hint: findings}


def _targets(work: Work, findings: list[Finding], naming: Naming) -> tuple[Target, ...]:
    """Name targets; a place is named once, but each section or field is one by itself."""
    found = Counter(naming.target(work.by, finding) for finding in findings)
    if work.by == LINE:
        return first_few(tuple(found), "line")
    if work.by in _WHOLE:
        return first_few(tuple(found))
    shown = [
        Target(f"{target.text}, {count:,} times" if count > 1 else target.text, target.url)
        for target, count in found.items()
    ]
    few = first_few(shown)
    more = len(findings) - sum(list(found.values())[:FEW])
    return (*few[:FEW], Target(f"{more:,} more", few[FEW].url)) if len(few) > FEW else few


def _place(work: Work, at: int, finding: Finding) -> Hashable:
    """Tell what is counted: files, lines, or else each finding."""
    if work.by in _WHOLE:
        return finding.path
    return (finding.path, finding.line) if work.has_lines else at


def _named(by: str, finding: Finding) -> str:
    """Give the name of the section or the field that a finding is about; empty where none is."""
    if by == SECTION:
        return finding.section or ""
    return field_named(finding.message) if by == FIELD else ""


def field_named(message: str) -> str:
    """Give the field that a message quotes first."""
    found = _QUOTED.search(message)
    return found[1] if found else ""
