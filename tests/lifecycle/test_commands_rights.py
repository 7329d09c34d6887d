"""Who may do what a command says, and which reaction answers it."""

import pytest

from bot.lifecycle.commands import (
    Approve,
    Check,
    Command,
    Help,
    PlanAsked,
    Said,
    SetStatus,
    Unknown,
    Waive,
)
from bot.lifecycle.reactions import reaction
from bot.lifecycle.rights import may_not_approve, may_not_waive
from bot.model.pull import Person
from bot.model.role import Role

ORIGIN = Said(7, Person("ann"), "")
STATUS = SetStatus(ORIGIN, "approved")
APPROVE = Approve(ORIGIN)
WAIVE = Waive(ORIGIN, "placeholder", None, "a sample")
UNKNOWN = Unknown(ORIGIN, "aprove", "approve", "there is no such command")
TELLING = (Help(ORIGIN), Check(ORIGIN), PlanAsked(ORIGIN))


@pytest.mark.parametrize(
    ("role", "is_author", "needed"),
    [
        (Role.TRIAGE, False, "write access"),
        (Role.READ, True, "write access"),
        (Role.WRITE, False, ""),
        (Role.WRITE, True, "into the document"),
        (Role.MAINTAIN, True, ""),
        (Role.ADMIN, True, ""),
    ],
)
def test_a_waiver_takes_a_second_pair_of_eyes(role: Role, is_author: bool, needed: str) -> None:
    said = may_not_waive(role, is_author=is_author)
    assert needed in said
    assert bool(said) == bool(needed)


@pytest.mark.parametrize(
    ("is_author", "is_approver", "needed"),
    [
        (False, True, ""),
        (False, False, "would not count"),
        (True, True, "somebody else"),
        (True, False, "somebody else"),
    ],
)
def test_those_approve_whose_approval_counts(
    is_author: bool, is_approver: bool, needed: str
) -> None:
    said = may_not_approve(is_author=is_author, is_approver=is_approver)
    assert needed in said
    assert bool(said) == bool(needed)


@pytest.mark.parametrize(
    ("command", "refusal", "expected"),
    [
        *((command, "", "eyes") for command in TELLING),
        (STATUS, "", "+1"),
        (APPROVE, "", "+1"),
        (WAIVE, "", "+1"),
        (WAIVE, "it takes write access", "-1"),
        (UNKNOWN, "", "confused"),
        (UNKNOWN, "there is no such command", "confused"),
    ],
)
def test_a_reaction_answers(command: Command, refusal: str, expected: str) -> None:
    assert reaction(command, refusal) == expected
