"""What people asked for and agreed to is told to whom it concerns, and with what is left to do."""

import re
from dataclasses import replace

import pytest

from bot.lifecycle.gates import APPROVERS, GATES
from bot.model.finding import Severity
from bot.model.hearing import HeardSpec, Hearing
from bot.model.pull import PullStage
from bot.model.standing import Standing, Voice, Way
from bot.render.comment.approvals import APPROVALS
from bot.render.comment.approvers import people
from bot.render.comment.check import check_text
from bot.render.comment.comment import render_comment
from bot.render.comment.detail import Detail, steps
from bot.render.comment.page import arrange
from bot.render.comment.phrases import either, sentence
from bot.render.comment.printing import printed
from bot.render.comment.summary import render_summary
from bot.render.defuse import BREAK
from tests.render.hearing_parts import ADDRESS, PULL, missing
from tests.render.hearings import HEARINGS
from tests.render.life_hearings import everything
from tests.render.life_parts import (
    AGREED,
    ALMOST,
    DONE_SO,
    EXEMPTED,
    HALFWAY,
    JOINED,
    NOBODY_YET,
    NOT_DONE,
    OFFERED,
    PARTLY,
    PLAN,
    READY,
    STUCK,
    accepted,
    in_review,
    lapsed,
    unapproved,
)

GRANTED = HEARINGS["asked-and-granted"]()
BY_HAND = HEARINGS["asked-and-granted-by-hand"]()


def told(hearing: Hearing) -> str:
    return render_comment(hearing, ADDRESS)


def least(hearing: Hearing) -> str:
    return printed("comment.md.j2", {}, page=arrange(hearing, ADDRESS, steps(Detail())[-1]))


def line_of(page: str, start: str) -> str:
    return next(line for line in page.splitlines() if line.startswith(start))


def test_the_rules_of_approvals_are_those_that_approvers_answer_for() -> None:
    assert {rule for gate in GATES if gate.who == APPROVERS for rule in gate.rules} == {*APPROVALS}


def test_a_suggestion_is_found_where_it_stands() -> None:
    (link,) = re.findall(r"suggestion in \[line 3\]\((\S+)\)\. The label follows", told(GRANTED))
    assert re.fullmatch(r"https://\S+/app/pull/7/files#diff-[0-9a-f]{64}R3", link)


def test_a_line_that_no_suggestion_can_show_is_to_be_written() -> None:
    (spec,) = GRANTED.specs
    hidden = replace(OFFERED, new_line="Status: Accepted\u202e")
    page = told(replace(GRANTED, specs=(replace(spec, restated=hidden),)))
    assert "suggestion" not in page
    assert "to `Status: Accepted\\u202e` ([open the editor](" in page
    long = replace(OFFERED, is_offered=False, new_line=f"Status: Accepted {'x' * 200}")
    page = told(replace(GRANTED, specs=(replace(spec, restated=long),)))
    assert "set the status in [`003-move-images-to-object-storage.md`](" in page


def test_the_editor_opens_at_the_branch_of_the_fork() -> None:
    place = "https://github.example/carol/app/edit/notes/winter%20%232/docs/tech-spec/003-move"
    assert f"([open the editor]({place}-images-to-object-storage.md#L3))" in told(BY_HAND)
    gone = replace(BY_HAND.pull, head_repository=None)
    page = told(replace(BY_HAND, pull=gone))
    assert "Accepted`. The label follows." in page
    assert "editor" not in page
    assert "](" not in check_text(BY_HAND).summary


def test_a_label_is_taken_back_and_a_comment_is_not() -> None:
    refused = HEARINGS["refused-by-gates"]()
    assert told(refused).count("The label was taken back.") == 1
    assert refused.request
    typed = replace(refused, request=replace(refused.request, way=Way.COMMAND))
    assert "The label" not in told(typed)
    assert "asked for `accepted` in a comment.**" in told(typed)
    assert "taken back" not in told(replace(refused, contested="label-keeper[bot]"))
    nobody = replace(refused, request=replace(refused.request, by=" "))
    assert "**Refused: somebody asked for" in told(nobody)


def test_a_request_is_told_in_the_check_and_in_the_summary_too() -> None:
    for name in ("asked-and-granted", "refused-by-right"):
        said = line_of(told(HEARINGS[name]()), "**").partition("**")[2].partition("**")[0]
        assert said in check_text(HEARINGS[name]()).summary
        assert said in render_summary(HEARINGS[name](), ADDRESS)


