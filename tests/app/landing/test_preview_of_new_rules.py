"""What merging does goes by the rules that the pull request brings, for they hold by then."""

import pytest

from bot.app.action.telling import log
from bot.app.landing.land import land
from tests.app.action.people import Village
from tests.app.action.town import SETUP
from tests.app.landing.farm import RULES, SPEC, TEMPLATE, WHOLE
from tests.app.landing.test_preview import landed, titles, works

CONFIG = ".github/spec-steward.yml"


def merged(village: Village, head: dict[str, str]) -> list[str]:
    """Merge it, and give what the landing opens."""
    village.land(head)
    village.door.tip = village.state.pull.base
    land(village.door, SETUP)
    return [issue.title for issue in village.door.standing.values()]


@pytest.mark.parametrize(
    ("before", "after", "count"),
    [
        ("", "granularity: spec", 1),
        ("granularity: spec", "granularity: phase", 3),
        ("enabled: false", "enabled: true", 7),
        ("when: building", "when: approved", 7),
        ("", "max-new: 3", 3),
        ("", "title: 'Do: {text}'", 7),
        ("", "enabled: false", 0),
        ("", "when: building", 0),
    ],
)
def test_the_configuration_that_it_brings_counts(before: str, after: str, count: int) -> None:
    base = {CONFIG: f"issues: {{{before}}}\n"}
    head = {SPEC: WHOLE, CONFIG: f"issues: {{{after}}}\n"}
    village = landed(base, head)
    found = works(village)
    assert len(found.opens) == count
    assert sorted(titles(found.opens)) == sorted(merged(village, head))


def test_a_status_word_that_it_gives_a_meaning_counts() -> None:
    text = WHOLE.replace("Accepted", "Blessed")
    template = TEMPLATE.replace("Accepted", "Blessed")
    head = {SPEC: text, CONFIG: "status: {stages: {Blessed: approved}}\n"}
    village = Village({}, base={"docs/specs/TEMPLATE.md": template})
    village.push(head)
    assert len(works(village).opens) == 7
    assert len(merged(village, head)) == 7


def test_the_template_that_it_brings_counts() -> None:
    village = Village({})
    village.land(dict.fromkeys(RULES))
    village.push({**RULES, SPEC: WHOLE})
    assert len(works(village).opens) == 7


@pytest.mark.parametrize("broken", ["issues: {when: soon}\n", "templates: [{template: none.md}]\n"])
def test_what_cannot_hold_is_not_gone_by_and_that_is_said(broken: str) -> None:
    village = landed({}, {SPEC: WHOLE, CONFIG: broken})
    attended = village.run()
    assert (len(attended.hearing.works.opens), attended.hearing.works.goes_by_base) == (7, True)
    told = "That goes by the rules of `main`, since those in this pull request cannot be used."
    assert told in village.comment.body
    line = "  that goes by the rules of the base branch: its own cannot be used"
    assert line in log(attended, is_dry=False)


def test_it_takes_no_look_at_issues_where_there_will_be_none() -> None:
    village = landed({}, {SPEC: WHOLE, CONFIG: "issues: {enabled: false}\n"})
    village.door.labelled_issues = None  # type: ignore[assignment, method-assign]  # nobody may ask
    assert not works(village)


def test_nobody_is_judged_by_what_it_brings() -> None:
    rules = "rules: {placeholder: off}\nissues: {granularity: spec}\n"
    village = landed({}, {SPEC: f"{WHOLE}- [ ] [Task]\n", CONFIG: rules})
    found = village.run().hearing
    assert (found.has_errors, len(found.works.opens)) == (True, 1)
