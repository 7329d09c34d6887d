"""Merging a pull request: the base branch really moves."""

from dataclasses import dataclass

from bot.sandbox.git.merging import Merge, merge
from bot.sandbox.git.objects import Signature
from bot.sandbox.git.refs import move_ref
from bot.sandbox.hub import Hub
from bot.sandbox.records import Repository, User
from bot.sandbox.refusal import Refusal
from bot.sandbox.state.events import About, record
from bot.sandbox.state.pulls import base_tip
from bot.sandbox.threads import Issue
from bot.sandbox.verdicts import Pull
from bot.sandbox.viewer import Actor

METHODS = ("merge", "squash", "rebase")


@dataclass(frozen=True, slots=True)
class Wish:
    """How a pull request is to be merged."""

    method: str = "merge"
    sha: str | None = None
    title: str | None = None
    message: str | None = None


def signature_of(hub: Hub, user: User) -> Signature:
    """Return how an account signs a commit now."""
    email = user.email or f"{user.id}+{user.login}@users.noreply.github.com"
    return Signature(user.name or user.login, email, hub.clock())


def merge_pull(hub: Hub, issue: Issue, pull: Pull, wish: Wish, actor: Actor) -> Pull:
    """Merge a pull request and close it."""
    if issue.state != "open" or pull.merged_at is not None:
        raise Refusal(405, "Pull Request is not mergeable")
    if pull.draft:
        raise Refusal(405, "Pull Request is still a draft")
    if wish.method not in METHODS:
        raise Refusal(405, "Merge method is not allowed on this repository.")
    if wish.sha is not None and wish.sha != pull.head_sha:
        raise Refusal(409, "Head branch was modified. Review and try the merge again.")
    user = hub.store.get(User, actor.id)
    repository = hub.store.get(Repository, pull.repository_id)
    base = base_tip(hub, pull)
    web = Signature("GitHub", "noreply@github.com", hub.clock())
    words = _words(hub, issue, pull, wish)
    done = merge(
        hub.mirror, Merge(base, pull.head_sha, words, signature_of(hub, user), web), wish.method
    )
    if done is None:
        raise Refusal(405, "Pull Request is not mergeable")
    if not move_ref(hub.mirror, f"{repository.prefix}heads/{pull.base_ref}", done, base):
        raise Refusal(405, "Base branch was modified. Review and try the merge again.")
    record(hub, issue, actor, "merged", About(commit_id=done))
    record(hub, issue, actor, "closed", About(commit_id=None))
    now = hub.now()
    hub.store.change(issue, state="closed", closed_at=now, closed_by_id=actor.id, updated_at=now)
    hub.store.change(repository, pushed_at=now)
    merged = {"merged_at": now, "merged_by_id": actor.id, "merge_commit_sha": done}
    return hub.store.change(pull, base_sha=base, **merged)


def _words(hub: Hub, issue: Issue, pull: Pull, wish: Wish) -> str:
    """Return the message of the commit, GitHub's own where none was wished for."""
    if wish.method == "squash":
        title = wish.title or f"{issue.title} (#{issue.number})"
        return f"{title}\n\n{wish.message or ''}".rstrip()
    owner = hub.store.get(User, pull.head_owner_id).login
    title = wish.title or f"Merge pull request #{issue.number} from {owner}/{pull.head_ref}"
    return f"{title}\n\n{issue.title if wish.message is None else wish.message}".rstrip()
