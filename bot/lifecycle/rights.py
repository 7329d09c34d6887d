"""Who may do what a command says, and what it needs where somebody may not.

Asking for a status by command takes what asking by label does: see ``refusals``.
"""

from bot.model.role import Role


def may_not_approve(*, is_author: bool, is_approver: bool) -> str:
    """Tell who approves and does not count that it does not; empty where it does.

    ``is_approver`` is whether it would if they had not opened the pull request themselves.
    """
    if is_author:
        return "an author's own approval does not count: somebody else has to approve"
    if not is_approver:
        return "your approval would not count here: ask one of those to approve whose approval does"
    return ""


def may_not_waive(role: Role, *, is_author: bool) -> str:
    """Look for a second pair of eyes; empty where there is one.

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
