"""What is to be done is said in plain words, to whom it is said, and once."""

import re
from dataclasses import replace

import pytest

from bot.model.change import ChangeKind
from bot.model.finding import Finding, Severity
from bot.model.hearing import HeardSpec, Hearing, OpenQuestion, OwnRules, Since
from bot.model.pull import PullStage
from bot.model.report import Report
from bot.model.stage import Stage
from bot.render.comment.address import Links
from bot.render.comment.comment import render_comment
from bot.render.comment.graph import graph
from bot.render.comment.names import Name, Names
from bot.render.comment.phrases import clipped, some
from bot.render.comment.tasks import Naming, steps_for
from bot.render.tally import name
from bot.rules.catalogue import RULES
from tests.render.hearing_parts import (
    ADDRESS,
    DONE,
    FINE,
    GATE,
    NEW,
    OFF_TEMPLATE,
    OLD,
    PULL,
    REPORT,
    TOO_LONG,
    UNKNOWN,
    asks,
    fields_missing,
    finding,
    missing,
)
from tests.render.hearings import FULL, HEARINGS

NOWHERE = Links(None, "")


def said(*findings: Finding, named: bool = True, names: Names | None = None) -> list[str]:
    naming = Naming(NOWHERE, names or Names(), is_apart=names is not None, is_off=not named)
    steps = steps_for(findings, naming)
    return [
        " ".join(
            filter(
                None,
                [
                    step.say,
                    *(each.text for each in step.targets),
                    step.tail,
                    f": {step.why}" if step.why else "",
                    "?" * step.is_advice,
                ],
            )
        )
        for step in steps
    ]


PEOPLES = {"status-label", "missing-approval", "edited-after-approval"}
AUTHORS = [rule.slug for rule in RULES if rule.slug not in PEOPLES]


@pytest.mark.parametrize("rule", AUTHORS)
def test_each_rule_has_words_of_its_own(rule: str) -> None:
    one = finding(rule, 3, "m", "h", section="Goals")
    for step in (*said(one), *said(one, named=False), *said(one, one, named=False)):
        assert "See to" not in step
        assert "{" not in step


@pytest.mark.parametrize(
    ("findings", "expected"),
    [
        ((missing("A", 3),), ["Add the missing section “A”"]),
        ((missing("A", 3), missing("B", 3)), ["Add the missing sections “A” “B”"]),
        (
            tuple(missing(each, 3) for each in "ABCD"),
            ["Add the missing sections “A” “B” “C” 1 more"],
        ),
        ((GATE,), ["Tick the gate in line 50 or set the status back"]),
        ((finding("new-rule", 9, "m", "h"),), ["See to line 9"]),
        ((finding("empty-section", 9, "m", "h"),), ["Write the section at line 9"]),
        (
            (finding("off-template", 9, "m", "h", path="a/b.md"),),
            ["Follow the template in b.md : h"],
        ),
        ((finding("placeholder", 9, "m", "h", Severity.NOTE),), []),
        (
            (finding("placeholder", 9, "m", "h", Severity.WARNING), missing("A", 3)),
            ["Add the missing section “A”", "Replace the template's placeholders in line 9 ?"],
        ),
    ],
)
def test_steps_are_named_where_they_are_few(
    findings: tuple[Finding, ...], expected: list[str]
) -> None:
    assert said(*findings) == expected


def test_of_several_specs_each_target_names_its_own() -> None:
    here, there = missing("A", 3, "a.md"), missing("A", 3, "b.md")
    names = Names({"a.md": Name("001 One", id="001"), "b.md": Name("Two")})
    assert said(here, there, names=names) == ["Add the missing sections “A” (001) “A” (“Two”)"]
    assert said(here, names=names) == ["Add the missing section “A” of 001"]
    gate = replace(GATE, path="b.md")
    assert said(gate, names=names) == ["Tick the gate in line 50 of “Two” or set the status back"]


