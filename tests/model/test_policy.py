"""Policies by default."""

from bot.model.policy import Policy
from bot.model.stage import Stage


def test_the_absence_of_a_configuration_decides_little() -> None:
    policy = Policy()
    assert policy.templates == ()
    assert policy.transitions is None
    assert policy.size_cap == 1_000_000
    assert policy.issues.enabled
    assert policy.issues.when is Stage.APPROVED


def test_policies_share_no_tables() -> None:
    one, other = Policy(), Policy()
    one.stages["cooking"] = Stage.BUILDING
    assert other.stages == {}
