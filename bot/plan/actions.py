"""What the Steward may do on GitHub: each deed with what it changes, to what, and why.

A deed says all that is needed to do it again safely, or to see that it was done. ``Ref`` names an
issue by its key until it has a number. Its ``way`` is the right that it takes: where the token
lacks that, all deeds of this way are refused.
"""

from typing import TypeAlias

from bot.plan.comment_actions import (
    CreateComment,
    DeleteComment,
    MinimiseComment,
    React,
    UnminimiseComment,
    UpdateComment,
)
from bot.plan.family_actions import (
    AddDependency,
    AddSubIssue,
    OrderSubIssue,
    RemoveDependency,
    RemoveSubIssue,
)
from bot.plan.issue_actions import CloseIssue, CreateIssue, Ref, ReopenIssue, UpdateIssue
from bot.plan.pull_actions import (
    AddLabel,
    CreateLabel,
    EditFile,
    RemoveLabel,
    SetStatus,
    WriteCheck,
)
from bot.plan.suggestion_actions import DeleteSuggestion, Suggest
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
    "DeleteSuggestion",
    "EditFile",
    "MinimiseComment",
    "OpenPullRequest",
    "OrderSubIssue",
    "Plan",
    "React",
    "Ref",
    "RemoveDependency",
    "RemoveLabel",
    "RemoveSubIssue",
    "ReopenIssue",
    "SetStatus",
    "Suggest",
    "UnminimiseComment",
    "UpdateComment",
    "UpdateIssue",
    "UpdatePullRequest",
    "WriteCheck",
]

Action: TypeAlias = (
    EditFile
    | CreateComment
    | UpdateComment
    | DeleteComment
    | MinimiseComment
    | UnminimiseComment
    | React
    | CreateLabel
    | AddLabel
    | RemoveLabel
    | WriteCheck
    | SetStatus
    | Suggest
    | DeleteSuggestion
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

CREATING = (CreateComment, CreateIssue, OpenPullRequest, Suggest)
"""the deeds that two runs at once may double, so that it is looked again after them"""