@pytest.mark.parametrize("stage", [PullStage.CLOSED, PullStage.MERGED])
def test_what_is_over_asks_for_no_status(stage: PullStage) -> None:
    page = told(replace(everything(), pull=replace(PULL, stage=stage), answers=(NOT_DONE,)))
    for said in (
        "asked for",
        "ask again if",
        "went back",
        "keeps undoing",
        "Waiting for",
        "Approve with a review",
        "left who could",
        "cannot be looked up",
    ):
        assert said not in page
    assert ("**Approvals**" in page) is (stage is PullStage.MERGED)
    assert "**Commands**" in page
    assert "may be *" not in page


def test_what_people_have_to_do_is_no_work_of_the_author() -> None:
    for name in ("asked-and-granted", "refused-by-right", "approvals-all-there"):
        assert "the author**" not in told(HEARINGS[name]())
        assert "octavia" not in told(HEARINGS[name]())


def steps_of(*specs: HeardSpec) -> list[str]:
    page = told(Hearing(PULL, specs)).partition("**To do for reviewers:**\n")[2]
    lines = page.partition("\n\n")[0].splitlines()
    return [re.sub(r"\[([^\]]*)\]\(\S+\)", r"\1", line) for line in lines]


def numbered(count: int, spec: HeardSpec) -> list[HeardSpec]:
    return [
        replace(
            spec,
            report=replace(
                spec.report,
                id=None,
                title=f"T{at}",
                path=f"{at}.md",
                findings=tuple(replace(f, path=f"{at}.md") for f in spec.report.findings),
            ),
        )
        for at in range(count)
    ]


def test_reviewers_are_told_what_to_approve() -> None:
    fresh = accepted(NOBODY_YET, unapproved())
    assert steps_of(fresh) == ["- Approve “003 Move images to object storage”"]
    assert steps_of(*numbered(5, fresh)) == ["- Approve “T0”, “T1”, “T2” and 2 more"]
    mild = accepted(NOBODY_YET, unapproved(severity=Severity.WARNING))
    assert steps_of(mild) == ["- Approve “003 Move images to object storage” *(advice)*"]
    noted = accepted(NOBODY_YET, unapproved(severity=Severity.NOTE))
    assert steps_of(noted) == []
    bare = replace(fresh, standing=None)
    assert steps_of(bare)[0] == "- Approve “003 Move images to object storage”"


def test_reviewers_are_told_what_was_changed_since() -> None:
    edited = accepted(NOBODY_YET, lapsed())
    again = replace(edited, standing=Standing((NOBODY_YET,), ("A",)))
    for titles, said in (
        (("A",), "“A” has"),
        (("A", "B"), "“A” and “B” have"),
        (("A", "B", "C"), "“A”, “B” and 1 more have"),
    ):
        (step,) = steps_of(replace(edited, standing=Standing((NOBODY_YET,), titles)))
        assert step.endswith(f"anew: {said} changed since it was approved")
    assert steps_of(*numbered(5, again))[3:] == ["- And 2 more to approve anew"]


def test_who_wants_changes_is_asked_whether_they_are_made() -> None:
    against = replace(AGREED, vetoes=("eve",))
    assert steps_of(accepted(against, unapproved())) == [
        "- See whether the changes that eve wants are made in “003 Move images to object storage”"
    ]
    both = replace(AGREED, vetoes=("eve", "dave"))
    assert "that eve and dave want are" in steps_of(accepted(both, unapproved()))[0]
    assert "Waiting for" not in told(Hearing(PULL, (accepted(both, unapproved()),)))
    several = steps_of(*numbered(4, accepted(both, unapproved())))
    assert several[-1] == "- And 1 more that changes are wanted in"


def test_who_is_asked_for_changes_has_something_to_do() -> None:
    def asked(*specs: HeardSpec) -> list[str]:
        page = told(Hearing(PULL, specs)).partition("the author:\n")[2].partition("\n\n")[0]
        return [re.sub(r"\[([^\]]*)\]\(\S+\)", r"\1", line) for line in page.splitlines()]

    one = accepted(replace(AGREED, vetoes=("eve",)), unapproved())
    (step,) = asked(one)
    assert step.startswith("- Make the changes that eve asked for in “003 Move images to ")
    assert step.endswith("storage” or ask eve to dismiss the review")
    mild = accepted(replace(AGREED, vetoes=("eve",)), unapproved(severity=Severity.WARNING))
    assert asked(mild)[0].endswith("dismiss the review *(advice)*")
    both = accepted(replace(AGREED, vetoes=("eve", "dave")), unapproved())
    (first, second) = asked(*numbered(5, one), both)
    assert first.startswith("- Make the changes that eve asked for in “T0”, “T1”, “T2” and 2 more")
    assert second.endswith("storage” or ask eve and dave to dismiss their reviews")
    assert "- Make the changes that were asked for in 2 specs\n" in least(
        Hearing(PULL, tuple(numbered(2, one)))
    )


