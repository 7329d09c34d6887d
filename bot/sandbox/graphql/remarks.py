"""Comments at lines as GraphQL has them: in threads, each begun by the first of its comments."""

from bot.sandbox.graphql.connection import Node, connection
from bot.sandbox.graphql.threads import actor, is_viewer
from bot.sandbox.node import node_id
from bot.sandbox.records import Repository
from bot.sandbox.state.remarks import standing
from bot.sandbox.threads import Issue
from bot.sandbox.verdicts import ReviewComment
from bot.sandbox.view import View


def review_threads(view: View, issue: Issue) -> object:
    """Return a resolver that lists the threads of a pull request, the oldest first."""

    def threads(_: object, **arguments: object) -> Node:
        said = view.hub.store.find(ReviewComment, "issue_id = ?", issue.id)
        grouped: dict[int, list[ReviewComment]] = {}
        for each in said:
            grouped.setdefault(each.in_reply_to_id or each.id, []).append(each)
        found = list(grouped.values())
        return connection("reviewThreads", found, lambda one: _thread(view, issue, one), arguments)

    return threads


def _thread(view: View, issue: Issue, said: list[ReviewComment]) -> Node:
    first = said[0]

    def comments(_: object, **arguments: object) -> Node:
        skipped = arguments.get("skip")
        left = said[skipped if isinstance(skipped, int) else 0 :]
        return connection("comments", left, lambda one: _comment(view, issue, one), arguments)

    return {
        "__typename": "PullRequestReviewThread",
        "id": node_id("ReviewThread", first.in_reply_to_id or first.id),
        **_place(view, first),
        "isOutdated": lambda _: _is_outdated(view, first),
        "comments": comments,
    }


def _comment(view: View, issue: Issue, each: ReviewComment) -> Node:
    place = view.page(view.hub.store.get(Repository, issue.repository_id))
    return {
        "__typename": "PullRequestReviewComment",
        "id": node_id("ReviewComment", each.id),
        "databaseId": each.id,
        "fullDatabaseId": str(each.id),
        "url": f"{place}/pull/{issue.number}#discussion_r{each.id}",
        "body": each.body,
        "diffHunk": each.diff_hunk,
        **_place(view, each),
        "outdated": lambda _: _is_outdated(view, each),
        "isMinimized": False,
        "viewerDidAuthor": is_viewer(view, each.author_id),
        "createdAt": each.created_at,
        "updatedAt": each.updated_at,
        "author": actor(view, each.author_id),
    }


def _place(view: View, each: ReviewComment) -> Node:
    return {
        "path": each.path,
        "line": lambda _: standing(view.hub, each).line,
        "originalLine": each.line,
    }


def _is_outdated(view: View, each: ReviewComment) -> bool:
    return each.line is not None and standing(view.hub, each).line is None
