"""What a pull request gets, by what is in it: the whole run against a repository in memory."""

from dataclasses import replace

import pytest

from bot.errors import StewardError
from bot.forge.door import Tree
from bot.model.change import ChangeKind
from bot.model.entry import FileKind
from bot.model.hearing import Verdict
from bot.model.pull import PullStage
from bot.plan.actions import WriteCheck
from tests.app.action.town import SPEC, TEMPLATE, WHOLE, Town

BARE = WHOLE.replace("## Design\n\nA field, and an index behind it.\n\n", "")
OPEN = WHOLE.replace("\nNone\n", "\n- [ ] Which clock decides?\n")
MARKER = "<!-- spec-steward:comment v1 "


def test_a_whole_spec_gets_a_label_a_line_and_a_check() -> None:
    town = Town({SPEC: WHOLE})
    attended = town.run()
    assert attended.hearing.verdict is Verdict.PASS
    assert town.kinds == ["create-label", "add-label", "create-comment", "write-check"]
    assert town.state.labels == ("spec: draft",)
    assert town.conclusion == "success"
    assert town.comment.body.startswith(MARKER)
    assert attended.comment_url == town.comment.url


def test_a_second_run_writes_nothing() -> None:
    for text in (WHOLE, BARE, OPEN):
        town = Town({SPEC: text})
        town.run()
        town.run()
        assert town.kinds == []


def test_what_is_missing_fails_and_is_told() -> None:
    town = Town({SPEC: BARE})
    attended = town.run()
    assert attended.hearing.verdict is Verdict.FAIL
    assert town.conclusion == "failure"
    assert "Design" in town.comment.body
    (skeleton,) = attended.hearing.specs[0].skeletons
    assert skeleton.section == "Design"
    assert skeleton.text.startswith("## Design\n\nHow does it work?")


def test_no_specs_get_nothing_and_cost_little() -> None:
    town = Town({"src/app.py": "print()\n"})
    assert town.run().hearing.verdict is Verdict.SKIPPED
    assert town.kinds == []
    town = Town({"README.md": "# Widgets\n"})
    assert town.run().hearing.verdict is Verdict.SKIPPED
    assert (town.kinds, town.door.looks) == ([], 1)


def _waiting(*, by_rules: bool) -> Town:
    """Open a pull request without specs, on a branch that requires the check."""
    town, names = Town({"src/app.py": "print()\n"}), frozenset({"build", "spec-steward"})
    if by_rules:
        town.door.rules["main"] = names
    else:
        town.door.change_pull(town.number, required=names)
    return town


@pytest.mark.parametrize("by_rules", [True, False])
@pytest.mark.parametrize("is_draft", [True, False])
@pytest.mark.parametrize("is_advising", [True, False])
def test_where_the_check_is_required_it_is_skipped_and_nothing_else_is_said(
    *, by_rules: bool, is_draft: bool, is_advising: bool
) -> None:
    town = _waiting(by_rules=by_rules)
    town.change(is_draft=is_draft)
    (deed,) = town.run(is_advising=is_advising, is_dry=True).plan
    assert deed.why == "the base branch waits for it"
    assert town.kinds == []
    assert town.run(is_advising=is_advising).hearing.verdict is Verdict.SKIPPED
    assert (town.kinds, town.conclusion) == (["write-check"], "skipped")
    town.door.rules.clear()  # nobody is asked about them again
    town.run(is_advising=is_advising)
    assert town.kinds == []
    town.door.rules["main"] = frozenset({"spec-steward"})
    town.push({"src/app.py": "print(1)\n"})
    town.run(is_advising=is_advising)
    assert (town.kinds, town.conclusion) == (["write-check"], "skipped")


def test_a_required_check_that_may_not_be_written_is_a_status() -> None:
    town = _waiting(by_rules=True)
    town.door.refusing = {"checks"}
    town.run()
    assert town.kinds == ["set-status"]
    assert [each.state for each in town.state.statuses] == ["success"]


def test_no_other_check_nor_branch_is_waited_for_nor_what_is_closed() -> None:
    town = _waiting(by_rules=True)
    town.change(stage=PullStage.CLOSED)
    town.run()
    assert town.kinds == []
    town = Town({"src/app.py": "print()\n"})
    town.door.rules = {"main": frozenset({"specs"}), "release": frozenset({"spec-steward"})}
    town.run()
    assert town.kinds == []


def test_what_changes_specs_is_judged_whatever_is_required() -> None:
    town = Town({SPEC: BARE})
    town.door.rules["main"] = frozenset({"spec-steward"})
    town.run()
    assert town.conclusion == "failure"
    town.push({"src/app.py": "print()\n"})
    town.run()
    assert town.conclusion == "skipped"