def test_a_request_that_waits_says_so_and_whom_for() -> None:
    waiting = HEARINGS["refused-for-want-of-approvals"]()
    again = "text. No need to ask again: it is granted as soon as that is done. The label"
    assert again in told(waiting)
    assert again not in told(HEARINGS["refused-by-right"]())
    step = "“003 Move images to object storage”: carol asks for “accepted”, and nothing else is"
    plain = re.sub(r"\[([^\]]*)\]\(\S+\)", r"\1", told(waiting))
    assert f"**To do for reviewers:**\n- Approve {step} missing\n" in plain
    assert "- Approve 1 spec, which is all that a request waits for\n" in least(waiting)
    assert "Approve" not in told(HEARINGS["refused-by-gates"]())
    assert waiting.request
    for word, is_asked in (("Agreed", True), ("done", False)):
        request = replace(waiting.request, word=word)
        assert ("- Approve" in told(replace(waiting, request=request))) is is_asked
    assert "- Approve" not in told(Hearing(PULL, (ALMOST,)))


def test_where_nobody_is_left_to_approve_the_mend_is_said() -> None:
    page = told(HEARINGS["approvals-that-nobody-can-give"]())
    assert "to come" not in page
    assert re.search(r"\nNobody is left who could approve \[“003 [^]]*\]\(\S+\): name others", page)
    assert ": name others in `approvals` of the configuration or in CODEOWNERS.\n\n" in page
    stuck = accepted(STUCK, unapproved())
    assert steps_of(stuck) == ["- Name others who may approve “003 Move images to object storage”"]
    partly = accepted(replace(STUCK, minimum=3, spent=("bob",)), unapproved())
    page = told(Hearing(PULL, tuple(numbered(2, partly))))
    assert "Too few are left who could approve [“T0”](" in page
    assert "Waiting for carol to approve, with" in page
    assert steps_of(partly) == ["- Approve “003 Move images to object storage”"]


def test_those_whom_nobody_can_look_up_are_told_once_with_the_mend() -> None:
    page = told(HEARINGS["approvals-of-several"]())
    assert page.count("cannot be looked up") == 1
    mend = (
        "give the Action an App's token with `members: read`, or name people in the configuration"
    )
    assert f"\nThe members of @{BREAK}acme/architects cannot be looked up: {mend}.\n" in page
    assert "; dora may belong to" in page
    mail = replace(NOBODY_YET, wanted=("d@e.example",), unknown=("d@e.example",))
    page = told(Hearing(PULL, (accepted(mail, unapproved()),)))
    assert "e.example is cannot be looked up: name people by their logins" in page


def test_who_decides_by_approving_is_not_asked_to_decide() -> None:
    page = told(Hearing(PULL, (accepted(AGREED, missing("A", 3)),)))
    assert "Decide" not in page
    assert "- ✅ [“003 Move images to object storage”](" in page
    assert "has 2 of 2 approvals for *accepted*: ✅ bob; ✅ dave\n" in page


@pytest.mark.parametrize(
    ("wanted", "said"),
    [
        (("@bob", "acme/x"), f"bob or @{BREAK}acme/x"),
        ((), "anybody with write access"),
        (("codeowners",), "the code owners"),
        (("role:maintain", "bob"), "anybody with the role maintain or bob"),
        (("a", "b", "c"), "a, b or c"),
        (tuple("abcdefg"), "a, b, c, d, e or 2 more"),
    ],
)
def test_who_may_approve_is_said_in_words(wanted: tuple[str, ...], said: str) -> None:
    assert people(wanted) == said.replace(BREAK, "")
    page = told(Hearing(PULL, (accepted(replace(NOBODY_YET, wanted=wanted), unapproved()),)))
    assert f"Waiting for {said} to approve, with a review or the comment `/spec approve`." in page


def test_of_many_people_the_first_are_named() -> None:
    crowd = replace(NOBODY_YET, minimum=20, voices=tuple(Voice(f"p{at}") for at in range(12)))
    page = told(Hearing(PULL, (accepted(crowd, unapproved()),)))
    assert "has 12 of 20 approvals for *implementing*: ✅ p0; " in page
    assert "; ✅ p7; 4 more\n" in page


