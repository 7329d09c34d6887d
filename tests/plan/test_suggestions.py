"""What is left to suggest: nothing twice, nothing that was answered, and never many."""

from dataclasses import replace

import pytest

from bot.model.pull import PullState, Remark
from bot.plan import actions as a
from bot.plan.actions import Action
from bot.plan.converge import Known, UnclearError, converge
from bot.plan.desired import Desired, PullWish
from bot.plan.difference import difference
from bot.plan.fitting import BODY
from bot.plan.observed import Observed
from bot.plan.printed import plan_json
from bot.plan.suggestion import (
    SuggestionWish,
    key_of_remark,
    mark_suggestion,
    suggestion_key,
)
from bot.plan.suggestions import MOST
from tests.forge.memory import ME, PULL, Memory

PATH = "docs/specs/001-new.md"


def wish(key: str, line: int = 1) -> SuggestionWish:
    body = f"{mark_suggestion(key)}\nWrite it so.\n\n```suggestion\nso\n```"
    return SuggestionWish(PULL.head, PATH, line, key, body, "write it so")


def remark(key: str, at: int = 1, *, mine: bool = True) -> Remark:
    return Remark(at, wish(key).body, mine)


def wanted(*wishes: SuggestionWish) -> Desired:
    return Desired(PullWish(1, suggestions=wishes))


def plan(desired: Desired, *remarks: Remark) -> list[tuple[str, object]]:
    state = PullState(PULL, ME.login, remarks=remarks)
    return [
        (action.kind, action.line if isinstance(action, a.Suggest) else action.id)
        for action in difference(desired, Observed(pull=state))
        if isinstance(action, a.Suggest | a.DeleteSuggestion)
    ]


def test_what_was_never_suggested_is() -> None:
    assert plan(wanted(wish("a", 3), wish("b", 5))) == [("suggest", 3), ("suggest", 5)]
    assert plan(wanted(wish("a", 3), wish("b", 5)), remark("a")) == [("suggest", 5)]


def test_it_moves_with_its_line() -> None:
    assert plan(wanted(wish("a", 30)), remark("a")) == []


def test_two_lines_alike_are_suggested_once() -> None:
    assert len(plan(wanted(wish("a", 3), wish("a", 5)))) == 1


def test_what_others_have_said_is_no_suggestion_of_ours() -> None:
    assert plan(wanted(wish("a", 3)), remark("a", mine=False)) == [("suggest", 3)]
    assert key_of_remark(Remark(1, "words", mine=True)) is None
    assert key_of_remark(Remark(1, f"words\n{wish('a').body}", mine=True)) is None
    assert key_of_remark(Remark(1, "<!-- spec-steward:suggestion v1 -->", mine=True)) is None


def test_of_twins_the_later_goes() -> None:
    twins = (remark("a", 9), remark("b", 8), remark("a", 7), remark("a", 11))
    left = [("delete-suggestion", 9), ("delete-suggestion", 11)]
    assert plan(wanted(wish("a")), *twins) == left
    assert plan(wanted(), *twins) == left


@pytest.mark.parametrize("standing", [0, 4, 10, 12])
def test_there_are_ten_at_most_over_its_whole_life(standing: int) -> None:
    made = [remark(f"old{at}", at + 1) for at in range(standing)]
    wishes = [wish(f"new{at}", at) for at in range(20)]
    left = [("suggest", at) for at in range(max(0, MOST - standing))]
    assert plan(wanted(*wishes), *made) == left


def test_what_is_longer_than_github_takes_is_left_out() -> None:
    long = replace(wish("a"), body="x" * (BODY + 1))
    assert plan(wanted(long, replace(long, key="b", body="x" * BODY))) == [("suggest", 1)]


def test_keys_tell_path_and_both_lines_apart() -> None:
    keys = {
        suggestion_key(*each)
        for each in (("a", "b", "c"), ("a", "c", "b"), ("ab", "", "c"), ("a", "b", "\ud800"))
    }
    assert len(keys) == 4
    assert suggestion_key("a", "b", "c") == suggestion_key("a", "b", "c")


def test_it_is_printed_with_its_place() -> None:
    state = PullState(PULL, ME.login, remarks=(remark("b", 7), remark("b", 8)))
    assert plan_json(difference(wanted(wish("a", 3)), Observed(pull=state)))["actions"] == [
        {
            "kind": "delete-suggestion",
            "target": "review comment 8",
            "before": wish("b").body,
            "after": None,
            "why": "the older suggestion stays the only one",
        },
        {
            "kind": "suggest",
            "target": f"pull request #1, {PATH} line 3",
            "before": None,
            "after": wish("a").body,
            "why": "write it so",
        },
    ]


@pytest.mark.parametrize("unclear", [0, 1, 2, 3])
def test_none_is_made_twice_where_the_listing_lags(unclear: int) -> None:
    memory = Memory(pulls={1: PullState(PULL, ME.login)})
    stale = memory.observe(1)
    tries: list[str] = []

    def perform(action: Action, known: Known) -> None:
        tries.append(action.kind)
        if len(tries) == unclear:
            raise UnclearError
        memory.perform(action, known)

    outcome = converge(wanted(wish("a"), wish("b", 2)), lambda: stale, perform, stale)
    assert [action.kind for action in outcome.done] == ["suggest", "suggest"]
    assert len(memory.pulls[1].remarks) == 2


def test_a_twin_that_was_taken_away_does_not_come_back() -> None:
    memory, desired = Memory(pulls={1: PullState(PULL, ME.login)}), wanted(wish("a"))
    known = Known()
    for _ in range(2):
        memory.perform(a.Suggest(1, PULL.head, PATH, 1, wish("a").body), known)
    stale = memory.observe(1)
    outcome = converge(desired, lambda: stale, memory.perform, stale)
    assert [action.kind for action in outcome.done] == ["delete-suggestion"]
    assert len(memory.pulls[1].remarks) == 1
