"""Two runs for one merge, at the same time: whatever their order, nothing is there twice."""

from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from bot.app.landing.land import land
from bot.app.landing.look import BRANCH
from bot.errors import ForgeError
from bot.forge.gateway import Gateway
from bot.forge.patience import Patience
from bot.model.issue import Issue, Reason
from tests.app.landing.farm import SETUP, SPEC, WHOLE
from tests.app.landing.wired import grown
from tests.forge.conftest import NAME, WORKFLOW, Served
from tests.forge.turns import TurnLine, Turns, together
from tests.plan.owning import key_of

MOST = 60  # requests that both take at least, of which the order is said
ORDERS = {
    **{f"second at {first}": [0] * first + [1] * MOST for first in range(0, MOST, 4)},
    "in turns": [0, 1] * MOST,
    "one is twice as fast": [0, 0, 1] * MOST,
    "the other is": [0, 1, 1] * MOST,
}
pytestmark = pytest.mark.wire


def _door(served: Served, turns: Turns, who: int) -> Gateway:
    line = TurnLine(NAME, WORKFLOW, served.url, Patience.usual(pause=0, secondary_wait=0))
    line.turns, line.who = turns, who
    return Gateway(line)


@pytest.mark.parametrize("order", ORDERS.values(), ids=ORDERS)
def test_two_runs_open_each_issue_once(served: Served, tmp_path: Path, order: list[int]) -> None:
    wired = grown(served, tmp_path / "runs", {SPEC: WHOLE})
    turns = Turns(order)

    def run(who: int) -> None:
        with suppress(ForgeError):  # one of both may give up: the next run is there for that
            land(_door(served, turns, who), SETUP)

    together(turns, lambda: run(0), lambda: run(1))
    wired.pushed()
    assert wired.pushed().writes == []
    left = list(_without_twins(wired.issues()))
    assert Counter(map(key_of, left)).total() == len(left) == 7
    (root,) = [each for each in left if each.parent is None]
    numbers = {each.number for each in left}
    assert {child.number for each in left for child in each.children} == numbers - {root.number}
    assert len(served.gateway().sync(BRANCH, "main").pulls) == 1
    # nobody reads that work was dropped, or done, which is not
    assert all(each.is_open for each in left)


def _without_twins(issues: tuple[Issue, ...]) -> Iterator[Issue]:
    """Leave out the later ones of a key, which have to be closed as what they are."""
    seen: set[str | None] = set()
    for issue in issues:
        if key_of(issue) in seen:
            assert (issue.is_open, issue.reason) == (False, Reason.DUPLICATE)
        else:
            yield issue
        seen.add(key_of(issue))
