"""One-click suggestions on a pull request: when they come, and that they come once."""

from dataclasses import replace

import pytest

from bot.app.action.telling import log, notes_of
from bot.model.hearing import Suggestion
from bot.model.pull import PullStage
from bot.plan.actions import Suggest
from bot.plan.outcome import Refusal
from bot.plan.suggestion import key_of_remark, suggestion_key
from bot.render.suggestion import suggestion_text
from tests.app.action.town import SPEC, TEMPLATE, WHOLE, Town

DATED = TEMPLATE.replace("Done\n", "Done\n- **Updated:** YYYY-MM-DD\n", 1)
RULES = {"docs/specs/TEMPLATE.md": DATED}
GOOD = WHOLE.replace("Draft\n", "Draft\n- **Updated:** 2026-11-21\n", 1)
WRONG = GOOD.replace("Draft", "Drfat").replace("2026-11-21", "21 November 2026")
STATUS, DATE = "- **Status:** Draft", "- **Updated:** 2026-11-21"


def offered(town: Town) -> list[str]:
    """Give the lines that stand as suggestions."""
    return [remark.body.split("```")[1].split("\n")[1] for remark in town.state.remarks]


def test_two_slips_get_two_suggestions_and_never_more() -> None:
    town = Town({SPEC: WRONG}, base=RULES)
    attended = town.run()
    assert [s.new_line for s in attended.hearing.specs[0].suggestions] == [STATUS, DATE]
    assert town.kinds == ["create-comment", "write-check", "suggest", "suggest"]
    assert town.state.remarks[0].body == (
        f"<!-- spec-steward:suggestion v1 key={key_of_remark(town.state.remarks[0])} -->\n"
        f"Write Status as Draft.\n\n```suggestion\n{STATUS}\n```"
    )
    assert offered(town) == [STATUS, DATE]
    town.run()
    assert town.kinds == []
    town.push({SPEC: WRONG.replace("by hand", "by hand, slowly")})
    town.run()
    assert "suggest" not in town.kinds
    town.push({SPEC: GOOD})
    town.run()
    assert "suggest" not in town.kinds
    assert offered(town) == [STATUS, DATE]


def test_a_line_that_moves_keeps_its_suggestion() -> None:
    town = Town({SPEC: WRONG}, base=RULES)
    town.run()
    town.push({SPEC: WRONG.replace("\n\n", "\n\n\n", 1)})
    town.run()
    assert "suggest" not in town.kinds


def test_what_the_base_had_wrong_is_nobodys_to_click() -> None:
    town = Town({SPEC: WRONG.replace("by hand", "slowly")}, base={**RULES, SPEC: WRONG})
    assert town.run().hearing.specs[0].suggestions == ()
    assert "suggest" not in town.kinds


def test_a_line_beyond_the_difference_is_not_suggested() -> None:
    """A change can answer for a line that it leaves alone: one that it has moved, far away."""
    town = Town({SPEC: WRONG}, base=RULES)
    (change,) = town.door.changed[town.number].files
    for hunks, lines in (((), []), (((1, 4),), [STATUS]), (((4, 9),), [STATUS, DATE])):
        seen = replace(town.door.changed[town.number], files=(replace(change, hunks=hunks),))
        town.door.changed[town.number] = seen
        town.run()
        assert offered(town) == lines


@pytest.mark.parametrize("values", [{"is_draft": True}, {}])
def test_where_nothing_fails_the_same_holds(values: dict[str, object]) -> None:
    town = Town({SPEC: WRONG}, base=RULES)
    town.change(**values)
    town.run(is_advising=not values)
    assert offered(town) == [STATUS, DATE]


@pytest.mark.parametrize("stage", [PullStage.CLOSED, PullStage.MERGED])
def test_nothing_is_suggested_on_what_is_closed(stage: PullStage) -> None:
    town = Town({SPEC: WRONG}, base=RULES)
    town.change(stage=stage)
    town.run()
    assert town.kinds == []