@pytest.mark.parametrize(
    ("findings", "expected", "counted"),
    [
        (
            fields_missing(5),
            "Fill in the missing fields “Owner” “Reviewers” “Date” 2 more",
            "Fill in 5 missing fields",
        ),
        (fields_missing(1), "Fill in the missing field “Owner”", "Fill in 1 missing field"),
        (
            (finding("missing-field", 3, "m", "h"),) * 2,
            "Fill in the missing fields at line 3, 2 times",
            "Fill in 2 missing fields",
        ),
        (
            (*(missing("A", 3),) * 3, *(missing(each, 3) for each in "BCDE")),
            "Add the missing sections “A”, 3 times “B” “C” 2 more",
            "Add 7 missing sections",
        ),
        (
            tuple(finding("placeholder", line, "m", "h") for line in (3, 3, 4, 5, 6, 7)),
            "Replace the template's placeholders in line 3 line 4 line 5 2 more lines",
            "Replace the template's placeholders in 5 lines",
        ),
        (
            (finding("open-work", 26, "m", "h", lines=tuple(range(26, 36))),),
            "Tick the work in line 26 line 27 line 28 7 more lines or set the status back",
            "Tick 10 work items",
        ),
        ((GATE, GATE), "Tick the gates in line 50 or set the status back", "Tick 2 gates"),
        (
            tuple(finding("placeholder", line, "m", "h") for line in (3, 4, 5, 6)),
            "Replace the template's placeholders in line 3 line 4 line 5 1 more line",
            "Replace the template's placeholders in 4 lines",
        ),
    ],
)
def test_findings_are_counted_whatever_lines_they_share(
    findings: tuple[Finding, ...], expected: str, counted: str
) -> None:
    assert said(*findings) == [expected]
    assert said(*findings, named=False)[0].startswith(counted)


@pytest.mark.parametrize("rule", AUTHORS)
def test_many_findings_at_one_line_are_as_many(rule: str) -> None:
    same = [finding(rule, 3, f"“m{at}”", "h", section=f"S{at}") for at in range(5)]
    (step,) = said(*same)
    (counted,) = said(*same, named=False)
    number = re.search(r"\d", counted)
    assert number
    is_place = rule in {"placeholder", "unreadable", "off-template", "file-name"}
    assert number[0] == ("1" if is_place or "status" in rule or "trans" in rule else "5")
    assert ("2 more" in step) is ("“" in step and number[0] == "5")


def test_how_to_mend_is_said_where_a_name_says_nothing() -> None:
    assert said(TOO_LONG, UNKNOWN) == [
        "Make 002-notify-by-text-message.md readable : split it, or raise limits.size",
        "Put the status right in line 3 : did you mean “shipped”?",
    ]
    many = [replace(UNKNOWN, line=at, help=f"use {at}") for at in range(1, 6)]
    assert said(*many) == ["Put the status right in line 1 line 2 line 3 2 more lines"]
    unlike = [replace(TOO_LONG, path=f"{at}.md", help=f"mend {at}") for at in range(4)]
    assert said(*unlike) == [
        "Make 0.md 1.md 2.md 1 more readable : save as UTF-8, split, or raise limits.size"
    ]


def reviewed(*specs: HeardSpec) -> str:
    page = told(Hearing(PULL, specs, is_whole=False))  # or else it might be one line
    return page.partition("**To do for reviewers:**")[2].partition("\n\n")[0]


def test_nobody_decides_on_a_status_that_is_no_status() -> None:
    report = replace(FINE.report, status="shiped", findings=(UNKNOWN,))
    assert reviewed(replace(FINE, report=report)) == ""
    odd = replace(FINE.report, findings=(missing("A", 3, FINE.report.path),))
    assert "may go from draft to accepted" in reviewed(replace(FINE, report=odd))
    assert reviewed(FINE) == ""  # a line says so, and nobody has to look
    forbidden = finding("illegal-transition", 3, "m", "h")
    for severity, is_asked in ((Severity.ERROR, False), (Severity.NOTE, True)):
        found = (replace(forbidden, severity=severity),)
        again = replace(FINE, report=replace(FINE.report, findings=found))
        assert bool(reviewed(again)) is is_asked


def test_a_spec_that_is_closed_asks_nothing() -> None:
    quiet = replace(NEW, report=replace(REPORT, findings=(), stage=Stage.CLOSED))
    page = told(Hearing(PULL, (quiet,)))
    assert "Answer" not in page
    assert "Who pays" in page


@pytest.mark.parametrize("kind", [ChangeKind.RENAMED, ChangeKind.MODIFIED])
def test_old_questions_are_asked_where_the_spec_itself_changes(kind: ChangeKind) -> None:
    still = replace(
        FINE,
        kind=kind,
        old_path="a.md",
        status_before="accepted",
        questions=(OpenQuestion("Which clock?", 45, None),),
    )
    assert reviewed(still) == ""
    assert "Which clock?" in told(Hearing(PULL, (still,)))
    moved = replace(still, status_before="draft")
    fresh = replace(still, questions=(*still.questions, OpenQuestion("Who?", 46, "a" * 12)))
    gap = replace(still, report=replace(still.report, findings=(missing("A", 3),)))
    for each in (moved, fresh, gap):
        assert "“Which clock?”" in reviewed(each)


