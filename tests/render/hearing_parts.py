"""Findings and specs of a small pull request, which the hearings are put together from."""

from dataclasses import replace

from bot.model.change import ChangeKind
from bot.model.finding import Finding, Severity
from bot.model.hearing import HeardSpec, OpenQuestion, Skeleton
from bot.model.pull import Person, Pull, PullStage
from bot.model.report import SpecReport
from bot.model.stage import Stage
from bot.render.comment.address import Address

ADDRESS = Address("https://github.example", "parcel/app")
HEAD = "0a4f3e19c2d57b86e0913fa2c4d5b7e8f6a1920c"
EARLIER = "7c11d90b3f2e48a5d6c7b8e9fa0b1c2d3e4f5a6b"
FIRST = "51e8a0c4d2f39b7a6c5d4e3f2a1b0c9d8e7f6a5b"
FOLDER = "docs/tech-spec"
TEXT = f"{FOLDER}/002-notify-by-text-message.md"
IMAGES = f"{FOLDER}/003-move-images-to-object-storage.md"
RETRY = f"{FOLDER}/004-retry-carrier-calls.md"

PULL = Pull(
    number=7,
    title="Specs for the winter",
    url="https://github.example/parcel/app/pull/7",
    author=Person("octavia"),
    stage=PullStage.OPEN,
    is_draft=False,
    base_branch="main",
    base="b" * 40,
    head_branch="winter",
    head=HEAD,
    head_repository="parcel/app",
    is_fork=False,
)


def finding(  # a finding has that many parts
    rule: str,
    line: int,
    message: str,
    help_: str,
    severity: Severity = Severity.ERROR,
    **more: object,
) -> Finding:
    values: dict[str, object] = {"path": TEXT, "introduced": True, "key": message, **more}
    return Finding(rule, severity, line=line, message=message, help=help_, **values)  # type: ignore[arg-type]


def missing(section: str, line: int, path: str = TEXT) -> Finding:
    return finding(
        "missing-section",
        line,
        f"section “{section}” is missing",
        f"add “## {section}” here, if only with “N/A” and the reason",
        section=section,
        path=path,
    )


def fields_missing(count: int) -> tuple[Finding, ...]:
    names = ("Owner", "Reviewers", "Date", "Area", "Cost", "Risk")[:count]
    return tuple(
        finding(
            "missing-field",
            2,
            f"field “{name}” is missing",
            f"add it as the template has it: “- **{name}:** <name>”",
        )
        for name in names
    )


def asks(text: str, line: int, severity: Severity = Severity.NOTE) -> Finding:
    return finding(
        "open-question",
        line,
        f"question is open: “{text}”",
        "once it is answered: tick it, strike it through, or log the decision",
        severity,
    )


WHO_PAYS = "Who pays for messages beyond the monthly limit, the merchant or us?"
MAY_WE = "May we text a recipient who gave the number to the merchant only?"

REPORT = SpecReport(
    path=TEXT,
    template="tech-spec",
    affinity=1.0,
    id="002",
    title="Notify by text message",
    status="draft",
    stage=Stage.DRAFTING,
    findings=(
        finding(
            "placeholder",
            14,
            "“<goal 2: an outcome, and its measure>” is a placeholder of the template",
            "replace it with your own words, or remove the line",
            section="Goals",
        ),
        finding(
            "untouched-section",
            16,
            "section “Non-goals” still holds the template's own text",
            "replace it with your own, or with “N/A” and the reason",
            section="Non-goals",
        ),
        missing("Failure modes", 27),
        finding(
            "placeholder",
            37,
            "“<a change that users notice>” is a placeholder of the template",
            "replace it with your own words, or remove the line",
            section="Implementation plan",
        ),
        missing("Acceptance criteria", 39),
        asks(WHO_PAYS, 45),
        asks(MAY_WE, 46),
    ),
    filled=6,
    required=10,
)
NEW = HeardSpec(
    REPORT,
    ChangeKind.ADDED,
    skeletons=(
        Skeleton(
            "Failure modes", 27, "## Failure modes\n\n- <what can fail>: <how it is noticed>\n"
        ),
        Skeleton("Acceptance criteria", 39, "## Acceptance criteria\n\n- [ ] <an observation>\n"),
    ),
    questions=(OpenQuestion(WHO_PAYS, 45, HEAD[:12]), OpenQuestion(MAY_WE, 46, HEAD[:12])),
)
FINE = HeardSpec(
    replace(
        REPORT,
        path=IMAGES,
        id="003",
        title="Move images to object storage",
        status="accepted",
        stage=Stage.APPROVED,
        findings=(),
        filled=10,
    ),
    ChangeKind.MODIFIED,
    status_before="draft",
)
CLEAN = replace(REPORT, findings=(), filled=10)
GATE = finding(
    "open-gate",
    50,
    "gate is open in a spec that is “done”: “The alert has reached on-call once”",
    "tick it once it holds, strike it through where it does not apply, or set the status back",
    path=RETRY,
)
ORDER = finding(
    "section-order",
    31,
    "section “Failure modes” belongs after “Design”",
    "move it there, to follow the order of the template",
    Severity.WARNING,
    section="Failure modes",
    path=RETRY,
)
UNKNOWN = finding(
    "unknown-status",
    3,
    "status “shiped” is not one of the template's",
    "did you mean “shipped”?",
)
TOO_LONG = finding(
    "unreadable",
    1,
    "the file is over 1,000,000 bytes long",
    "split it, or raise limits.size",
)
OFF_TEMPLATE = finding(
    "off-template",
    1,
    "only 2 of the 7 sections that template “tech-spec” asks for are here",
    "add “Goals”, “Design”; or name another template for this path in the configuration",
)
OLD = finding(
    "missing-field",
    3,
    "field “Owner” is missing",
    "add it as the template has it: “- **Owner:** <team>”",
    path=RETRY,
    introduced=False,
)
DONE = HeardSpec(
    replace(
        REPORT,
        path=RETRY,
        id="004",
        title="Retry carrier calls",
        status="done",
        stage=Stage.DONE,
        findings=(OLD, ORDER, GATE),
        filled=10,
    ),
    ChangeKind.MODIFIED,
    status_before="implementing",
)
