"""Pull requests as GraphQL has them."""

from bot.sandbox.git.differences import FileChange
from bot.sandbox.git.objects import Commit
from bot.sandbox.graphql.allowing import allowed
from bot.sandbox.graphql.commits import commit, ref
from bot.sandbox.graphql.connection import Node, connection
from bot.sandbox.graphql.looking import Looking
from bot.sandbox.graphql.remarks import review_threads
from bot.sandbox.graphql.threads import actor, shared
from bot.sandbox.hub import Hub
from bot.sandbox.node import node_id
from bot.sandbox.records import Repository
from bot.sandbox.state.people import can_push
from bot.sandbox.state.pulls import commits_of, files_of, is_mergeable
from bot.sandbox.threads import Event, Issue
from bot.sandbox.verdicts import Pull, Review
from bot.sandbox.view import View
from bot.sandbox.wire.route import CONTENTS

_LABELLINGS = {"labeled": "LabeledEvent", "unlabeled": "UnlabeledEvent"}
_ITEMS = {"labeled": "LABELED_EVENT", "unlabeled": "UNLABELED_EVENT"}


def review(looking: Looking, repository: Repository, each: Review) -> Node:
    """Write a review."""
    view = looking.view
    issue = view.hub.store.get(Issue, each.issue_id)
    return {
        "__typename": "PullRequestReview",
        "id": node_id("Review", each.id),
        "databaseId": each.id,
        "fullDatabaseId": str(each.id),
        "url": f"{view.page(repository)}/pull/{issue.number}#pullrequestreview-{each.id}",
        "state": each.state,
        "body": each.body,
        "submittedAt": each.submitted_at,
        "commit": lambda _: commit(looking, repository, each.commit_id),
        "author": actor(view, each.author_id),
        "authorCanPushToRepository": can_push(view.hub, repository, view.user(each.author_id)),
    }


def state_of(hub: Hub, each: Pull) -> str:
    """Say where a pull request is in its life."""
    return "MERGED" if each.merged_at else hub.store.get(Issue, each.issue_id).state.upper()


def pull(looking: Looking, each: Pull) -> Node:
    """Write a pull request."""
    view, hub, store = looking.view, looking.view.hub, looking.view.hub.store
    issue = store.get(Issue, each.issue_id)
    repository = store.get(Repository, each.repository_id)
    source = store.get(Repository, each.head_repository_id)

    def reviews(_: object, **arguments: object) -> Node:
        found = store.find(Review, "issue_id = ? AND submitted_at IS NOT NULL", issue.id)
        return connection("reviews", found, lambda one: review(looking, repository, one), arguments)

    def commits(_: object, **arguments: object) -> Node:
        def shape(one: Commit) -> Node:
            def inside(_: object) -> Node:
                return commit(looking, repository, one.sha)

            key = node_id("Commit", one.sha)
            return {"id": key, "commit": allowed(view, repository, CONTENTS, inside)}

        return connection("commits", commits_of(hub, each), shape, arguments)

    def files(_: object, **arguments: object) -> Node:
        return connection("files", files_of(hub, each), _file, arguments)

    def mergeable(_: object) -> str:
        able = is_mergeable(hub, each)
        return "UNKNOWN" if able is None else "MERGEABLE" if able else "CONFLICTING"

    done = each.merge_commit_sha
    place = None if source.deleted else {"nameWithOwner": view.full_name(source)}
    return {
        "__typename": "PullRequest",
        "id": node_id("Pull", each.id),
        "databaseId": each.id,
        "fullDatabaseId": str(each.id),
        "url": f"{view.page(repository)}/pull/{each.number}",
        **shared(view, issue),
        "state": state_of(hub, each),
        "isDraft": each.draft,
        "merged": each.merged_at is not None,
        "mergedAt": each.merged_at,
        "mergedBy": None if each.merged_by_id is None else actor(view, each.merged_by_id),
        "mergeable": mergeable,
        "reviewDecision": None,
        "baseRefName": each.base_ref,
        "baseRefOid": each.base_sha,
        "baseRef": lambda _: ref(looking, repository, each.base_ref),
        "headRefName": each.head_ref,
        "headRefOid": each.head_sha,
        "isCrossRepository": source.id != repository.id,
        "headRepository": place,
        "mergeCommit": lambda _: done and commit(looking, repository, done),
        "changedFiles": lambda _: len(files_of(hub, each)),
        "additions": lambda _: sum(file.additions for file in files_of(hub, each)),
        "deletions": lambda _: sum(file.deletions for file in files_of(hub, each)),
        "files": files,
        "reviews": reviews,
        "reviewThreads": review_threads(view, issue),
        "commits": commits,
        "timelineItems": _timeline(view, issue),
    }


def _timeline(view: View, issue: Issue) -> object:
    def items(_: object, **arguments: object) -> Node:
        wanted = arguments.get("itemTypes") or list(_ITEMS.values())
        assert isinstance(wanted, list)  # noqa: S101 - the schema says so
        kinds = [event for event, name in _ITEMS.items() if name in wanted]
        marks = ", ".join("?" * len(kinds))
        where = f"issue_id = ? AND event IN ({marks})"
        found = view.hub.store.find(Event, where, issue.id, *kinds)
        return connection("timelineItems", found, lambda one: _labelling(view, one), arguments)

    return items


def _labelling(view: View, each: Event) -> Node:
    return {
        "__typename": _LABELLINGS[each.event],
        "id": node_id("Event", each.id),
        "createdAt": each.created_at,
        "actor": actor(view, each.actor_id),
        "label": {"id": node_id("Label", each.id), "name": each.name, "color": each.color},
    }


def _file(each: FileChange) -> Node:
    kind = {"removed": "DELETED"}.get(each.status, each.status.upper())
    return {
        "path": each.path,
        "additions": each.additions,
        "deletions": each.deletions,
        "changeType": kind,
    }
