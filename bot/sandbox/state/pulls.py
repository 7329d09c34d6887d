"""Pull requests: opened, followed while people push, merged."""

from dataclasses import dataclass

from bot.sandbox.git.differences import FileChange, list_changes
from bot.sandbox.git.history import list_commits, merge_base
from bot.sandbox.git.merging import merged_tree
from bot.sandbox.git.objects import Commit, read_commits
from bot.sandbox.git.refs import move_ref, read_ref
from bot.sandbox.hub import Hub
from bot.sandbox.records import Repository
from bot.sandbox.refusal import invalid
from bot.sandbox.state.events import About, record, touch
from bot.sandbox.state.issues import Words, open_issue
from bot.sandbox.threads import Issue
from bot.sandbox.verdicts import Pull
from bot.sandbox.viewer import Actor


@dataclass(frozen=True, slots=True)
class Branches:
    """What is to be merged into what."""

    head_repository: Repository
    head: str
    base: str
    draft: bool = False


def find_pull(hub: Hub, issue: Issue) -> Pull | None:
    """Find the pull request side of an issue, as its branches stand now."""
    pull = hub.store.first(Pull, "issue_id = ?", issue.id)
    return None if pull is None else follow(hub, pull)


def branch_tip(hub: Hub, repository: Repository, branch: str) -> str | None:
    """Return the commit of a branch."""
    return read_ref(hub.mirror, f"{repository.prefix}heads/{branch}")


def base_tip(hub: Hub, pull: Pull) -> str:
    """Return the commit that a pull request goes against: the base branch's while it is open."""
    if pull.merged_at is not None:
        return pull.base_sha
    repository = hub.store.get(Repository, pull.repository_id)
    return branch_tip(hub, repository, pull.base_ref) or pull.base_sha


def open_pull(
    hub: Hub, repository: Repository, words: Words, branches: Branches, actor: Actor
) -> tuple[Issue, Pull]:
    """Open a pull request."""
    base = branch_tip(hub, repository, branches.base)
    head = branch_tip(hub, branches.head_repository, branches.head)
    if base is None:
        raise invalid("PullRequest", "base")
    if head is None:
        raise invalid("PullRequest", "head")
    label = f"{branches.head_repository.owner_id}:{branches.head}"
    if _standing(hub, repository, branches):
        said = f"A pull request already exists for {label}."
        raise invalid("PullRequest", "", "custom", said)
    if not list_commits(hub.mirror, head, base):
        said = f"No commits between {branches.base} and {branches.head}"
        raise invalid("PullRequest", "", "custom", said)
    issue = open_issue(hub, repository, Words(words.title, words.body, is_pull=True), actor)
    pull = Pull(
        id=hub.store.next_id(),
        issue_id=issue.id,
        repository_id=repository.id,
        number=issue.number,
        head_repository_id=branches.head_repository.id,
        head_owner_id=branches.head_repository.owner_id,
        head_ref=branches.head,
        head_sha=head,
        was_sha=None,
        base_ref=branches.base,
        base_sha=base,
        draft=branches.draft,
        merged_at=None,
        merged_by_id=None,
        merge_commit_sha=None,
    )
    move_ref(hub.mirror, f"{repository.prefix}pull/{issue.number}/head", head)
    return issue, hub.store.add(pull)


def follow(hub: Hub, pull: Pull) -> Pull:
    """Take up what was pushed to the branch of an open pull request."""
    issue = hub.store.get(Issue, pull.issue_id)
    source = hub.store.get(Repository, pull.head_repository_id)
    if issue.state != "open" or source.deleted:
        return pull
    head = branch_tip(hub, source, pull.head_ref)
    if head is None or head == pull.head_sha:
        return pull
    repository = hub.store.get(Repository, pull.repository_id)
    move_ref(hub.mirror, f"{repository.prefix}pull/{pull.number}/head", head)
    touch(hub, issue)
    seen = {"head_sha": head, "was_sha": pull.head_sha, "base_sha": base_tip(hub, pull)}
    return hub.store.change(pull, **seen)


def retarget(hub: Hub, pull: Pull, base: str, actor: Actor) -> Pull:
    """Let a pull request go against another branch."""
    repository = hub.store.get(Repository, pull.repository_id)
    tip = branch_tip(hub, repository, base)
    if tip is None:
        raise invalid("PullRequest", "base")
    issue = hub.store.get(Issue, pull.issue_id)
    record(hub, issue, actor, "base_ref_changed", About(name=base, was=pull.base_ref))
    return hub.store.change(pull, base_ref=base, base_sha=tip)


def commits_of(hub: Hub, pull: Pull) -> list[Commit]:
    """Return the commits that a pull request brings, oldest first."""
    ids = list_commits(hub.mirror, pull.head_sha, base_tip(hub, pull))
    return read_commits(hub.mirror, reversed(ids))


def fork_point(hub: Hub, pull: Pull) -> str:
    """Return the commit where the head left the base: what the difference is taken from."""
    base = base_tip(hub, pull)
    return merge_base(hub.mirror, base, pull.head_sha) or base


def files_of(hub: Hub, pull: Pull) -> tuple[FileChange, ...]:
    """Return the files that a pull request changes."""
    return list_changes(hub.mirror, fork_point(hub, pull), pull.head_sha)


def is_mergeable(hub: Hub, pull: Pull) -> bool | None:
    """Tell whether nothing conflicts; None once it is merged."""
    if pull.merged_at is not None:
        return None
    return merged_tree(hub.mirror, base_tip(hub, pull), pull.head_sha) is not None


def _standing(hub: Hub, repository: Repository, branches: Branches) -> bool:
    """Tell whether these two branches have an open pull request."""
    where = "repository_id = ? AND head_repository_id = ? AND head_ref = ? AND base_ref = ?"
    values = (repository.id, branches.head_repository.id, branches.head, branches.base)
    return any(
        hub.store.get(Issue, pull.issue_id).state == "open"
        for pull in hub.store.find(Pull, where, *values)
    )
