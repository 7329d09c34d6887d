"""What keeps a spec out of a status, as the end of a sentence: “it may be so once …”."""

from collections.abc import Iterator, Sequence

from bot.lifecycle.gates import APPROVERS, unmet
from bot.model.finding import Finding, Severity
from bot.model.stage import Stage
from bot.model.standing import Approvals, Standing
from bot.rules import illegal_transition
from bot.rules.base import quoted

_SHOWN = 3  # lines, people: who wants to know all of them opens the spec
_ANYBODY = "those with write access"


def hindrances(findings: Sequence[Finding], stage: Stage, standing: Standing) -> str:
    """Say what a spec lacks to stand at a stage, by what is found where it is judged as if it did.

    Empty where it lacks nothing.
    """
    return _joined([*_transitions(findings), *_gates(findings, stage, standing)])


def _transitions(findings: Sequence[Finding]) -> Iterator[str]:
    for finding in findings:
        if finding.rule == illegal_transition.RULE.slug and finding.severity is Severity.ERROR:
            known = finding.help.partition(";")[0]
            yield f"the configuration lists that transition ({known})"


def _gates(findings: Sequence[Finding], stage: Stage, standing: Standing) -> Iterator[str]:
    for gate, against in unmet(findings, stage):
        if gate.who != APPROVERS:
            yield f"{gate.wants} ({_lines(against)})"
        else:
            clauses = [clause for each in standing.approvals for clause in _approvals(each)]
            yield from clauses or [f"{gate.wants} ({_lines(against)})"]


def _approvals(needed: Approvals) -> Iterator[str]:
    if needed.missing:
        changed = needed.changed
        since = f", since {quoted(changed[0])} was changed" if changed else ""
        yield f"{_whoever(needed)} this very text{since}"
    if needed.vetoes:
        no_longer = "no longer wants" if len(needed.vetoes) == 1 else "no longer want"
        yield f"{_people(needed.vetoes)} {no_longer} changes"


def _whoever(needed: Approvals) -> str:
    who, count = _people(needed.wanted) or _ANYBODY, needed.missing
    if count == 1 and len(needed.wanted) == 1 and "/" not in who:
        return f"{who} approves"
    more = " more" if any(voice.counts for voice in needed.voices) else ""
    return f"{count}{more} of {who} {'approves' if count == 1 else 'approve'}"


def _people(names: Sequence[str]) -> str:
    shown = ", ".join(quoted(name, 60) for name in names[:_SHOWN])
    more = len(names) - _SHOWN
    return f"{shown} and {more} more" if more > 0 else shown


def _lines(found: Sequence[Finding]) -> str:
    lines = sorted({finding.line for finding in found})
    if len(lines) == 1:
        return f"line {lines[0]}"
    if len(lines) > _SHOWN:
        return f"{len(lines)} places, the first at line {lines[0]}"
    return f"lines {_joined([str(line) for line in lines])}"


def _joined(parts: Sequence[str]) -> str:
    return " and ".join(part for part in (", ".join(parts[:-1]), *parts[-1:]) if part)
