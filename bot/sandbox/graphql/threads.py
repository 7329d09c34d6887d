"""Accounts, labels, comments and issues as GraphQL has them."""

from bot.sandbox.graphql.connection import Node, connection
from bot.sandbox.graphql.reactions import reaction_groups
from bot.sandbox.node import node_id
from bot.sandbox.records import Repository, User
from bot.sandbox.shapes.comments import page_of
from bot.sandbox.state.families import blockers_of, children_of
from bot.sandbox.state.issues import assignees_of
from bot.sandbox.state.labels import labels_of
from bot.sandbox.threads import Comment, Issue, Label, Milestone
from bot.sandbox.view import View


def actor(view: View, key: int) -> Node:
    """Write who did something: bots go without the ``[bot]`` that REST gives them."""
    return account(view, view.user(key))


def account(view: View, user: User) -> Node:
    """Write an account."""
    return {
        "__typename": user.type,
        "id": node_id("User", user.id),
        "databaseId": user.id,
        "login": user.login.removesuffix("[bot]"),
        "name": user.name,
        "url": f"{view.html}/{user.login.removesuffix('[bot]')}",
    }


def label(each: Label) -> Node:
    """Write a label."""
    return {
        "__typename": "Label",
        "id": node_id("Label", each.id),
        "name": each.name,
        "color": each.color,
        "description": each.description,
    }


def milestone(view: View, each: Milestone) -> Node:
    """Write a milestone."""
    repository = view.hub.store.get(Repository, each.repository_id)
    return {
        "__typename": "Milestone",
        "id": node_id("Milestone", each.id),
        "number": each.number,
        "title": each.title,
        "state": each.state.upper(),
        "url": f"{view.page(repository)}/milestone/{each.number}",
    }


def comment(view: View, each: Comment) -> Node:
    """Write a comment."""
    return {
        "__typename": "IssueComment",
        "id": node_id("Comment", each.id),
        "databaseId": each.id,
        "fullDatabaseId": str(each.id),
        "url": page_of(view, each),
        "body": each.body,
        "isMinimized": each.minimized is not None,
        "minimizedReason": None if each.minimized is None else each.minimized.lower(),
        "viewerDidAuthor": is_viewer(view, each.author_id),
        "createdAt": each.created_at,
        "updatedAt": each.updated_at,
        "lastEditedAt": each.edited_at,
        "editor": None if each.editor_id is None else actor(view, each.editor_id),
        "includesCreatedEdit": each.edited_at is not None,
        "reactionGroups": lambda _: reaction_groups(view, each.id),
        "author": actor(view, each.author_id),
    }


def shared(view: View, each: Issue) -> Node:
    """Write what issues and pull requests have in common."""
    store = view.hub.store
    plan = None if each.milestone_id is None else store.get(Milestone, each.milestone_id)

    def labels(_: object, **arguments: object) -> Node:
        return connection("labels", labels_of(view.hub, each), label, arguments)

    def comments(_: object, **arguments: object) -> Node:
        found = store.find(Comment, "issue_id = ?", each.id)
        return connection("comments", found, lambda one: comment(view, one), arguments)

    def assignees(_: object, **arguments: object) -> Node:
        found = assignees_of(view.hub, each)
        return connection("assignees", found, lambda one: account(view, one), arguments)

    return {
        "number": each.number,
        "title": each.title,
        "body": each.body or "",
        "bodyText": each.body or "",
        "createdAt": each.created_at,
        "updatedAt": each.updated_at,
        "closedAt": each.closed_at,
        "viewerDidAuthor": is_viewer(view, each.author_id),
        "author": actor(view, each.author_id),
        "labels": labels,
        "comments": comments,
        "assignees": assignees,
        "milestone": None if plan is None else milestone(view, plan),
    }


def issue(view: View, each: Issue) -> Node:
    """Write an issue."""
    repository = view.hub.store.get(Repository, each.repository_id)
    parent = None if each.parent_id is None else view.hub.store.get(Issue, each.parent_id)

    def children(_: object, **arguments: object) -> Node:
        found = children_of(view.hub, each)
        return connection("subIssues", found, lambda one: issue(view, one), arguments)

    def blockers(_: object, **arguments: object) -> Node:
        found = blockers_of(view.hub, each)
        return connection("blockedBy", found, lambda one: issue(view, one), arguments)

    def reason(_: object, **arguments: object) -> str | None:
        if each.state_reason == "duplicate" and not arguments.get("enableDuplicate"):
            return "NOT_PLANNED"
        return None if each.state_reason is None else each.state_reason.upper()

    return {
        "repository": {"nameWithOwner": view.full_name(repository)},
        "__typename": "Issue",
        "id": node_id("Issue", each.id),
        "databaseId": each.id,
        "fullDatabaseId": str(each.id),
        "url": f"{view.page(repository)}/issues/{each.number}",
        **shared(view, each),
        "state": each.state.upper(),
        "stateReason": reason,
        "parent": lambda _: None if parent is None else issue(view, parent),
        "subIssues": children,
        "blockedBy": blockers,
    }


def is_viewer(view: View, key: int) -> bool:
    """Tell whether an account is that of whoever asks."""
    return view.viewer.user is not None and view.viewer.user.id == key
