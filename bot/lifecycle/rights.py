"""Who may do what a command says, and what it needs where somebody may not."""

from bot.lifecycle.commands import Approve, Command, SetStatus, Waive
from bot.model.role import Role


def needs_role(command: Command) -> bool:
    """Tell whether the author's role matters: it takes a request to know, so few are asked for."""
    return isinstance(command, SetStatus | Waive)


def may(command: Command, *, role: Role, is_author: bool, is_approver: bool) -> str:
    """Say in one sentence what somebody needs who may not; empty where they may.

    ``role`` is the commenter's, ``is_author`` whether they opened the pull request, and
    ``is_approver`` whether their approval would count if they had not.
    """
    match command:
        case SetStatus():
            return _to_ask(role)
        case Approve():
            return _to_approve(is_author=is_author, is_approver=is_approver)
        case Waive():
            return _to_waive(role, is_author=is_author)
        case _:  # it only tells: whoever can comment can also read what is told
            return ""


def _to_ask(role: Role) -> str:
    if role.rank < Role.WRITE.rank:
        return "it takes write access to ask for a status: ask somebody who has it to do so"
    return ""


def _to_approve(*, is_author: bool, is_approver: bool) -> str:
    if is_author:
        return "an author's own approval does not count: somebody else has to approve"
    if not is_approver:
        return "your approval would not count here: ask one of those to approve whose approval does"
    return ""


def _to_waive(role: Role, *, is_author: bool) -> str:
    """Look for a second pair of eyes.

    An author's waiver in the document is a part of what reviewers approve. One in a comment is in
    no diff, and would turn a red check green with nobody else having looked. Those who maintain
    could as well turn the rule off: they are let, and it is listed with their name; so a team of
    one is not stuck either.
    """
    if role.rank < Role.WRITE.rank:
        return "it takes write access to waive a rule: ask somebody who has it to do so"
    if is_author and role.rank < Role.MAINTAIN.rank:
        return (
            "an author does not waive a rule for their own change: ask somebody else with write"
            " access, or write the waiver into the document, where reviewers see it"
        )
    return ""
