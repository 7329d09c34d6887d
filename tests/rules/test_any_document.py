"""What holds of every finding, whatever the document says."""

from hypothesis import given
from hypothesis import strategies as st

from bot.markdown.parse import parse
from bot.model.finding import Severity
from bot.model.spec import Spec
from bot.rules.judge import introduced, judge
from bot.schema.read import read_spec
from tests.rules.judging import policy_of, schema_of
from tests.searching import times_as_many

TEMPLATE = """
    # SPEC-XXX: [Name]

    Copy this file to `docs/SPEC-XXX-title.md`.

    - **Status:** Draft | Accepted | Done | Moved
    - **Updated:** YYYY-MM-DD
    - **Weight:** Low | High

    ## Context

    Why is this needed? It concerns [team].

    ### Today

    What happens?

    ## Plan (recommended)

    ### Phase 1: [Name]

    - [ ] [Task]

    ## Open questions

    - [ ] [Question]

    ## Decision log

    - [Date]: [Decision]

    ## Acceptance criteria

    - [ ] [Criterion]
"""
CONFIG = "status: {transitions: {Draft: [Accepted], Accepted: []}}"
FRAGMENTS = [
    "", "# SPEC-003: x", "# SPEC-XXX: [Name]", "# Title", "## Context", "## CONTEXT", "## Kontext",
    "### Today", "## Plan", "### Phase 2: \x1b[2Jy", "## Open questions", "## Decision log",
    "## Acceptance criteria", "# Context", "Text.", "[team]", "YYYY-MM-DD", "TBD", "N/A: so",
    "- **Status:** Draft", "- **Status:** Done, at last", "- **Status:** Drafd", "status: Moved",
    "- **Status:** Draft | Accepted | Done | Moved", "- **Updated:** 2026-02-30", "- **Updated:**",
    "- **Weight:** Hihg", "- **Wieght:** Low", "---", "```", "<!--", "-->", "**Decision log**:",
    "- [ ] Which clock decides?", "- [x] Which clock decides?", "- ~~Whose?~~", "- The clock.",
    "<!-- steward: waive placeholder: so -->", "<!-- steward: waive misspelt: so -->",
    '<!-- steward: waive missing-section "Today": so -->', "<!-- steward: waive open-gate -->",
]  # fmt: skip
SCHEMA = schema_of(TEMPLATE)
POLICY = policy_of(CONFIG)
TEXTS = st.lists(st.sampled_from(FRAGMENTS), max_size=25).map("\n".join)


def spec_of(text: str) -> Spec:
    return read_spec(parse(text.encode()), SCHEMA, "docs/SPEC-012-x.md", POLICY.stages)


@times_as_many(3)
@given(TEXTS, TEXTS)
def test_every_finding_can_be_shown_and_acted_on(text: str, earlier: str) -> None:
    spec, before = spec_of(text), spec_of(earlier)
    findings, waived = judge(spec, POLICY, before)
    titles = {section.title for section in SCHEMA.sections} | {None}
    for finding in findings:
        assert 1 <= finding.line <= len(spec.document.lines)
        assert finding.message.isprintable()
        assert finding.help.isprintable()
        assert 0 < len(finding.message) <= 250
        assert 0 < len(finding.help) <= 400
        assert finding.severity is not Severity.OFF
        assert finding.section in titles
        assert finding.path == spec.path
    assert [finding.line for finding in findings] == sorted(finding.line for finding in findings)
    assert judge(spec_of(text), POLICY, before) == (findings, waived)
    base = judge(before, POLICY)[0]
    fresh = sum(finding.introduced is True for finding in introduced(findings, base))
    assert len(findings) - len(base) <= fresh <= len(findings)
    assert not any(finding.introduced for finding in introduced(findings, findings))


@given(TEXTS)
def test_no_two_findings_say_the_same_of_a_line(text: str) -> None:
    told = [(f.rule, f.line, f.message) for f in judge(spec_of(text), POLICY)[0]]
    several = {"invalid-waiver"}  # of waivers that stand in one line
    assert [one for one in told if told.count(one) > 1 and one[0] not in several] == []