def test_many_are_named_first_and_counted_then() -> None:
    questions = tuple(OpenQuestion(f"Why {at}?", at, "a" * 12) for at in range(1, 7))
    page = reviewed(replace(NEW, questions=questions))
    assert "Answer the open questions [“Why 1?”](" in page
    assert re.search(r"\[“Why 3\?”\]\(\S+#L3\) and \[3 more\]\(\S+#L4\)", page)

    def moved(path: str, title: str) -> HeardSpec:
        report = replace(FINE.report, id=None, title=title, path=path)
        return replace(FINE, report=replace(report, findings=(missing("A", 3, path),)))

    several = tuple(moved(f"{at}.md", f"T{at}") for at in range(5))
    assert "Decide on the status changes of [“T0”](" in reviewed(*several)
    assert "and [2 more](" in reviewed(*several)


def test_a_spec_has_one_name_and_no_other_has_it() -> None:
    def spec(path: str, title: str | None, id_: str | None = None) -> HeardSpec:
        found = (missing("Goals", 3, path),)
        report = replace(FINE.report, path=path, title=title, id=id_, findings=found)
        return replace(FINE, report=report)

    names = Names.of(
        Hearing(
            PULL,
            (
                spec("a/x.md", "Tidy"),
                spec("a/y.md", "Tidy"),
                spec("a/z.md", "Alone"),
                spec("a/README.md", "Both"),
                spec("b/README.md", "Both"),
                spec("c/none.md", None),
                spec("d/none.md", None),
                spec("e/1.md", "One", "7"),
                spec("e/2.md", "Two", "7"),
                spec("e/3.md", "Three", "8"),
            ),
        )
    )
    assert [(name.alone, name.quoted, name.brief) for name in names.by_path.values()] == [
        ("Tidy (x.md)", "“Tidy” (x.md)", "“Tidy”, x.md"),
        ("Tidy (y.md)", "“Tidy” (y.md)", "“Tidy”, y.md"),
        ("Alone", "“Alone”", "“Alone”"),
        ("Both (a/README.md)", "“Both” (a/README.md)", "“Both”, a/README.md"),
        ("Both (b/README.md)", "“Both” (b/README.md)", "“Both”, b/README.md"),
        ("c/none.md", "c/none.md", "c/none.md"),
        ("d/none.md", "d/none.md", "d/none.md"),
        ("7 One", "“7 One”", "“7 One”"),
        ("7 Two", "“7 Two”", "“7 Two”"),
        ("8 Three", "“8 Three”", "8"),
    ]
    assert names["elsewhere/new.md"].quoted == "new.md"


@pytest.mark.parametrize(
    ("id_", "title", "expected"),
    [
        ("1", "Route 10 faster", "1 Route 10 faster"),
        ("10", "Route 10 faster", "Route 10 faster"),
        ("SPEC-1", "SPEC-1: Route", "SPEC-1: Route"),
        (None, "Route", "Route"),
        ("1", None, "1"),
    ],
)
def test_a_name_tells_the_id_once(id_: str | None, title: str | None, expected: str) -> None:
    assert name(replace(REPORT, id=id_, title=title)) == expected


def test_no_icon_stands_without_its_meaning() -> None:
    def left(*found: Finding) -> str:
        page = told(Hearing(PULL, (replace(FINE, report=replace(FINE.report, findings=found)),)))
        return next(line for line in page.split("\n") if "▰" in line).rpartition(" | ")[2]

    old = replace(OLD, path=FINE.report.path)
    gap = missing("A", 3, FINE.report.path)
    asked = replace(asks("Why?", 9), path=FINE.report.path, introduced=False)
    assert left(gap, asked, old) == "missing: A |"  # the headline has said: 1 error in 1 spec
    assert left(replace(gap, severity=Severity.NOTE)) == "1 note<br>missing: A |"
    known = replace(FINE.report, findings=(old, asked))
    page = told(Hearing(PULL, (replace(FINE, report=known), NEW)))
    assert "| nothing new to mend<br>1 older finding |" in page
    several = [replace(UNKNOWN, line=at) for at in range(4)]
    assert left(*several).endswith("<br>status to put right: 2 more |")
    assert left(replace(OFF_TEMPLATE, help="")) == "off the template |"
    two = (replace(FINE, report=replace(FINE.report, findings=(gap,))), NEW)
    assert "| 1 error<br>missing: A |" in told(Hearing(PULL, two))


def drawn(hearing: Hearing) -> str:
    return graph(hearing, Names.of(hearing))


