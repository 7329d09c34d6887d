"""Events by tokens by states: state decides, the token limits, and the event only says where."""

import json
from collections.abc import Callable
from dataclasses import fields
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.app.action.run import act
from bot.errors import ForgeError
from bot.model.pull import PullStage
from bot.plan.actions import Action
from bot.plan.known import Known
from bot.settings import Runner
from tests.app.action.test_attend import BARE
from tests.app.action.town import SPEC, WHOLE, Gate, Town

pytestmark = pytest.mark.limits  # test_attend.py reaches each branch

_FIELDS = [each.name for each in fields(Gate)]
# test_event.py shows that every event of a pull request leads to the same place, and says no more
EVENTS = [
    ("pull_request_target", "synchronize"),
    ("pull_request", "closed"),
    ("workflow_dispatch", "1"),
    ("schedule", ""),
]
SWEEPS = [("schedule", "")]
TOKENS: dict[str, set[str]] = {
    "full": set(),
    "no checks": {"checks"},
    "no checks, no statuses": {"checks", "statuses"},
    "no labels": {"labels"},
    "no comments": {"comments"},
    "read only": {"comments", "labels", "checks", "statuses"},
}


def _whole() -> Town:
    return Town({SPEC: WHOLE})


def _broken() -> Town:
    return Town({SPEC: BARE})


def _draft() -> Town:
    town = _broken()
    town.change(is_draft=True)
    return town


def _fork() -> Town:
    town = _broken()
    town.change(is_fork=True, head_repository="eve/widgets")
    return town


def _lost_fork() -> Town:
    town = _fork()
    town.change(head_repository=None)
    return town


def _no_specs() -> Town:
    return Town({"src/app.py": "print()\n"})


def _taken_out() -> Town:
    town = _broken()
    town.run()
    town.push({"src/app.py": "print()\n"})
    return town


def _wrong_label() -> Town:
    town = _whole()
    town.label("spec: done", "SPEC: Draft")
    return town


def _merged() -> Town:
    town = _whole()
    town.run()
    town.merge()
    return town


def _closed_unseen() -> Town:
    town = _broken()
    town.change(stage=PullStage.CLOSED)
    return town


STATES: dict[str, tuple[Callable[[], Town], int]] = {
    "whole": (_whole, 0),
    "broken": (_broken, 1),
    "draft": (_draft, 0),
    "fork": (_fork, 1),
    "lost fork": (_lost_fork, 1),
    "no specs": (_no_specs, 0),
    "taken out": (_taken_out, 0),
    "wrong label": (_wrong_label, 0),
    "merged": (_merged, 0),
    "closed unseen": (_closed_unseen, 0),
}


def _runner(folder: Path, event: tuple[str, str]) -> Runner:
    name, action = event
    payload = {"action": action, "number": 1, "pull_request": {"number": 1}}
    if name == "workflow_dispatch":
        payload = {"inputs": {"pull-request": action}}
    file = folder / "event.json"
    file.write_text(json.dumps(payload))
    return Runner(name, str(file), "acme/widgets", "t", server_url="https://github.test")


def _act(runner: Runner, town: Town) -> int:
    return act(runner, lambda _: None, lambda *_: town.door)


def _standing(door: Gate) -> tuple[object, ...]:
    state = door.pulls[1]
    own = [comment.body for comment in state.comments]
    return own, sorted(state.labels), [c.conclusion for c in state.checks], state.statuses


@pytest.mark.parametrize("token", TOKENS)
@pytest.mark.parametrize("state", STATES)
def test_every_event_leaves_the_same_and_a_second_one_writes_nothing(
    state: str, token: str, tmp_path: Path
) -> None:
    make, code = STATES[state]
    left = []
    for event in EVENTS:
        runner, town = _runner(tmp_path, event), make()
        town.door.refusing = TOKENS[token]
        for _ in range(2):
            town.door.deeds.clear()
            assert _act(runner, town) == (0 if event in SWEEPS else code)
        assert town.kinds == []
        if event not in SWEEPS or town.state.pull.stage is PullStage.OPEN:
            left.append(_standing(town.door))
    assert all(each == left[0] for each in left)


