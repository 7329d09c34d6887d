"""What a run says of the default branch, in its log and in the job's summary."""

import re
from dataclasses import replace

from bot.app.landing.landed import Landed, numbers_of
from bot.app.landing.telling import landing_summary, log_landing
from bot.plan import actions as a
from bot.plan.outcome import Refusal
from tests.app.landing.farm import SETUP, SPEC, WHOLE, Farm

HOME = "https://github.test/acme/widgets"


def told(landed: Landed) -> list[str]:
    return list(log_landing(landed))


def summed(landed: Landed) -> str:
    return landing_summary(landed, SETUP.address)


def test_the_log_names_issues_as_people_do() -> None:
    lines = told(Farm({SPEC: WHOLE}).run())
    assert lines[0].endswith(": 1 spec with work, 7 issues opened, the write-back to be merged")
    assert lines[1:4] == [
        "  opened #101 “Parcel search”",
        "  opened #102 “Phase 1: Index”",
        "  opened #103 “Choose an index”",
    ]
    assert {"  put #103 under #102", "  #105 waits for #102"} < set(lines)
    assert lines[-1] == "  opened the write-back “Link 4 tasks to their issues”"


def test_a_dry_run_names_what_has_no_number_by_its_title() -> None:
    landed = Farm({SPEC: WHOLE}).run(is_dry=True)
    lines = told(landed)
    assert "  would open “Choose an index”" in lines
    assert "  would put “Choose an index” under “Phase 1: Index”" in lines
    assert "](" not in summed(landed)
    assert "- would open “Choose an index”\n" in summed(landed)


def test_a_dry_run_of_much_sums_up_what_it_would_do_last() -> None:
    tasks = "".join(f"- [ ] Mend <b>part</b> {n}\n" for n in range(30))
    text = summed(Farm({SPEC: WHOLE + tasks}).run(is_dry=True))
    assert "- would open “Mend &lt;b&gt;part&lt;/b&gt; 0”\n" in text
    assert text.count("- would ") == 30
    assert re.search(r"^- and [1-9]\d more, which the log lists$", text, re.M)


def test_the_summary_links_the_tracking_issue_and_the_write_back() -> None:
    farm = Farm({SPEC: WHOLE})
    text = summed(farm.run())
    assert "7 issues opened, the write-back to be merged.\n" in text
    assert f"- [#101]({HOME}/issues/101) Parcel search\n" in text
    assert f"- Also: [#102]({HOME}/issues/102), [#103]({HOME}/issues/103), " in text
    assert f"- [#108]({HOME}/pull/108) Link 4 tasks to their issues\n" in text
    farm.close("Write the query")
    assert f"- [#108]({HOME}/pull/108) Link 4 tasks to their issues and tick 1 box\n" in summed(
        farm.run()
    )


def test_a_write_back_that_may_not_be_opened_has_no_link() -> None:
    farm = Farm({SPEC: WHOLE})
    farm.door.refusing = {"pulls"}
    text = summed(farm.run())
    assert "GitHub refused the pull request of the write-back" in text
    assert "/pull/" not in text


def test_many_issues_are_counted_behind_the_first() -> None:
    tasks = "".join(f"- [ ] Mend part {n}\n" for n in range(30))
    text = summed(Farm({SPEC: WHOLE + tasks}).run())
    assert f"[#121]({HOME}/issues/121) and 16 more\n" in text
    assert "#122" not in text


def test_a_title_with_markup_is_only_text() -> None:
    text = summed(Farm({SPEC: WHOLE.replace("Parcel search", "<b>@ann</b> [x](y)")}).run())
    assert "&lt;b&gt;@\u2060ann" in text
    assert "[x](y)" not in text


def test_a_deed_that_is_refused_by_itself_is_told_in_words() -> None:
    landed = Farm({SPEC: WHOLE}).run()
    refusal = Refusal(a.ReopenIssue(9), "", "it is locked")
    note = "GitHub refused to open #9 again. It is locked."
    assert told(replace(landed, refused=(refusal,)))[-1] == f"  {note}"


def test_issues_whose_place_or_label_alone_has_changed_are_told() -> None:
    farm = Farm({SPEC: WHOLE})
    farm.settle()
    farm.push({".github/spec-steward.yml": "issues: {labels: [work]}\n"})
    landed = farm.run()
    assert landed.numbers == tuple(range(101, 108))
    done = (
        a.AddSubIssue(a.Ref("p", 2), a.Ref("c")),
        a.OrderSubIssue(a.Ref("p", 2), a.Ref("c", 4), None),
        a.AddDependency(a.Ref("d", 5), a.Ref("c", 4)),
        *(a.RemoveSubIssue(2, 6), a.RemoveDependency(7, 4), a.AddLabel(8, "work")),
    )
    assert list(numbers_of(done, {"c": 3})) == [3, 4, 5, 6, 7, 8]


def test_the_branch_is_called_as_it_is() -> None:
    landed = Farm({SPEC: WHOLE}).run()
    for branch, said in (("release_1#2", "`release_1#2`"), ("a`_b_", "a\\`\\_b\\_")):
        ground = replace(landed.ground, branch=branch)
        assert summed(replace(landed, ground=ground)).startswith(f"### The work on {said}\n")