def test_a_dry_run_shows_them() -> None:
    town = Town({SPEC: WRONG}, base=RULES)
    attended = town.run(is_dry=True)
    assert [action.kind for action in attended.plan].count("suggest") == 2
    assert town.kinds == []


def test_ten_are_enough_for_all_specs_together() -> None:
    specs = {f"docs/specs/{at:03}-x.md": WRONG for at in range(8)}
    town = Town(specs, base=RULES)
    town.run()
    assert len(offered(town)) == 10
    town.push({path: text.replace("by hand", "slowly") for path, text in specs.items()})
    town.run()
    assert len(offered(town)) == 10


def test_a_token_that_may_not_review_does_all_else() -> None:
    town = Town({SPEC: WRONG}, base=RULES)
    town.door.refusing.add("suggestions")
    attended = town.run()
    assert town.kinds == ["create-comment", "write-check"]
    (refusal,) = attended.refused
    assert refusal.way == "suggestions"


def test_the_rules_of_the_base_say_what_is_wrong() -> None:
    config = {".github/spec-steward.yml": "rules: {unknown-status: off}\n"}
    town = Town({SPEC: WRONG}, base={**RULES, **config})
    town.run()
    assert offered(town) == [DATE]


@pytest.mark.parametrize(
    ("line", "shown"),
    [
        ("- **Status:** Draft", "```suggestion\n- **Status:** Draft\n```"),
        ("| a | `b` |\t", "```suggestion\n| a | `b` |\t\n```"),
        ("Status: Draft ```", "````suggestion\nStatus: Draft ```\n````"),
        ("Status: `````` @ann #1", "```````suggestion\nStatus: `````` @ann #1\n```````"),
    ],
)
def test_a_line_is_offered_letter_by_letter(line: str, shown: str) -> None:
    made = Suggestion("a.md", 1, "old", line, "write @ann/*x*_ as <b>")
    text = suggestion_text(made)
    assert text is not None
    why, _, block = text.partition("\n\n")
    assert block == shown
    assert why == "Write @\u2060ann/\\*x\\*\\_ as &lt;b&gt;."


@pytest.mark.parametrize("hidden", ["\u202e", "\x1b[1m", "\u2028", "\ufeff", "##[error]"])
def test_what_cannot_be_shown_is_not_offered(hidden: str) -> None:
    """It would have to be taken over unseen; or, written as an escape, spoil the line."""
    assert suggestion_text(Suggestion("a.md", 1, "old", f"Status: Draft{hidden}", "x")) is None
    town = Town({SPEC: WRONG.replace("Drfat", f"Drfat ({hidden})")}, base=RULES)
    town.run()
    assert offered(town) == [DATE]


def test_a_key_is_that_of_its_lines() -> None:
    town = Town({SPEC: WRONG}, base=RULES)
    town.run()
    old = "- **Updated:** 21 November 2026"
    assert key_of_remark(town.state.remarks[1]) == suggestion_key(SPEC, old, DATE)


def test_a_line_that_github_does_not_see_alarms_nobody() -> None:
    town = Town({SPEC: WRONG}, base=RULES)
    attended = town.run()
    deed = Suggest(1, "a" * 40, SPEC, 3, "words")
    quiet = Refusal(deed, "", "could not be resolved", status=422)
    assert list(notes_of(replace(attended, refused=(quiet,)), is_dry=False)) == []
    told = replace(quiet, way=deed.way, grant="pull-requests: write", status=403)
    (note,) = notes_of(replace(attended, refused=(told,)), is_dry=False)
    assert note.startswith("GitHub refused the suggestions: ")


def test_a_path_speaks_no_command_to_the_runner() -> None:
    path = "docs/specs/002-x\n::error::y.md"
    town = Town({path: WRONG}, base=RULES)
    lines = "\n".join(log(town.run(), is_dry=False)).split("\n")
    assert len([line for line in lines if line.startswith("  suggested a change to ")]) == 2
    assert not any(line.lstrip().startswith("::") for line in lines)