def test_specs_taken_out_again_lose_what_they_had() -> None:
    town = Town({SPEC: BARE})
    town.run()
    town.push({"src/app.py": "print()\n"})
    attended = town.run()
    assert attended.hearing.verdict is Verdict.SKIPPED
    assert town.state.labels == ()
    assert town.conclusion is None
    first, rest = town.comment.body.split("\n", 1)
    assert first.startswith(MARKER)
    assert len(rest.strip().splitlines()) == 1
    town.run()
    assert town.kinds == []


def test_what_the_base_had_wrong_fails_nobody() -> None:
    town = Town({SPEC: BARE.replace("Support", "The support")}, base={SPEC: BARE})
    attended = town.run()
    assert attended.hearing.verdict is Verdict.PASS
    assert [f.rule for f in attended.hearing.specs[0].older] == ["missing-section"]


@pytest.mark.parametrize(
    ("values", "setup"), [({"is_draft": True}, {}), ({}, {"is_advising": True})]
)
def test_where_nothing_fails_the_check_is_neutral(
    values: dict[str, object], setup: dict[str, object]
) -> None:
    town = Town({SPEC: BARE})
    town.change(**values)
    assert town.run(**setup).hearing.verdict is Verdict.PASS
    assert town.conclusion == "neutral"


def test_a_draft_that_is_ready_fails_then() -> None:
    town = Town({SPEC: BARE})
    town.change(is_draft=True)
    town.run()
    town.change(is_draft=False)
    town.run()
    assert town.conclusion == "failure"


@pytest.mark.parametrize(
    ("words", "label"),
    [
        (("Draft", "Accepted"), "spec: draft"),
        (("Done", "Accepted"), "spec: accepted"),
        (("Review", "Done"), "spec: review"),
        (("Wurst", "Done"), "spec: done"),
    ],
)
def test_of_several_specs_the_least_advanced_counts(words: tuple[str, str], label: str) -> None:
    texts = [WHOLE.replace("Draft", word) for word in words]
    town = Town({f"docs/specs/{at:03}-x.md": text for at, text in enumerate(texts)})
    town.run()
    assert town.state.labels == (label,)


def test_an_unknown_status_gets_a_finding_and_no_label() -> None:
    town = Town({SPEC: WHOLE.replace("Draft", "Wurst")})
    town.label("spec: draft")
    attended = town.run()
    assert [f.rule for f in attended.hearing.findings] == ["unknown-status"]
    assert town.state.labels == ()


def test_other_labels_stay() -> None:
    town = Town({SPEC: WHOLE})
    town.label("bug", "Spec: Done", "spec: accepted")
    town.run()
    assert town.state.labels == ("bug", "spec: draft")


def test_a_push_tells_what_it_changed_and_so_does_a_second_look() -> None:
    town = Town({SPEC: BARE.replace("\nNone\n", "\n- [ ] Which clock decides?\n")})
    town.run()
    town.push({SPEC: OPEN})
    attended = town.run()
    since = attended.hearing.specs[0].since
    assert since is not None
    assert [f.section for f in since.mended] == ["Design"]
    assert not since.settled
    assert not since.brought
    body = town.comment.body
    town.run()
    assert town.kinds == []
    assert town.comment.body == body
    town.push({SPEC: WHOLE})
    since = town.run().hearing.specs[0].since
    assert since is not None
    assert since.settled == ("Which clock decides?",)


def test_a_push_that_changes_no_spec_leaves_the_comment_alone() -> None:
    town = Town({SPEC: OPEN})
    town.run()
    body = town.comment.body
    town.push({SPEC: OPEN, "src/app.py": "print()\n"})
    town.run()
    assert town.kinds == ["write-check"]
    town.run()
    assert town.kinds == []
    assert town.comment.body == body


def test_a_comment_that_somebody_edited_is_mended() -> None:
    town = Town({SPEC: OPEN})
    town.run()
    edited = replace(town.comment, body=town.comment.body.replace("open", "settled"))
    town.door.change_pull(town.number, comments=(edited,))
    town.push({SPEC: OPEN, "src/app.py": "print()\n"})
    town.run()
    assert town.kinds == ["update-comment", "write-check"]
    assert "settled" not in town.comment.body


def test_a_question_keeps_the_head_that_first_asked_it() -> None:
    town = Town({SPEC: OPEN})
    first = town.state.pull.head
    town.run()
    second = town.push(
        {SPEC: OPEN.replace("clock decides?\n", "clock decides?\n- [ ] Who pays?\n")}
    )
    (spec,) = town.run().hearing.specs
    assert [q.since for q in spec.questions] == [first[:12], second[:12]]


