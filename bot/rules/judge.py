"""Run the rules over a spec: problems become findings, waivers take some of them away."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from bot.model.document import Waiver
from bot.model.finding import Finding, Problem, Severity
from bot.model.policy import Policy
from bot.model.spec import Spec, Waived
from bot.model.stage import Stage
from bot.model.standing import Standing
from bot.rules.base import UNWAIVABLE, Case, Rule
from bot.rules.catalogue import RULES
from bot.rules.invalid_waiver import complaint
from bot.schema.fold import keys_of


def judge(
    spec: Spec, policy: Policy, before: Spec | None = None, standing: Standing | None = None
) -> tuple[tuple[Finding, ...], tuple[Waived, ...]]:
    """Give the findings of a spec in document order, and what its waivers took away."""
    case = Case(spec, before, policy, standing)
    found = [
        finding
        for rule in RULES
        for problem in rule.check(case)
        if (finding := weighed(rule, problem, spec.path, spec.stage, policy))
    ]
    # A stable sort: of sections that are missing in the same place, the template's first is first.
    found.sort(key=lambda finding: (finding.line, -finding.severity.weight, finding.rule))
    return _waive(found, [w for w in spec.document.waivers if not complaint(w, spec.schema)])


def weighed(
    rule: Rule, problem: Problem, path: str, stage: Stage | None, policy: Policy
) -> Finding | None:
    """Give a problem its weight: the rule's own, or what the configuration says, at its stage."""
    settings = policy.severities
    at = stage or Stage.DRAFTING
    severity = (
        settings.get((rule.slug, at)) or settings.get((rule.slug, None)) or rule.weight(stage)
    )
    if problem.soft:
        severity = min(severity, _softened(rule), key=lambda each: each.weight)
    if severity is Severity.OFF:
        return None
    return Finding(
        rule=rule.slug,
        severity=severity,
        path=path,
        line=problem.line,
        message=problem.message,
        help=problem.help,
        section=problem.section,
        key=f"{problem.section or ''}|{problem.key or problem.message}",
        lines=problem.lines,
    )


def _softened(rule: Rule) -> Severity:
    """Give the most that a soft problem weighs: of a rule that is no error, it is a note."""
    return Severity.WARNING if rule.severity is Severity.ERROR else Severity.NOTE


def _waive(
    findings: Sequence[Finding], waivers: Iterable[Waiver]
) -> tuple[tuple[Finding, ...], tuple[Waived, ...]]:
    left = list(findings)
    used: list[Waived] = []
    for waiver in waivers:
        kept = [finding for finding in left if not _covers(waiver, finding)]
        used.append(Waived(waiver, len(left) - len(kept)))
        left = kept
    return tuple(left), tuple(used)


def _covers(waiver: Waiver, finding: Finding) -> bool:
    if finding.rule != waiver.rule or finding.rule in UNWAIVABLE:
        return False
    if waiver.section is None:
        return True
    return bool(finding.section) and not keys_of(waiver.section).isdisjoint(
        keys_of(finding.section or "")
    )


def introduced(findings: Sequence[Finding], before: Sequence[Finding]) -> Iterator[Finding]:
    """Mark what is new: findings at head minus findings at base, as often as each stands.

    One that weighs more than it did is new: an open question in a spec that becomes approved.
    """
    left: dict[tuple[str, str], list[int]] = {}
    for finding in sorted(before, key=lambda finding: finding.severity.weight):
        left.setdefault((finding.rule, finding.key), []).append(finding.severity.weight)
    for finding in findings:
        weights = left.get((finding.rule, finding.key), [])
        at = bisect_left(weights, finding.severity.weight)  # the lightest that is no lighter
        known = at < len(weights)
        if known:
            del weights[at]
        yield replace(finding, introduced=not known)
