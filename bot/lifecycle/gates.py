"""What entering each stage needs, and who answers for it: the one table of the gates.

A gate is shut by errors of its rules. Stages may be skipped and gates may not: entering a stage
needs its own gates and those of all stages before it. *closed* is the way out: its own is enough.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from bot.model.finding import Finding, Severity
from bot.model.spec import Spec
from bot.model.stage import Stage

AUTHOR = "author"
APPROVERS = "approvers"


@dataclass(frozen=True, slots=True)
class Gate:
    """One thing that entering a stage needs; errors of its rules keep it shut.

    ``wants`` says it for people, such that it can follow “once”; ``who`` is able to open it.
    """

    stage: Stage
    name: str
    who: str
    rules: tuple[str, ...]
    wants: str


GATES = (
    Gate(
        Stage.REVIEWING,
        "sections",
        AUTHOR,
        ("missing-section", "empty-section", "untouched-section", "off-template", "unreadable"),
        "each required section is there, and written",
    ),
    Gate(
        Stage.REVIEWING,
        "fields",
        AUTHOR,
        ("missing-field", "invalid-field", "conflicting-status", "unknown-status"),
        "each field has a fitting value",
    ),
    Gate(
        Stage.REVIEWING,
        "placeholders",
        AUTHOR,
        ("placeholder",),
        "no placeholder of the template is left",
    ),
    Gate(Stage.APPROVED, "questions", AUTHOR, ("open-question",), "no question is open"),
    Gate(
        Stage.APPROVED,
        "decisions",
        AUTHOR,
        ("unrecorded-decision",),
        "the decision log tells how each question was closed",
    ),
    Gate(
        Stage.APPROVED,
        "approvals",
        APPROVERS,
        ("missing-approval", "edited-after-approval"),
        "enough people approve of this very text",
    ),
    Gate(
        Stage.BUILDING,
        "work items",
        AUTHOR,
        ("missing-work",),
        "the work is listed, where the template has a place for it",
    ),
    Gate(Stage.DONE, "gate boxes", AUTHOR, ("open-gate",), "each criterion and check is ticked"),
    Gate(Stage.DONE, "work", AUTHOR, ("open-work",), "each item of work is ticked"),
    Gate(Stage.CLOSED, "reason", AUTHOR, ("missing-reason",), "a reason or a successor is named"),
)


def gates_into(stage: Stage) -> tuple[Gate, ...]:
    """Give all that a spec has to meet to stand at a stage, from wherever it comes."""
    if stage is Stage.CLOSED:
        return tuple(gate for gate in GATES if gate.stage is stage)
    return tuple(gate for gate in GATES if gate.stage.rank <= stage.rank)


def unmet(
    findings: Iterable[Finding], stage: Stage
) -> tuple[tuple[Gate, tuple[Finding, ...]], ...]:
    """Give the gates into a stage that are shut, each with the errors that keep it so.

    The findings are those of the spec judged as if it stood at that stage: a configuration that
    is lenient at an earlier stage is so at that stage alone.
    """
    errors = [finding for finding in findings if finding.severity is Severity.ERROR]
    shut = (
        (gate, tuple(finding for finding in errors if finding.rule in gate.rules))
        for gate in gates_into(stage)
    )
    return tuple((gate, against) for gate, against in shut if against)


def brought(findings: Iterable[Finding], spec: Spec, before: Spec | None) -> Iterator[Finding]:
    """Count what keeps a stage shut as brought by the change that enters it.

    Whatever was wrong before was wrong at another stage: gates are not skipped by being old.
    """
    stage = spec.stage
    if before is None or stage is None or before.stage is stage:
        yield from findings
        return
    rules = {rule for gate in gates_into(stage) for rule in gate.rules}
    for found in findings:
        is_shut = found.severity is Severity.ERROR and found.rule in rules
        yield replace(found, introduced=True) if is_shut else found
