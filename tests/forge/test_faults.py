"""Each deed, and each way in which it can go wrong: nothing is doubled, nothing is lost."""

from collections import Counter
from contextlib import suppress
from typing import get_args

import pytest

from bot.errors import ForgeError
from bot.plan.actions import Action
from bot.plan.converge import Known, Outcome
from bot.plan.desired import Desired
from bot.plan.difference import difference
from bot.plan.pulls import own_comments
from bot.plan.suggestion import key_of_remark
from bot.sandbox.wire.faults import Fault
from tests.forge.conftest import Served
from tests.forge.stories import STORIES, Told
from tests.plan.owning import key_of

LIMIT = '{"message": "You have exceeded a secondary rate limit. Please wait a few minutes."}'
FAULTS = {
    "dropped before": Fault(drop=True),
    "dropped after": Fault(drop=True, after_deed=True),
    "502 after": Fault(status=502, body="{}", after_deed=True),
    "403 secondary": Fault(status=403, body=LIMIT),
    "429 and how long": Fault(status=429, body=LIMIT, headers=(("Retry-After", "7"),)),
    "429": Fault(status=429, body=LIMIT),
}
WAITS = {"403 secondary": [60], "429 and how long": [7], "429": [60]}


class KilledError(BaseException):
    """The process is gone."""


@pytest.fixture
def slept(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """Collect the client's pauses instead of making them."""
    found: list[float] = []
    monkeypatch.setattr("time.sleep", found.append)
    return found


def is_healed(told: Told, desired: Desired) -> None:
    seen = told.look(desired)
    assert difference(desired, seen) == ()
    assert not seen.pull or len(own_comments(seen.pull)) <= 1
    made = Counter(map(key_of_remark, seen.pull.remarks if seen.pull else ()))
    assert all(count == 1 for count in made.values())
    keys = Counter(key_of(issue) for issue in seen.issues or ())
    assert all(count == 1 for count in keys.values())
    assert not seen.sync or len(seen.sync.pulls) <= 1


def _deeds(served: Served) -> int:
    """Count the writes that were answered; one that was dropped is written down later."""
    return sum(entry.status != 0 for entry in served.desk.journal.writes())


def test_there_is_a_story_for_each_deed() -> None:
    assert set(STORIES) == {kind.kind for kind in get_args(Action)}


@pytest.mark.wire
@pytest.mark.parametrize("fault", FAULTS)
@pytest.mark.parametrize("kind", STORIES)
def test_it_heals(served: Served, slept: list[float], kind: str, fault: str) -> None:
    prepare, method, path = STORIES[kind]
    told = Told.at(served.gateway(pause=0, secondary_wait=60), 1)
    desired = prepare(told)
    assert kind in [action.kind for action in difference(desired, told.look(desired))]
    met = FAULTS[fault]
    nth = 2 if kind.endswith("minimise-comment") else 1  # the first one is the question before
    served.desk.faults.add(
        Fault(**{n: getattr(met, n) for n in met.__slots__}
              | {"method": method, "path": path, "nth": nth})
    )  # fmt: skip
    with suppress(ForgeError):
        told.run(desired)
    told.run(desired)
    is_healed(told, desired)
    assert [pause for pause in slept if pause] == WAITS.get(fault, [])
    before = _deeds(served)
    assert told.run(desired) == Outcome()
    assert _deeds(served) == before
    assert any(e.status == (met.status or 0) for e in served.desk.journal.entries)


@pytest.mark.wire
@pytest.mark.parametrize("is_done", [False, True], ids=["before", "after"])
@pytest.mark.parametrize("kind", STORIES)
def test_a_killed_run_heals(served: Served, kind: str, is_done: bool) -> None:
    told = Told.at(served.gateway(), 1)
    desired = STORIES[kind][0](told)

    def perform(action: Action, known: Known) -> None:
        if action.kind == kind and not is_done:
            raise KilledError
        told.door.perform(action, known)
        if action.kind == kind:
            raise KilledError

    with pytest.raises(KilledError):
        told.run(desired, perform)
    told.run(desired)
    is_healed(told, desired)
