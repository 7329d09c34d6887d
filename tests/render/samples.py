"""Reports that the tests of the formats share: an ordinary one, its parts, and hostile ones."""

from bot.model.document import Field, Waiver
from bot.model.finding import Finding, Severity
from bot.model.report import Report, SectionReport, SpecReport
from bot.model.spec import Item, Question, Reference, State, Waived
from bot.model.stage import Stage

LOGIN = "docs/specs/CHRONO-003-login.md"
SEARCH = "docs/specs/CHRONO-004-search.md"
BROKEN = "docs/specs/notes.md"

SOURCE = {
    LOGIN: (
        "# CHRONO-003: Login",
        "",
        "- **Status:** Drafty",
        "",
        "## Goals",
        "",
        "- <goal 1>",
        "\t- 日本語 <goal 2> and {{NAME}}",
    )
}


def source(path: str) -> tuple[str, ...]:
    """Give the lines of a sample document."""
    return SOURCE.get(path, ())


def finding(
    rule: str = "missing-section",
    severity: Severity = Severity.ERROR,
    line: int = 7,
    message: str = "section “Data Flow” is missing",
    **more: object,
) -> Finding:
    """Make a finding of the login spec."""
    values = {"path": LOGIN, "help": "add “## Data Flow” here", **more}
    return Finding(rule=rule, severity=severity, line=line, message=message, **values)  # type: ignore[arg-type]


def section(title: str, state: State, line: int | None, level: int = 2) -> SectionReport:
    """Make a required section."""
    path = ("Design", title)[3 - level :]
    return SectionReport(title, path, level, line, required=True, state=state.value)


def spec(path: str = SEARCH, **more: object) -> SpecReport:
    """Make a spec with nothing to say about it."""
    values: dict[str, object] = {
        "template": "feature-spec",
        "affinity": 1.0,
        "id": "CHRONO-004",
        "title": "Search",
        "status": "approved",
        "stage": Stage.APPROVED,
        "sections": (section("Goals", State.PRESENT, 5), section("Risks", State.PRESENT, 9)),
        "filled": 2,
        "required": 2,
        **more,
    }
    return SpecReport(path=path, **values)  # type: ignore[arg-type]


FINDINGS = (
    finding(key="Data Flow", section="Data Flow", introduced=True),
    finding(
        "placeholder",
        line=8,
        message="“<goal 2>”, “{{NAME}}” are placeholders of the template",
        help="replace them by what they ask for",
        section="Goals",
        introduced=True,
    ),
    finding(
        "unknown-status",
        line=3,
        message="status “Drafty” is not in the vocabulary",
        help="did you mean “Draft”?\nthe vocabulary: Draft, Accepted, Done",
    ),
    finding(
        "empty-section",
        Severity.WARNING,
        9,
        "section “Risks” is empty",
        help="write it, or “N/A” with the reason",
        section="Risks",
    ),
    finding(
        "open-question",
        Severity.NOTE,
        12,
        "question is open: “Which clock?”",
        help="answer it: tick it, strike it through, or log the decision",
        introduced=False,
    ),
)

LOGIN_SPEC = spec(
    LOGIN,
    affinity=0.9333,
    id="CHRONO-003",
    title="CHRONO-003: Login",
    status="draft",
    stage=Stage.DRAFTING,
    fields=(Field("Status", "Drafty", 3, "bullet"),),
    sections=(
        SectionReport("Design", ("Design",), 2, 4, required=False, state="present"),
        section("Goals", State.PLACEHOLDER, 5, 3),
        section("Data Flow", State.MISSING, None, 3),
        section("Risks", State.EMPTY, 9),
        section("Rollout", State.NOT_APPLICABLE, 10),
        section("Security", State.UNTOUCHED, 11),
    ),
    questions=(Question("Which clock?", 12, resolved=False), Question("Who?", 13, resolved=True)),
    items=(
        Item("Build it", 14, done=False, phase="Phase 1", kind="work", issue=None),
        Item("Ship it", 15, done=True, phase=None, kind="gate", issue=12),
    ),
    references=(Reference("requires", "CHRONO-002", 16),),
    findings=FINDINGS,
    waivers=(
        Waived(Waiver("missing-section", "Database Schema", "no storage", 2), 1),
        Waived(Waiver("file-name", None, "older than the rule", 4), 0),
    ),
    filled=1,
    required=5,
)
UNREADABLE = SpecReport(
    BROKEN,
    None,
    0.0,
    None,
    None,
    None,
    None,
    findings=(
        finding(
            "unreadable",
            line=1,
            message="not UTF-8 at byte 17",
            path=BROKEN,
            help="save it as UTF-8",
        ),
    ),
)
REPORT = Report((LOGIN_SPEC, spec(), UNREADABLE))
EMPTY = Report(())
FINE = Report((spec(), spec("docs/specs/CHRONO-005-map.md", id="CHRONO-005", title="Map")))