def told(hearing: Hearing) -> str:
    return render_comment(hearing, ADDRESS)


def test_nobody_is_needed_to_address_the_author() -> None:
    assert "**To do for the author**:" in told(Hearing(replace(PULL, author=None), (NEW,)))
    assert "**To do for octavia**, the author:" in told(Hearing(PULL, (NEW,)))


def test_a_question_that_fails_is_the_authors_to_settle() -> None:
    report = replace(REPORT, findings=(asks("Which clock?", 45, Severity.ERROR),))
    questions = (OpenQuestion("Which clock?", 45, None),)
    page = told(Hearing(PULL, (replace(NEW, report=report, questions=questions),)))
    assert "- Settle the open question in [line 45]" in page
    assert "reviewers" not in page
    assert "- ❌ [line 45]" in page
    assert "· *open before this pull request*" in page


def test_what_is_closed_asks_nobody_for_anything() -> None:
    page = told(Hearing(replace(PULL, stage=PullStage.CLOSED), (NEW,)))
    assert "To do" not in page
    assert "erging" not in page
    merged = told(Hearing(replace(PULL, stage=PullStage.MERGED), (NEW,)))
    assert "**Left to mend**, in another pull request:" in merged
    assert "Merging added [“002 Notify by text message”]" in merged


def test_nothing_is_said_of_a_push_that_changed_nothing() -> None:
    quiet = replace(NEW, since=Since())
    assert "What changed" not in told(replace(Hearing(PULL, (quiet,)), seen="a" * 40))
    settled = replace(
        NEW, since=Since(mended=(asks("Which clock?", 45),), settled=("Why?", "Who?"))
    )
    page = told(Hearing(PULL, (settled,), seen="a" * 40))
    assert "What changed since <code>aaaaaaa</code>: 2 questions settled</summary>" in page


def test_rules_of_its_own_that_change_nothing_are_said_so() -> None:
    own = OwnRules(("docs/TEMPLATE.md",), Report((REPORT,)))
    page = told(Hearing(PULL, (NEW,), own_rules=own))
    assert "By the new rules there would be **the same findings**." in page
    assert "What the new rules" not in page
    harder = OwnRules(own.paths, Report((replace(REPORT, findings=(*REPORT.findings, GATE)),)))
    assert "**1 more finding**" in told(Hearing(PULL, (NEW,), own_rules=harder))


def test_a_status_that_appears_is_told() -> None:
    fresh = replace(FINE, status_before=None)
    assert "Merging makes [“003 Move images to object storage”]" in told(Hearing(PULL, (fresh,)))
    unstated = replace(FINE, report=replace(FINE.report, status=None), is_stated=False)
    assert told(Hearing(PULL, (unstated,))) == "✅ 1 spec, nothing to mend.\n"


def test_what_no_word_is_known_for_is_counted_in_the_table() -> None:
    found = (finding("new-rule", 9, "m", "h"), finding("new-rule", 9, "m", "h"))
    spec = replace(FINE, report=replace(FINE.report, findings=found))
    assert "| 2 other errors |" in told(Hearing(PULL, (spec,)))


def test_boxes_that_one_finding_speaks_for_are_all_counted_in_the_table() -> None:
    found = (finding("open-work", 26, "m", "h", lines=(26, 27, 28)),)
    spec = replace(FINE, report=replace(FINE.report, findings=found))
    assert "| 3 open work items |" in told(Hearing(PULL, (spec,)))


def test_a_rename_within_a_folder_names_the_file_alone() -> None:
    spec = replace(DONE, kind=ChangeKind.RENAMED, old_path="docs/tech-spec/x.md")
    assert "· renamed from x.md |" in told(Hearing(PULL, (spec,)))
    spec = replace(DONE, kind=ChangeKind.RENAMED, old_path="docs/x.md")
    assert "· renamed from docs/x.md |" in told(Hearing(PULL, (spec,)))


def test_a_graph_needs_two_specs_that_know_each_other() -> None:
    assert drawn(Hearing(PULL, (NEW, FINE))) == ""
    assert drawn(FULL).splitlines()[-2:] == ["  s0 -->|blocks| o0", "  s2 -->|requires| s0"]


def test_all_well_is_one_line() -> None:
    for case in ("all-well", "deleted", "skipped"):
        assert told(HEARINGS[case]()).count("\n") == 1


def test_long_names_end_at_a_word() -> None:
    assert clipped("a long name, which goes on", 20) == "a long name, which…"
    assert clipped("x" * 30, 20) == "x" * 19 + "…"
    assert some(["a", "b", "c", "d"]) == "a, b and 2 more"
