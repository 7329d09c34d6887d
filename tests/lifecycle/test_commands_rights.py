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
from bot.lifecycle.rights import may, needs_role
from bot.model.pull import Person
from bot.model.role import Role

ORIGIN = Said(7, Person("ann"), "")
STATUS = SetStatus(ORIGIN, "approved")
APPROVE = Approve(ORIGIN)
WAIVE = Waive(ORIGIN, "placeholder", None, "a sample")
UNKNOWN = Unknown(ORIGIN, "aprove", "approve", "there is no such command")
TELLING = (Help(ORIGIN), Check(ORIGIN), PlanAsked(ORIGIN))


@pytest.mark.parametrize("command", [*TELLING, UNKNOWN])
def test_whoever_can_comment_may_ask(command: Command) -> None:
    assert not may(command, role=Role.NONE, is_author=True, is_approver=False)
    assert not needs_role(command)


@pytest.mark.parametrize(
    ("command", "role", "is_author", "needed"),
    [
        (STATUS, Role.NONE, False, "write access"),
        (STATUS, Role.TRIAGE, False, "write access"),
        (STATUS, Role.WRITE, True, ""),
        (STATUS, Role.ADMIN, False, ""),
        (WAIVE, Role.TRIAGE, False, "write access"),
        (WAIVE, Role.READ, True, "write access"),
        (WAIVE, Role.WRITE, False, ""),
        (WAIVE, Role.WRITE, True, "into the document"),
        (WAIVE, Role.MAINTAIN, True, ""),
        (WAIVE, Role.ADMIN, True, ""),
    ],
)
def test_some_commands_take_a_role(
    command: Command, role: Role, is_author: bool, needed: str
) -> None:
    said = may(command, role=role, is_author=is_author, is_approver=True)
    assert needed in said
    assert bool(said) == bool(needed)
    assert needs_role(command)


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
    said = may(APPROVE, role=Role.NONE, is_author=is_author, is_approver=is_approver)
    assert needed in said
    assert bool(said) == bool(needed)
    assert not needs_role(APPROVE)


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
