"""What is to be done is said in plain words, to whom it is said, and once."""

from dataclasses import replace

import pytest

from bot.model.change import ChangeKind
from bot.model.finding import Finding, Severity
from bot.model.hearing import Hearing, OpenQuestion, OwnRules, Since
from bot.model.pull import PullStage
from bot.model.report import Report
from bot.render.comment.address import Links
from bot.render.comment.comment import render_comment
from bot.render.comment.graph import graph
from bot.render.comment.phrases import clipped, some
from bot.render.comment.tasks import Naming, steps_for
from bot.rules.catalogue import RULES
from tests.render.hearing_parts import (
    ADDRESS,
    DONE,
    FINE,
    GATE,
    NEW,
    PULL,
    REPORT,
    asks,
    finding,
    missing,
)
from tests.render.hearings import FULL, HEARINGS

NOWHERE = Links(None, "")


def said(*findings: Finding, named: bool = True, specs: dict[str, str] | None = None) -> list[str]:
    steps = steps_for(findings, Naming(NOWHERE, specs or {}, is_off=not named))
    return [
        " ".join(
            filter(
                None,
                [step.say, *(each.text for each in step.targets), step.tail, "?" * step.is_advice],
            )
        )
        for step in steps
    ]


@pytest.mark.parametrize("rule", [rule.slug for rule in RULES])
def test_each_rule_has_words_of_its_own(rule: str) -> None:
    one = finding(rule, 3, "m", "h", section="Goals")
    for step in (*said(one), *said(one, named=False), *said(one, one, named=False)):
        assert "See to" not in step
        assert "{" not in step


@pytest.mark.parametrize(
    ("findings", "expected"),
    [
        ((missing("A", 3),), ["Add the missing section A"]),
        ((missing("A", 3), missing("B", 3)), ["Add the missing sections A B"]),
        (tuple(missing(name, 3) for name in "ABCD"), ["Add 4 missing sections"]),
        ((GATE,), ["Tick the gate in line 50 or set the status back"]),
        ((finding("new-rule", 9, "m", "h"),), ["See to line 9"]),
        ((finding("empty-section", 9, "m", "h"),), ["Write the section at line 9"]),
        ((finding("off-template", 9, "m", "h", path="a/b.md"),), ["Follow the template in b.md"]),
        ((finding("placeholder", 9, "m", "h", Severity.NOTE),), []),
        (
            (finding("placeholder", 9, "m", "h", Severity.WARNING), missing("A", 3)),
            ["Add the missing section A", "Replace the template's placeholders in line 9 ?"],
        ),
    ],
)
def test_steps_are_named_where_they_are_few(
    findings: tuple[Finding, ...], expected: list[str]
) -> None:
    assert said(*findings) == expected


def test_of_several_specs_each_target_names_its_own() -> None:
    here, there = missing("A", 3, "a.md"), missing("A", 3, "b.md")
    specs = {"a.md": "001", "b.md": "002"}
    assert said(here, there, specs=specs) == ["Add the missing sections A (001) A (002)"]


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
    assert "Merging added [002 Notify by text message]" in merged


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
    assert "By its own rules there would be **the same findings**." in page
    assert "What its own rules" not in page
    harder = OwnRules(own.paths, Report((replace(REPORT, findings=(*REPORT.findings, GATE)),)))
    assert "**1 more finding**" in told(Hearing(PULL, (NEW,), own_rules=harder))


def test_a_status_that_appears_is_told() -> None:
    fresh = replace(FINE, status_before=None)
    assert "Merging makes [003 Move images to object storage]" in told(Hearing(PULL, (fresh,)))
    unstated = replace(FINE, report=replace(FINE.report, status=None), is_stated=False)
    assert told(Hearing(PULL, (unstated,))) == "✅ 1 spec, nothing to mend.\n"


def test_what_no_word_is_known_for_is_counted_in_the_table() -> None:
    found = (finding("new-rule", 9, "m", "h"), finding("new-rule", 9, "m", "h"))
    spec = replace(FINE, report=replace(FINE.report, findings=found))
    assert "| 2 other errors |" in told(Hearing(PULL, (spec,)))


def test_a_rename_within_a_folder_names_the_file_alone() -> None:
    spec = replace(DONE, kind=ChangeKind.RENAMED, old_path="docs/tech-spec/x.md")
    assert "· renamed from x.md |" in told(Hearing(PULL, (spec,)))
    spec = replace(DONE, kind=ChangeKind.RENAMED, old_path="docs/x.md")
    assert "· renamed from docs/x.md |" in told(Hearing(PULL, (spec,)))


def test_a_graph_needs_two_specs_that_know_each_other() -> None:
    assert graph(Hearing(PULL, (NEW, FINE))) == ""
    assert graph(FULL).splitlines()[-2:] == ["  s0 -->|blocks| o0", "  s2 -->|requires| s0"]


def test_all_well_is_one_line() -> None:
    for name in ("all-well", "deleted", "skipped"):
        assert told(HEARINGS[name]()).count("\n") == 1


def test_long_names_end_at_a_word() -> None:
    assert clipped("a long name, which goes on", 20) == "a long name, which…"
    assert clipped("x" * 30, 20) == "x" * 19 + "…"
    assert some(["a", "b", "c", "d"]) == "a, b and 2 more"