def test_what_is_next_is_told_in_the_spec_or_where_it_is_asked_for() -> None:
    page = told(Hearing(PULL, (HALFWAY,)))
    once = (
        r"It may be \*accepted\* once no question is open \(lines \[45\]\(\S+\) and \[46\]\(\S+\)\)"
    )
    assert re.search(rf"{once} and 1 of @\S+/architects approves this very text\.", page)
    assert page.count("*accepted*") == 1
    assert "may be" not in told(Hearing(PULL, (READY,)))  # it is one line
    ready = replace(READY, report=replace(READY.report, findings=(missing("A", 3),)))
    now = "may be *accepted* now: ask for it with a label or `/spec status accepted`."
    assert f"It {now}" in told(Hearing(PULL, (ready,)))
    planned = told(Hearing(PULL, (READY,), answers=(PLAN,)))
    assert "- no spec is added, removed or given another status\n" in planned
    assert f") {now}" in planned


def test_all_well_stays_one_line_whatever_was_done_for_it() -> None:
    assert told(Hearing(PULL, (accepted(AGREED),), answers=(DONE_SO,))).count("\n") == 1
    assert told(Hearing(PULL, (READY,))).count("\n") == 1
    assert told(Hearing(PULL, answers=(DONE_SO,))).count("\n") == 1
    for more in (
        {"answers": (NOT_DONE,)},
        {"exceptions": EXEMPTED[:1]},
        {"fell": "why"},
        {"put_back": "accepted"},
        {"ended": JOINED},
    ):
        assert told(replace(Hearing(PULL, (in_review(),)), **more)).count("\n") > 3
    assert "**Commands**" in told(Hearing(PULL, answers=(NOT_DONE,)))
    assert "**Approvals**" in told(Hearing(PULL, (accepted(PARTLY),)))


def test_a_command_is_shown_as_one() -> None:
    page = told(Hearing(PULL, (in_review(),), answers=(replace(NOT_DONE, said="frob it", by=""),)))
    assert "- ❌ somebody · [`/spec frob it`](" in page
    assert "/pull/7#issuecomment-34) · it takes write access" in page


def test_where_there_is_no_room_the_sentences_stay() -> None:
    page = least(everything())
    assert "**Refused: carol asked for `accepted` with a label.** It may be" in page
    assert "- needed 2 times, 2 of them not met" in page
    assert "- 4 commands\n" in page
    assert "- Approve 1 spec\n" in page
    assert "- 3 in all" in page
    assert "bob" not in page
    three = HEARINGS["asked-and-granted-for-three"]()
    assert "One step is left: set that status in the 3 specs." in least(three)
    assert "One step is left: set that status in the spec. The label" in least(GRANTED)


def test_of_many_the_first_are_listed() -> None:
    granted = HEARINGS["asked-and-granted-for-three"]()
    specs = tuple(numbered(25, granted.specs[1]))
    assert "\n- and 5 more\n" in told(replace(granted, specs=specs))
    approved = tuple(numbered(25, accepted(NOBODY_YET, unapproved())))
    assert "\n- and 5 more, 5 of them not met\n" in told(Hearing(PULL, approved))
    many = Hearing(PULL, (in_review(),), answers=(NOT_DONE,) * 25, exceptions=EXEMPTED * 9)
    assert "\n- and 5 more before\n" in told(many)
    assert "\n- and 7 more\n" in told(many)


def test_an_own_page_sees_it_too() -> None:
    own = (
        "{{ page.request.by }}|{{ page.fell.why }}|{{ page.contested }}|"
        "{{ page.approvals.lines[1].voices[0] }}|{{ page.talk.answers[0].by }}|"
        "{{ page.excepted[0].rule }}|{{ page.talk.ways[0].stage }}"
    )
    page = render_comment(everything(), ADDRESS, {"comment.md.j2": own})
    assert page == (
        "carol|it may be “accepted” again once no question is open (line 45).|"
        "label-keeper\\[bot\\]|✅ bob|bob|missing-section|accepted"
    )


def test_a_team_is_not_called() -> None:
    page = told(HEARINGS["approvals-partly"]())
    assert f"@{BREAK}acme/architects" in page
    assert "@acme" not in page


def test_sentences_begin_and_end_as_such() -> None:
    assert [sentence(text) for text in ("", "a b", "“x” is", "why?", "cut…")] == [
        "",
        "A b.",
        "“x” is.",
        "Why?",
        "Cut…",
    ]
    assert either(["a", "b"]) == "a or b"