def test_what_a_token_may_not_do_is_left_out_and_the_rest_is_done() -> None:
    for token, refused in TOKENS.items():
        town = _broken()
        town.door.refusing = refused
        attended = town.run()
        assert not {action.way for action in attended.plan} & refused, token
        assert bool(town.state.comments) is ("comments" not in refused)
        assert bool(town.state.labels) is ("labels" not in refused)
        assert bool(town.state.checks) is ("checks" not in refused)
        assert bool(town.state.statuses) is ("checks" in refused and "statuses" not in refused)


def test_nothing_is_added_to_what_was_closed_unseen() -> None:
    town = _closed_unseen()
    town.run()
    assert town.kinds == []


SPEC_BROKEN, SPEC_WHOLE = {SPEC: BARE}, {SPEC: WHOLE}
HAPPENINGS: dict[str, Callable[[Town], object]] = {
    "breaks": lambda town: town.push({SPEC: BARE}),
    "mends": lambda town: town.push({SPEC: WHOLE}),
    "leaves specs": lambda town: town.push({"src/app.py": "print()\n"}),
    "drafts": lambda town: town.change(is_draft=True),
    "is ready": lambda town: town.change(is_draft=False),
    "labels": lambda town: town.label("spec: done"),
    "closes": lambda town: town.change(stage=PullStage.CLOSED),
    "reopens": lambda town: town.change(stage=PullStage.OPEN),
}


@given(
    st.lists(st.tuples(st.sampled_from(sorted(HAPPENINGS)), st.integers(0, 2)), max_size=8),
    st.sampled_from([SPEC_BROKEN, SPEC_WHOLE]),
)
def test_whatever_was_delivered_when_the_end_is_the_same(
    story: list[tuple[str, int]], end: dict[str, str]
) -> None:
    """Events are lost, late or doubled; the last delivery leaves what a fresh look leaves."""
    town = _whole()
    for what, deliveries in story:
        HAPPENINGS[what](town)
        for at in range(deliveries):
            town.run()
            assert not (at and town.kinds), "a second look writes nothing"
    town.change(stage=PullStage.OPEN, is_draft=False)
    town.push(end)
    town.run()
    fresh = Town(end)
    fresh.run()
    assert (town.state.labels, town.conclusion) == (fresh.state.labels, fresh.conclusion)
    assert _without_memory(town) == _without_memory(fresh)
    town.run()
    assert town.kinds == []


def _without_memory(town: Town) -> list[str]:
    """Give the comment's lines, but for those on what has changed since."""
    lines = town.comment.body.split("\n")[1:]
    since = next((at for at, line in enumerate(lines) if "What changed since" in line), None)
    if since is not None:
        del lines[since - 1 : lines.index("</details>", since) + 2]
    return lines


def test_a_head_that_moves_meanwhile_is_judged_anew() -> None:
    town = _broken()

    class Moving(Gate):
        def perform(self, action: Action, known: Known) -> None:
            super().perform(action, known)
            if action.kind == "write-check" and town.conclusion == "failure":
                town.push({SPEC: WHOLE})

    town.door = Moving(**{name: getattr(town.door, name) for name in _FIELDS})
    attended = town.run()
    assert attended.hearing.pull.head == town.state.pull.head
    assert town.conclusion == "success"
    assert town.kinds.count("create-comment") == 1
    assert [s.since.mended[0].section for s in attended.hearing.specs if s.since] == ["Design"]


def test_a_head_that_never_rests_is_left_to_a_later_run() -> None:
    town = _broken()

    class Restless(Gate):
        def perform(self, action: Action, known: Known) -> None:
            super().perform(action, known)
            town.push({SPEC: f"{BARE}\n{len(self.deeds)} {self.looks}\n"})

    town.door = Restless(**{name: getattr(town.door, name) for name in _FIELDS})
    with pytest.raises(ForgeError, match="moves faster"):
        town.run()