def test_a_question_of_the_base_is_older_than_the_pull_request() -> None:
    town = Town({SPEC: OPEN.replace("Support", "The support")}, base={SPEC: OPEN})
    (spec,) = town.run().hearing.specs
    assert [q.since for q in spec.questions] == [None]


def test_the_rules_that_a_change_brings_are_shown_and_not_obeyed() -> None:
    looser = TEMPLATE.replace("## Design\n\nHow does it work?\n\n", "")
    town = Town({SPEC: BARE, "docs/specs/TEMPLATE.md": looser})
    hearing = town.run().hearing
    assert hearing.verdict is Verdict.FAIL
    assert hearing.own_rules is not None
    assert hearing.own_rules.paths == ("docs/specs/TEMPLATE.md",)
    assert hearing.own_rules.report is not None
    assert not [f for s in hearing.own_rules.report.specs for f in s.findings]
    assert "docs/specs/TEMPLATE.md" in town.comment.body


def test_a_broken_configuration_in_the_change_is_told() -> None:
    town = Town({SPEC: WHOLE, ".github/spec-steward.yml": "rulez: {}\n"})
    own = town.run().hearing.own_rules
    assert own is not None
    assert "rulez" in own.problem
    assert town.conclusion == "failure"
    assert "rulez" in town.comment.body


def test_a_broken_configuration_is_told_also_where_no_spec_changes() -> None:
    town = Town({".github/spec-steward.yml": "rulez: {}\n"})
    assert town.run().hearing.verdict is Verdict.FAIL
    assert "the rules that it brings cannot hold" in town.comment.body
    town.push({".github/spec-steward.yml": "rules: {placeholder: warning}\n"})
    assert town.run().hearing.verdict is Verdict.SKIPPED
    assert town.kinds == ["update-comment"]


def test_a_change_cannot_make_us_read_more() -> None:
    large = WHOLE.replace("by hand", "by hand. " + "word " * 300_000)
    town = Town({SPEC: large, ".github/spec-steward.yml": "limits: {size: 100 MB}\n"})
    own = town.run().hearing.own_rules
    assert own is not None
    assert own.report is not None
    assert [f.rule for spec in own.report.specs for f in spec.findings] == ["unreadable"]


def test_a_good_configuration_alone_gets_nothing() -> None:
    town = Town({".github/spec-steward.yml": "rules: {placeholder: warning}\n"})
    assert town.run().hearing.verdict is Verdict.SKIPPED
    assert town.kinds == []


def test_the_pull_request_that_brings_the_first_template_is_told() -> None:
    base = {"docs/specs/TEMPLATE.md": None, "docs/specs/000-old.md": "# Old\n"}
    town = Town({SPEC: BARE, "docs/specs/TEMPLATE.md": TEMPLATE}, base=base)
    attended = town.run()
    assert attended.hearing.verdict is Verdict.PASS
    assert town.conclusion == "neutral"
    assert town.state.labels == ()
    assert "1 spec by the rules that it brings, none by those in force" in town.comment.body
    assert "Design" in town.comment.body
    town.run()
    assert town.kinds == []


def test_a_configuration_that_was_asked_for_has_to_be_there() -> None:
    with pytest.raises(StewardError, match=r"nope\.yml: there is no such file on “main”"):
        Town({SPEC: WHOLE}).run(config_path="nope.yml")


def test_rules_are_what_the_configuration_names() -> None:
    entry = "{template: docs/model.md, paths: ['rfc/*.md']}"
    base = {
        ".github/spec-steward.yml": f"templates: [{entry}]\n",
        "docs/model.md": TEMPLATE,
        "docs/specs/TEMPLATE.md": None,
    }
    looser = TEMPLATE.replace("## Design\n\nHow does it work?\n\n", "")
    town = Town({"rfc/1.md": WHOLE, "docs/mail-template.md": "# Mail\n"}, base=base)
    assert town.run().hearing.own_rules is None
    town.push({"rfc/1.md": WHOLE, "docs/model.md": looser})
    own = town.run().hearing.own_rules
    assert own is not None
    assert own.paths == ("docs/model.md",)


def test_a_configuration_that_is_a_link_is_refused() -> None:
    town = Town({SPEC: WHOLE}, base={".github/spec-steward.yml": FileKind.SYMLINK})
    with pytest.raises(StewardError, match="no file that can be read"):
        town.run()


def test_where_the_listing_ends_nothing_is_called_fine() -> None:
    town = Town({"src/app.py": "print()\n"})
    town.door.changed[1] = replace(town.door.changed[1], is_whole=False)
    assert town.run().hearing.verdict is Verdict.PASS
    assert town.conclusion == "neutral"
    assert "No spec among the files that could be seen" in town.comment.body


