"""A thousand issues on an empty repository, with a crash in between: what it costs, and no twin."""

from collections import Counter
from contextlib import suppress

import pytest

from bot.plan.actions import Action
from bot.plan.converge import Known
from bot.plan.desired import Desired
from tests.forge.conftest import Served
from tests.forge.stories import Told, issue
from tests.plan.owning import key_of

HEAD = "0" * 40
COUNT = 1_000
pytestmark = pytest.mark.wire


class KilledError(BaseException):
    """The process is gone."""


@pytest.mark.parametrize("is_done", [True, False], ids=["after", "before"])
def test_a_thousand_issues_heal_from_a_crash(served: Served, is_done: bool) -> None:
    desired = Desired(issues=tuple(issue(f"k{at}") for at in range(COUNT)))
    left = 600

    def killed(action: Action, known: Known) -> None:
        nonlocal left
        left -= 1
        if left or is_done:
            told.door.perform(action, known)
        if not left:
            raise KilledError

    told = Told(served.gateway(), 1, HEAD, HEAD)
    with suppress(KilledError):
        told.run(desired, killed)
    made = 600 if is_done else 599
    served.desk.journal.clear()
    served.desk.limits.clear()  # an hour later: a workflow's token has a thousand requests in one
    told = Told(served.gateway(), 1, HEAD, HEAD)
    assert len(told.run(desired).done) == COUNT - made
    kinds = Counter((e.method, e.path.rpartition("/")[2]) for e in served.desk.journal.entries)
    # who we are, what stood before, and what stands after: fifty of all, a hundred of our own
    assert kinds == {
        ("POST", "issues"): COUNT - made,
        ("POST", "graphql"): 1 + 12 + 20,
        ("GET", "issues"): 6 + 10,
    }
    served.desk.limits.clear()
    keys = Counter(map(key_of, told.door.issues()))
    assert len(keys) == COUNT
    assert set(keys.values()) == {1}
    served.desk.journal.clear()
    assert told.run(desired).done == ()
    assert len(served.desk.journal.entries) == 20 + 10
