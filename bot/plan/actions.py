"""What the Steward may do on GitHub: each deed with what it changes, to what, and why.

A deed says all that is needed to do it again safely, or to see that it was done. ``Ref`` names an
issue by its key until it has a number.
"""

from typing import TypeAlias

from bot.plan.issue_actions import (
    AddDependency,
    AddSubIssue,
    CloseIssue,
    CreateIssue,
    OrderSubIssue,
    Ref,
    RemoveDependency,
    RemoveSubIssue,
    ReopenIssue,
    UpdateIssue,
)
from bot.plan.pull_actions import (
    AddLabel,
    CreateComment,
    CreateLabel,
    DeleteComment,
    MinimiseComment,
    RemoveLabel,
    SetStatus,
    UpdateComment,
    WriteCheck,
)
from bot.plan.sync_actions import (
    ClosePullRequest,
    CommitFiles,
    DeleteBranch,
    OpenPullRequest,
    UpdatePullRequest,
)

__all__ = [
    "CREATING",
    "Action",
    "AddDependency",
    "AddLabel",
    "AddSubIssue",
    "CloseIssue",
    "ClosePullRequest",
    "CommitFiles",
    "CreateComment",
    "CreateIssue",
    "CreateLabel",
    "DeleteBranch",
    "DeleteComment",
    "MinimiseComment",
    "OpenPullRequest",
    "OrderSubIssue",
    "Plan",
    "Ref",
    "RemoveDependency",
    "RemoveLabel",
    "RemoveSubIssue",
    "ReopenIssue",
    "SetStatus",
    "UpdateComment",
    "UpdateIssue",
    "UpdatePullRequest",
    "WriteCheck",
]

Action: TypeAlias = (
    CreateComment
    | UpdateComment
    | DeleteComment
    | MinimiseComment
    | CreateLabel
    | AddLabel
    | RemoveLabel
    | WriteCheck
    | SetStatus
    | CreateIssue
    | UpdateIssue
    | CloseIssue
    | ReopenIssue
    | AddSubIssue
    | RemoveSubIssue
    | OrderSubIssue
    | AddDependency
    | RemoveDependency
    | CommitFiles
    | OpenPullRequest
    | UpdatePullRequest
    | ClosePullRequest
    | DeleteBranch
)
Plan: TypeAlias = tuple[Action, ...]

CREATING = (CreateComment, CreateIssue, OpenPullRequest)
"""the deeds that two runs at once may double, so that it is looked again after them"""