def test_a_configured_template_is_found_where_the_tree_is_cut() -> None:
    config = "templates: [{template: docs/specs/TEMPLATE.md, paths: ['docs/specs/*.md']}]\n"
    town = Town({SPEC: BARE}, base={".github/spec-steward.yml": config})
    town.door.trees[town.state.pull.base] = Tree((), is_whole=False)
    hearing = town.run().hearing
    assert [f.rule for f in hearing.findings] == ["missing-section"]
    assert hearing.is_whole


def test_the_configuration_of_the_base_counts() -> None:
    config = (
        "rules: {missing-section: warning}\ntemplates: [{template: spec.md, paths: ['rfc/*.md']}]\n"
    )
    base = {".github/spec-steward.yml": config, "spec.md": TEMPLATE}
    town = Town({"rfc/1.md": BARE}, base=base)
    hearing = town.run().hearing
    assert [(f.rule, f.severity) for f in hearing.findings] == [("missing-section", "warning")]


def test_a_rename_is_judged_against_what_it_was() -> None:
    town = Town({}, base={SPEC: BARE})
    moved = "docs/specs/002-find.md"
    town.push({moved: BARE.replace("looks", "looked"), SPEC: None}, renamed={SPEC: moved})
    (spec,) = town.run().hearing.specs
    assert (spec.kind, spec.old_path) == (ChangeKind.RENAMED, SPEC)
    assert not spec.counted


def test_a_deleted_spec_is_named() -> None:
    town = Town({SPEC: None}, base={SPEC: WHOLE})
    hearing = town.run().hearing
    assert [each.path for each in hearing.deleted] == [SPEC]
    assert hearing.verdict is Verdict.PASS
    assert town.state.labels == ()
    assert SPEC in town.comment.body


@pytest.mark.parametrize("kind", [FileKind.SYMLINK, FileKind.SUBMODULE])
def test_what_stands_where_a_spec_was_is_told(kind: FileKind) -> None:
    town = Town({SPEC: kind}, base={SPEC: WHOLE})
    (spec,) = town.run().hearing.specs
    assert [(f.rule, f.introduced) for f in spec.report.findings] == [("unreadable", True)]
    assert kind.value in spec.report.findings[0].message


def test_a_spec_that_cannot_be_read_fails_and_the_next_is_judged() -> None:
    town = Town({SPEC: b"\xff\xfe", "docs/specs/002-more.md": WHOLE})
    first, second = town.run().hearing.specs
    assert [f.rule for f in first.report.findings] == ["unreadable"]
    assert not second.report.findings


def test_a_spec_does_not_cease_to_be_one_by_being_gutted() -> None:
    free = {"docs/specs/TEMPLATE.md": None, "TEMPLATE.md": TEMPLATE, SPEC: WHOLE}
    town = Town({SPEC: "# Spec: Parcel search\n\nNothing.\n"}, base=free)
    (spec,) = town.run().hearing.specs
    assert [f.rule for f in spec.counted] == ["off-template"]


PAGES = ".github/spec-steward"


def test_a_repository_may_have_its_own_words() -> None:
    own = "Ours: {% include 'comment/comment.md.j2' %}"
    town = Town({SPEC: WHOLE}, base={f"{PAGES}/comment.md.j2": own})
    assert not town.run().warnings
    assert town.comment.body.split("\n")[1].startswith("Ours: ")
    assert town.comment.body.startswith(MARKER)


def test_a_page_of_the_head_is_not_obeyed() -> None:
    town = Town({SPEC: WHOLE, f"{PAGES}/comment.md.j2": "Mine"})
    town.run()
    assert "Mine" not in town.comment.body


def test_a_broken_page_is_replaced_and_named() -> None:
    pages = {f"{PAGES}/comment.md.j2": "{% if %}", f"{PAGES}/check.md.j2": "Checked."}
    town = Town({SPEC: WHOLE}, base=pages)
    attended = town.run()
    (warning,) = attended.warnings
    assert warning.startswith(f"{PAGES}/comment.md.j2:1: ")
    assert "nothing to mend" in town.comment.body
    (check,) = [action for action in attended.plan if action.kind == "write-check"]
    assert isinstance(check, WriteCheck)
    assert check.wish.summary == "Checked."


def test_a_broken_summary_is_named_in_the_summary() -> None:
    town = Town({SPEC: WHOLE}, base={f"{PAGES}/summary.md.j2": "{{ nobody }}"})
    attended = town.run()
    assert "nobody" in attended.speaker.summary(attended.hearing, ())
