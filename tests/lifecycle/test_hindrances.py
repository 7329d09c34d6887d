"""What is lacking, as the end of a sentence."""

from dataclasses import replace

import pytest

from bot.lifecycle.hindrances import detour, hindrances, shut
from bot.model.finding import Finding, Severity
from bot.model.stage import Stage
from bot.model.standing import Approvals, Standing, Voice

BOB, TEAM = ("@bob",), ("@bob", "@acme/owners")


def found(rule: str, *lines: int, severity: Severity = Severity.ERROR) -> list[Finding]:
    return [Finding(rule, severity, "a.md", line, "m", "h") for line in lines]


def needed(*approvals: Approvals) -> str:
    findings = found("missing-approval", 3)
    return hindrances(findings, Stage.APPROVED, Standing(approvals))


def approvals(
    wanted: tuple[str, ...] = BOB, minimum: int = 1, *voices: Voice, vetoes: tuple[str, ...] = ()
) -> Approvals:
    return Approvals(Stage.APPROVED, minimum, wanted, voices, vetoes)


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        ((4,), "no question is open (line 4)"),
        ((9, 4, 4), "no question is open (lines 4 and 9)"),
        ((1, 2, 3), "no question is open (lines 1, 2 and 3)"),
        ((4, 3, 2, 1), "no question is open (4 places, the first at line 1)"),
        ((), ""),
    ],
)
def test_lines_are_named_as_far_as_they_help(lines: tuple[int, ...], said: str) -> None:
    assert hindrances(found("open-question", *lines), Stage.APPROVED, Standing()) == said


def test_a_finding_that_speaks_for_many_lines_counts_as_these() -> None:
    findings = [replace(each, lines=(26, 27, 28, 31)) for each in found("open-work", 26)]
    said = "each item of work is ticked (4 places, the first at line 26)"
    assert hindrances(findings, Stage.DONE, Standing()) == said


def test_gates_of_later_stages_and_warnings_are_no_matter() -> None:
    findings = [*found("open-gate", 4), *found("open-question", 4, severity=Severity.WARNING)]
    assert hindrances(findings, Stage.APPROVED, Standing()) == ""


def test_several_gates_are_one_sentence() -> None:
    findings = [*found("missing-section", 2), *found("placeholder", 3), *found("open-question", 4)]
    assert hindrances(findings, Stage.APPROVED, Standing()) == (
        "each required section is there, and written (line 2), no placeholder of the template is "
        "left (line 3) and no question is open (line 4)"
    )


def test_a_transition_that_is_not_listed() -> None:
    help_ = "from “draft” it goes to “review”; if this is meant, add it to the transitions"
    finding = Finding("illegal-transition", Severity.ERROR, "a.md", 3, "m", help_)
    assert hindrances([finding], Stage.DONE, Standing()) == ""
    assert detour([finding]) == "from “draft” it goes to “review”"
    assert detour([replace(finding, severity=Severity.WARNING)]) == ""
    assert detour(found("open-question", 4)) == ""


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (approvals(), "bob approves this very text"),
        (approvals(TEAM), "1 of bob and @acme/owners approves this very text"),
        (approvals(("@acme/owners",)), "1 of @acme/owners approves this very text"),
        (approvals((), 2), "2 of those with write access approve this very text"),
        (
            replace(approvals(TEAM, 2, Voice("bob")), spent=("@bob",)),
            "1 more of @acme/owners approves this very text",
        ),
        (approvals(("bob", "acme/owners"), 2), "2 of bob and @acme/owners approve this very text"),
        (approvals(("bob", "@carol"), 2), "bob and carol approve this very text"),
        (
            approvals(("role:maintain", "codeowners"), 2),
            "2 of those with the role maintain and the code owners approve this very text",
        ),
        (
            replace(approvals(BOB, 1), spent=BOB, beyond=1),
            (
                "others are named who may approve, in `approvals` of the configuration or in "
                "CODEOWNERS (nobody is left who could)"
            ),
        ),
        (
            replace(approvals(("@bob", "ann"), 2), spent=("ann",), beyond=1),
            (
                "bob approves this very text and others are named who may approve, in `approvals` "
                "of the configuration or in CODEOWNERS (too few are left who could)"
            ),
        ),
        (
            replace(approvals(TEAM), unknown=("@acme/owners",)),
            (
                "1 of bob and @acme/owners approves this very text (this token may not look up "
                "@acme/owners: give the Action an App's token with `members: read`, or name people "
                "in the configuration)"
            ),
        ),
        (
            approvals(BOB, 1, Voice("bob", "approved an earlier text", ("Goals",))),
            "bob approves this very text, since “Goals” was changed",
        ),
        (approvals(BOB, 1, Voice("bob"), vetoes=("eve",)), "eve no longer wants changes"),
        (
            approvals(BOB, 1, Voice("bob"), vetoes=("a", "b", "c", "d")),
            "a, b, c and 1 more no longer want changes",
        ),
    ],
)
def test_whose_approval_it_takes(given: Approvals, said: str) -> None:
    assert needed(given) == said


def test_what_was_changed_since_the_base_is_named() -> None:
    standing = Standing((approvals(),), edited=("Goals", "Plan"))
    assert hindrances(found("edited-after-approval", 3), Stage.APPROVED, standing) == (
        "bob approves this very text, since “Goals” was changed"
    )


def test_approvals_that_nobody_can_tell_of() -> None:
    assert needed() == "enough people approve of this very text (line 3)"


def test_gates_are_told_by_what_they_want() -> None:
    findings = [*found("open-question", 4), *found("missing-approval", 3)]
    objected = approvals(BOB, 1, vetoes=("eve",))
    questions, agreed = shut(findings, Stage.APPROVED, Standing((objected, objected)))
    assert questions == ("no question is open", tuple(findings[:1]))
    assert agreed[0] == "bob approves this very text, and eve no longer wants changes"
    unknown = shut(findings[1:], Stage.APPROVED, Standing())
    assert [wants for wants, _ in unknown] == ["enough people approve of this very text"]
