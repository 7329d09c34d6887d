"""Deeds on issues and on the write-back, in plain words."""

from bot.app.deeds.names import Names, quoted
from bot.app.deeds.said import Said, said
from bot.model.issue import Reason
from bot.plan.actions import (
    Action,
    AddDependency,
    AddSubIssue,
    CloseIssue,
    ClosePullRequest,
    CommitFiles,
    CreateIssue,
    DeleteBranch,
    OpenPullRequest,
    OrderSubIssue,
    RemoveDependency,
    RemoveSubIssue,
    ReopenIssue,
    UpdateIssue,
    UpdatePullRequest,
)
from bot.render.defuse import prose
from bot.render.tally import plural

_AS = {
    Reason.COMPLETED: "as done",
    Reason.NOT_PLANNED: "as not planned",
    Reason.DUPLICATE: "as a duplicate",
}


def said_of_issue(action: Action, names: Names) -> Said | None:
    """Tell a deed on one issue."""
    match action:
        case CreateIssue(wish):
            number = names.numbers.get(wish.key)
            return said("opened", f"{f'#{number} ' if number else ''}{quoted(wish.title)}", "open")
        case UpdateIssue(number):
            return _changed(action, f"#{number}")
        case CloseIssue(ref, reason):
            return said("closed", f"{names(ref)} {_AS[reason]}", "close")
        case ReopenIssue(number):
            return said("opened", f"#{number} again", "open")
    return None


def said_of_family(action: Action, names: Names) -> Said | None:
    """Tell a deed on how issues hang together."""
    match action:
        case AddSubIssue(parent, child):
            return said("put", f"{names(child)} under {names(parent)}")
        case RemoveSubIssue(parent, child):
            return said("took", f"{names(child)} out from under {names(parent)}", "take")
        case OrderSubIssue(parent, child, after):
            place = f"behind {names(after)}" if after else "to the top"
            return said("moved", f"{names(child)} {place} under {names(parent)}", "move")
        case AddDependency(issue, blocker):
            first, last = names(issue), names(blocker)
            return Said(f"{first} waits for {last}", f"let {first} wait for {last}")
        case RemoveDependency(issue, blocker):
            first, last = names(issue), names(blocker)
            plain = f"let {first} wait for {last} no longer"
            return Said(f"{first} waits for {last} no longer", plain)
    return None


def said_of_write_back(action: Action) -> Said | None:
    """Tell a deed on the pull request that writes back."""
    match action:
        case CommitFiles(wish):
            (first, _), *others = wish.files
            paths = prose(first) + (f" and {plural(len(others), 'other file')}" if others else "")
            return said("wrote", f"{paths} to the branch {prose(wish.branch)}", "write")
        case OpenPullRequest(wish):
            return said("opened", f"the write-back {quoted(wish.title)}", "open")
        case UpdatePullRequest(number, title):
            return said("changed", f"the write-back #{number} {quoted(title)}", "change")
        case ClosePullRequest(number):
            return said("closed", f"the write-back #{number}", "close")
        case DeleteBranch(branch):
            return said("deleted", f"the branch {prose(branch)}", "delete")
    return None


def _changed(action: UpdateIssue, issue: str) -> Said:
    """Say what of an issue was changed; its milestone goes along with whatever else is."""
    before, _ = action.before
    due = f", due with {quoted(action.milestone)}" if action.milestone else ""
    if action.title is not None:
        return said("renamed", f"{issue} to {quoted(action.title)}{due}", "rename")
    if action.body is not None:
        return said("brought", f"the text of {issue} {quoted(before)} up to date{due}", "bring")
    return said("gave", f"{issue} the milestone {quoted(action.milestone or '')}", "give")
