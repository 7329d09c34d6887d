"""What keeps a spec out of a status, as the end of a sentence: “it may be so once …”."""

from collections.abc import Iterator, Sequence

from bot.lifecycle.gates import APPROVERS, Gate, unmet
from bot.model.approvers import LET_LOOK_UP, called, enumerated, is_team
from bot.model.finding import Finding, Severity
from bot.model.stage import Stage
from bot.model.standing import Approvals, Standing
from bot.rules import illegal_transition
from bot.rules.base import quoted

_SHOWN = 3  # lines, people: who wants to know all of them opens the spec
_LOGIN = 60
_ANYBODY = "those with write access"
_OTHERS = "others are named who may approve, in `approvals` of the configuration or in CODEOWNERS"


def hindrances(findings: Sequence[Finding], stage: Stage, standing: Standing) -> str:
    """Say what a spec lacks to stand at a stage, by what is found where it is judged as if it did.

    Empty where it lacks nothing.
    """
    return _joined(list(_gates(findings, stage, standing)))


def detour(findings: Sequence[Finding]) -> str:
    """Say where it may go instead, if the configured transitions do not lead to a status."""
    for finding in findings:
        if finding.rule == illegal_transition.RULE.slug and finding.severity is Severity.ERROR:
            return finding.help.partition(";")[0]
    return ""


def _gates(findings: Sequence[Finding], stage: Stage, standing: Standing) -> Iterator[str]:
    for gate, against in unmet(findings, stage):
        yield from _agreeing(gate, standing) or [f"{gate.wants} ({_lines(against)})"]


def shut(
    findings: Sequence[Finding], stage: Stage, standing: Standing
) -> tuple[tuple[str, tuple[Finding, ...]], ...]:
    """Give the gates into a stage that are shut, by what each wants, with what keeps it so."""
    found = unmet(findings, stage)
    return tuple((", and ".join(_agreeing(gate, standing)) or gate.wants, f) for gate, f in found)


def _agreeing(gate: Gate, standing: Standing) -> list[str]:
    """Say whose approvals a gate wants, as far as anybody knows; of other gates, nothing."""
    if gate.who != APPROVERS:
        return []
    edited = standing.edited
    said = (clause for each in standing.approvals for clause in _approvals(each, edited))
    return list(dict.fromkeys(said))


def _approvals(needed: Approvals, edited: Sequence[str]) -> Iterator[str]:
    if needed.can_come > 0:
        changed = needed.changed or edited
        since = f", since {quoted(changed[0])} was changed" if changed else ""
        yield f"{_whoever(needed)} this very text{since}{_unseen(needed)}"
    if needed.beyond:
        who = "too few are" if needed.left else "nobody is"
        yield f"{_OTHERS} ({who} left who could)"
    if needed.vetoes:
        no_longer = "no longer wants" if len(needed.vetoes) == 1 else "no longer want"
        yield f"{_people(needed.vetoes)} {no_longer} changes"


def _whoever(needed: Approvals) -> str:
    who, count = _people(needed.left) or _ANYBODY, needed.can_come
    verb = "approves" if count == 1 else "approve"
    if len(needed.left) == count and not any(map(_are_many, needed.left)):
        return f"{who} {verb}"
    more = " more" if any(voice.counts for voice in needed.voices) else ""
    return f"{count}{more} of {who.replace('anybody with', 'those with')} {verb}"


def _unseen(needed: Approvals) -> str:
    """Say why an approval may not count that is there, and how to mend that."""
    if not needed.hidden:
        return ""
    return f" (this token may not look up {_people(needed.hidden)}: {LET_LOOK_UP})"


def _are_many(word: str) -> bool:
    return is_team(word) or called(word) != word.removeprefix("@")


def _people(names: Sequence[str]) -> str:
    return enumerated([quoted(called(name), _LOGIN)[1:-1] for name in names], most=_SHOWN)


def _lines(found: Sequence[Finding]) -> str:
    lines = sorted({line for finding in found for line in finding.places})
    if len(lines) == 1:
        return f"line {lines[0]}"
    if len(lines) > _SHOWN:
        return f"{len(lines)} places, the first at line {lines[0]}"
    return f"lines {_joined([str(line) for line in lines])}"


def _joined(parts: Sequence[str]) -> str:
    return " and ".join(part for part in (", ".join(parts[:-1]), *parts[-1:]) if part)
