"""Which deed is done how."""

from collections.abc import Callable

from bot.forge.deeds import on_issues, on_pulls, on_remarks, on_syncs
from bot.plan import actions as a

DEEDS: dict[type, Callable[..., None]] = {
    a.EditFile: on_pulls.edit_file,
    a.CreateComment: on_pulls.create_comment,
    a.UpdateComment: on_pulls.update_comment,
    a.DeleteComment: on_pulls.delete_comment,
    a.MinimiseComment: on_pulls.minimise_comment,
    a.UnminimiseComment: on_pulls.unminimise_comment,
    a.React: on_pulls.react,
    a.CreateLabel: on_pulls.create_label,
    a.AddLabel: on_pulls.add_label,
    a.RemoveLabel: on_pulls.remove_label,
    a.WriteCheck: on_pulls.write_check,
    a.SetStatus: on_pulls.set_status,
    a.Suggest: on_remarks.suggest,
    a.DeleteSuggestion: on_remarks.delete_suggestion,
    a.CreateIssue: on_issues.create_issue,
    a.UpdateIssue: on_issues.update_issue,
    a.CloseIssue: on_issues.close_issue,
    a.ReopenIssue: on_issues.reopen_issue,
    a.AddSubIssue: on_issues.add_sub_issue,
    a.RemoveSubIssue: on_issues.remove_sub_issue,
    a.OrderSubIssue: on_issues.order_sub_issue,
    a.AddDependency: on_issues.add_dependency,
    a.RemoveDependency: on_issues.remove_dependency,
    a.CommitFiles: on_syncs.commit_files,
    a.OpenPullRequest: on_syncs.open_pull_request,
    a.UpdatePullRequest: on_syncs.update_pull_request,
    a.ClosePullRequest: on_syncs.close_pull_request,
    a.DeleteBranch: on_syncs.delete_branch,
}
