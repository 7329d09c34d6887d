"""Servers without sub-issues or dependencies: what they lack is left out, the rest is done."""

import pytest

from bot.plan.desired import Desired
from bot.plan.difference import difference
from bot.sandbox.wire.faults import Fault
from tests.forge.conftest import Served
from tests.forge.stories import Told, family

GONE = '{"message": "Not Found"}'
LACKING = {"dependencies": "/dependencies/", "sub-issues": "/sub_issue"}


@pytest.mark.parametrize("way", LACKING)
def test_only_what_it_lacks_is_closed(served: Served, way: str) -> None:
    served.desk.faults.add(Fault(path=LACKING[way], status=404, body=GONE, times=999))
    told = Told.at(served.gateway(), 1)
    desired = Desired(issues=family(is_open=False))
    outcome = told.run(desired)
    (refusal,) = outcome.refused
    assert outcome.closed == {way}
    assert refusal.what == f"GitHub finds no {way} there"
    assert refusal.grant == ""  # no right would bring it
    assert told.door.can("issues")
    assert told.door.can.closed == {way}
    assert [issue.is_open for issue in told.door.issues()] == [True, True, False]
    assert {action.way for action in outcome.left} == {way}
    assert difference(desired, told.look(desired), told.door.can.closed) == ()


def test_a_server_with_neither_has_its_issues(served: Served) -> None:
    served.desk.faults.add(Fault(path="/graphql", status=200, times=999, body=(
        '{"errors": [{"message": "Field \'subIssues\' doesn\'t exist on type \'Issue\'"}]}'
    )))  # fmt: skip
    for path in LACKING.values():
        served.desk.faults.add(Fault(path=path, status=404, body=GONE, times=999))
    told = Told.at(served.gateway(), 1)
    outcome = told.run(Desired(issues=family()))
    assert [action.kind for action in outcome.done] == ["create-issue"] * 3
    assert outcome.closed == set(LACKING)
