"""What people on a pull request say of its specs, which the hearings are put together from."""

from dataclasses import replace

from bot.model.finding import Finding, Severity
from bot.model.heard import Ahead, Answer, Exempted, Restated
from bot.model.hearing import HeardSpec, OpenQuestion
from bot.model.stage import Stage
from bot.model.standing import Approvals, Ended, Request, Standing, Voice, Way
from tests.render.hearing_parts import FINE, FOLDER, HEAD, IMAGES, MAY_WE, WHO_PAYS, asks, finding

ASKED = Request("accepted", "carol", "2026-11-20T10:00:00Z", Way.LABEL)
TYPED = replace(ASKED, by="bob", way=Way.COMMAND)
GATES = replace(
    ASKED,
    refusal="it may be “accepted” once no question is open (line 45) and "
    "1 of @acme/architects approves this very text",
    is_waiting=True,
)
JOINED = Ended("accepted", "carol", f"{FOLDER}/006-print-labels.md")
RIGHT = replace(
    ASKED,
    by="mallory",
    refusal="it takes write access to ask for a status: ask somebody who has it to set the label",
)
LINE = "- **Status:** Accepted"
OFFERED = Restated("Accepted", 3, LINE, is_offered=True)
WRITTEN = Restated("Accepted", 3, LINE)
BY_HAND = Restated("Accepted", 3, None)

PARTLY = Approvals(
    Stage.APPROVED,
    2,
    ("@acme/architects", "dave"),
    (
        Voice("bob"),
        Voice("carol", "is the author"),
        Voice("dave", "approved an earlier text: “Data model” was changed since", ("Data model",)),
        Voice("dora", "may belong to @acme/architects, which this token may not look up"),
    ),
    ("eve",),
    ("@acme/architects",),
    word="accepted",
)
STUCK = Approvals(
    Stage.APPROVED,
    2,
    ("bob", "@carol"),
    (Voice("bob"), Voice("carol", "is the author")),
    spent=("bob", "@carol"),
    beyond=1,
    word="accepted",
)
AGREED = Approvals(
    Stage.APPROVED, 2, ("@acme/architects",), (Voice("bob"), Voice("dave")), word="accepted"
)
NOBODY_YET = Approvals(Stage.BUILDING, 1, word="implementing")


def lapsed(path: str = IMAGES) -> Finding:
    return finding(
        "edited-after-approval",
        3,
        "“Data model” was changed after the approval, and eve wants changes",
        "have it approved again, for example by dave, with a review or the comment "
        "`/spec approve`, or set the status back",
        section="Data model",
        path=path,
    )


def unapproved(path: str = IMAGES, severity: Severity = Severity.ERROR) -> Finding:
    return finding(
        "missing-approval",
        3,
        "1 approval is missing for “implementing”",
        "it may be given by anybody but the author, with a review, or the comment `/spec approve`",
        severity,
        path=path,
    )


def out_of_reach() -> Finding:
    return finding(
        "missing-approval",
        3,
        "1 approval is missing for “accepted”: carol is the author",
        "nobody is left who could approve: name others in `approvals` of the configuration or in "
        "CODEOWNERS",
        path=IMAGES,
    )


def pending(request: Request, path: str = IMAGES) -> Finding:
    said = "and it was refused" if request.refusal else "and the document does not say so yet"
    return finding(
        "status-label",
        3,
        f"@{request.by} asked for “Accepted” with a label, {said}",
        request.refusal or "set the status in the document to “Accepted”: the label follows it",
        Severity.NOTE,
        path=path,
    )


def in_review(*found: Finding, **more: object) -> HeardSpec:
    """Give a spec that is in review, and has nothing to mend but what is named."""
    report = replace(FINE.report, status="review", stage=Stage.REVIEWING, findings=found)
    return replace(FINE, report=report, status_before="review", **more)  # type: ignore[arg-type]


def accepted(approvals: Approvals, *found: Finding) -> HeardSpec:
    """Give one that the pull request makes accepted."""
    report = replace(FINE.report, findings=found)
    return replace(FINE, report=report, standing=Standing((approvals,)))


QUESTIONS = tuple(
    replace(asks(text, at), path=IMAGES) for at, text in ((45, WHO_PAYS), (46, MAY_WE))
)
TO_COME = (*QUESTIONS, unapproved())
HALFWAY = in_review(
    *QUESTIONS,
    questions=(OpenQuestion(WHO_PAYS, 45, HEAD[:12]), OpenQuestion(MAY_WE, 46, HEAD[:12])),
    ahead=Ahead(
        Stage.APPROVED,
        (
            ("no question is open", QUESTIONS),
            ("1 of @acme/architects approves this very text", (unapproved(),)),
        ),
        ("accepted",),
    ),
)
ALMOST = in_review(
    ahead=Ahead(
        Stage.APPROVED, (("bob approves this very text", (unapproved(),)),), ("accepted", "agreed")
    )
)
READY = in_review(ahead=Ahead(Stage.APPROVED, (), ("accepted",)))

HELP = Answer(31, "bob", "/spec help", shows="help")
PLAN = Answer(32, "bob", "/spec plan", shows="plan")
DONE_SO = Answer(33, "dave", "/spec approve")
NOT_DONE = Answer(
    34,
    "mallory",
    '/spec waive missing-section "Costs": we never have any',
    "it takes write access to waive a rule: ask somebody who has it to do so",
)
EXEMPTED = (
    Exempted("bob", "missing-section", "Costs", "nothing is bought for it", 1),
    Exempted("dave", "placeholder", None, "the brackets are our notation", 3),
    Exempted("dave", "section-order", "Goals", "they come first in this team", 0),
)
