"""One document → its report: held against the schema, judged, told apart from what was before."""

from dataclasses import replace

from bot.app.asked import Asked, Earlier
from bot.app.parsed import parsed_or_none
from bot.app.seat import Seat
from bot.lifecycle.gates import brought
from bot.markdown.decode import Unreadable
from bot.model.document import Document
from bot.model.finding import Finding, Problem
from bot.model.policy import Policy
from bot.model.report import SectionReport, SpecReport
from bot.model.schema import Schema, Tier
from bot.model.spec import Spec, State, Waived
from bot.rules import unreadable
from bot.rules.judge import introduced, judge, weighed
from bot.schema.read import read_spec
from bot.schema.references import read_references

_LOOSE = ("plain", "loose")  # shapes in which prose may look like a field
_NO_SEAT = Seat()
_FILLED = (State.PRESENT, State.NOT_APPLICABLE)


def assess(
    document: Document,
    path: str,
    schema: Schema,
    policy: Policy,
    asked: Asked | None = None,
    *,
    full: bool = True,
) -> SpecReport:
    """Judge one document, and against its earlier version if there is one."""
    earlier, seat = (asked.earlier, asked.seat or _NO_SEAT) if asked else (None, _NO_SEAT)
    before = _before(earlier, schema, policy)
    before = before and seat.seated_before(before)
    spec = seat.seated(read_spec(document, schema, path, policy.stages))
    findings, waived = judge(spec, policy, before, seat.standing)
    if earlier:
        known = judge(before, policy)[0] if before else ()
        findings = tuple(brought(introduced(findings, known), spec, before))
    return report_of(spec, findings, waived) if full else brief_of(spec, findings, waived)


def unreadable_report(path: str, template: str | None, findings: tuple[Finding, ...]) -> SpecReport:
    """Report a document of which nothing else can be said."""
    return SpecReport(path, template, 0.0, None, None, None, None, findings=findings)


def unreadable_finding(
    error: Unreadable, path: str, policy: Policy, earlier: Earlier | None = None
) -> tuple[Finding, ...]:
    """Say why a document cannot be read; that it could not be read before either, is known."""
    problem = Problem(error.line, error.message, error.help, key="unreadable")
    finding = weighed(unreadable.RULE, problem, path, None, policy)
    if finding is None:
        return ()
    if earlier is None:
        return (finding,)
    known = earlier.data is not None and parsed_or_none(earlier.data, policy.size_cap) is None
    return tuple(introduced((finding,), (finding,) if known else ()))


def _before(earlier: Earlier | None, schema: Schema, policy: Policy) -> Spec | None:
    if earlier is None or earlier.data is None:
        return None
    document = parsed_or_none(earlier.data, policy.size_cap)
    return read_spec(document, schema, earlier.path, policy.stages) if document else None


def brief_of(spec: Spec, findings: tuple[Finding, ...], waived: tuple[Waived, ...]) -> SpecReport:
    """Put into the report's form what every format shows of a spec."""
    required = [s for s in spec.sections if s.schema.tier is Tier.REQUIRED]
    return SpecReport(
        path=spec.path,
        template=spec.schema.name,
        affinity=spec.affinity,
        id=spec.id,
        title=spec.title,
        status=spec.status,
        stage=spec.stage,
        findings=findings,
        waivers=waived,
        filled=sum(s.state in _FILLED for s in required),
        required=len(required),
    )


def report_of(spec: Spec, findings: tuple[Finding, ...], waived: tuple[Waived, ...]) -> SpecReport:
    """Put into the report's form all that is known of a spec."""
    sections = [s for s in spec.sections if not s.schema.label]
    return replace(
        brief_of(spec, findings, waived),
        fields=tuple(
            f for f in spec.document.fields if f.shape not in _LOOSE or _is_known(spec, f.line)
        ),
        sections=tuple(
            SectionReport(
                title=s.title,
                path=(*s.schema.path[:-1], s.title),
                level=s.found.level if s.found else s.schema.level,
                line=s.line,
                required=s.schema.tier is Tier.REQUIRED,
                state=s.state.value,
            )
            for s in sorted(sections, key=lambda s: _place(spec, s.schema.index, s.line))
        ),
        questions=spec.questions,
        items=spec.items,
        references=read_references(spec.document, spec.schema, spec.id),
    )


def _is_known(spec: Spec, line: int) -> bool:
    return any(f.found and f.found.line == line for f in spec.fields)


def _place(spec: Spec, index: int, line: int | None) -> int:
    """Give where a section stands; a missing one comes after what precedes it in the template."""
    if line is not None:
        return line
    before = [s.line for s in spec.sections if s.schema.index < index and s.line is not None]
    return max(before, default=0)
