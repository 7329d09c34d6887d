"""Setting a scene: people who push, comment, label and review, without a request being made."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.sandbox.events.payload import event_payload
from bot.sandbox.hub import ACTIONS, Hub
from bot.sandbox.records import Repository, User
from bot.sandbox.refusal import Json, existing
from bot.sandbox.state.comments import add_comment
from bot.sandbox.state.forks import add_fork
from bot.sandbox.state.issues import Words, find_issue, open_issue, set_state
from bot.sandbox.state.labels import add_labels, create_label, find_label, remove_label
from bot.sandbox.state.merges import Wish, merge_pull
from bot.sandbox.state.people import add_app_token, add_token, add_user, set_role
from bot.sandbox.state.pulls import Branches, find_pull, open_pull
from bot.sandbox.state.pushes import Push, push
from bot.sandbox.state.required import RULESET, require_checks
from bot.sandbox.state.reviews import add_review
from bot.sandbox.threads import Comment, Issue
from bot.sandbox.verdicts import Pull, Review
from bot.sandbox.viewer import Actor

WORKFLOW = "contents:write issues:write pull_requests:write checks:write statuses:write"
READ_ONLY = "contents:read issues:read pull_requests:read checks:read statuses:read"


@dataclass(frozen=True, slots=True)
class Scene:
    """A hub, and deeds that are done on it at once. Times are those of the hub's clock."""

    hub: Hub

    def person(self, login: str, role: str = "write", token: str | None = None) -> User:
        """Make somebody with a role and a token, ``token-<login>`` unless another is given."""
        with self.hub.lock, self.hub.store.transaction():
            user = add_user(self.hub, login)
            set_role(self.hub, self.hub.repository, user, role)
            add_token(self.hub, user, token or f"token-{login}")
            return user

    def workflow(self, credential: str = "workflow", permissions: str = WORKFLOW) -> str:
        """Make a workflow's own token, as GITHUB_TOKEN is."""
        add_app_token(self.hub, credential, permissions, ACTIONS, "actions")
        return credential

    def app(self, slug: str, secret: str, permissions: str = WORKFLOW) -> str:
        """Make a token of an app's installation; it acts as ``<slug>[bot]``."""
        add_app_token(self.hub, secret, permissions, slug)
        return secret

    def fork(self, login: str) -> Repository:
        """Make somebody's fork."""
        return add_fork(self.hub, add_user(self.hub, login))

    def require(self, branch: str, *names: str, kind: str = RULESET) -> None:
        """Let a branch require these checks, and no others."""
        require_checks(self.hub, branch, names, kind)

    def push(
        self,
        branch: str,
        files: Mapping[str, str | bytes | None],
        message: str = "change",
        *,
        base: str = "",
        repository: Repository | None = None,
    ) -> str:
        """Put a commit on a branch, which begins at ``base``; None deletes a file."""
        with self.hub.lock:
            place = repository or self.hub.repository
            return push(self.hub, place, Push(branch, files, message, base))

    def pull(
        self,
        login: str,
        head: str,
        title: str = "Change",
        body: str | None = None,
        *,
        repository: Repository | None = None,
    ) -> Pull:
        """Open a pull request from a branch, or from that of a fork, to the default branch."""
        with self.hub.lock, self.hub.store.transaction():
            place = self.hub.repository
            branches = Branches(repository or place, head, place.default_branch)
            words = Words(title, body, is_pull=True)
            return open_pull(self.hub, place, words, branches, self._actor(login))[1]

    def issue(self, login: str, title: str, body: str | None = None, number: int = 0) -> Issue:
        """Open an issue, under the next number or under one that nothing has yet."""
        with self.hub.lock, self.hub.store.transaction():
            words = Words(title, body, number=number)
            return open_issue(self.hub, self.hub.repository, words, self._actor(login))

    def comment(self, login: str, number: int, body: str) -> Comment:
        """Comment on an issue or a pull request."""
        with self.hub.lock, self.hub.store.transaction():
            return add_comment(self.hub, self.thread(number), body, self._actor(login))

    def label(self, login: str, number: int, *names: str) -> None:
        """Put labels on an issue or a pull request."""
        with self.hub.lock, self.hub.store.transaction():
            add_labels(self.hub, self.thread(number), list(names), self._actor(login))

    def unlabel(self, login: str, number: int, name: str) -> None:
        """Take a label off."""
        with self.hub.lock, self.hub.store.transaction():
            remove_label(self.hub, self.thread(number), name, self._actor(login))

    def define_label(self, name: str, color: str = "ededed", about: str | None = None) -> None:
        """Make a label of the repository, where there is none of that name."""
        with self.hub.lock, self.hub.store.transaction():
            if find_label(self.hub, self.hub.repository, name) is None:
                create_label(self.hub, self.hub.repository, name, color, about)

    def review(self, login: str, number: int, event: str = "APPROVE", body: str = "") -> Review:
        """Review a pull request: APPROVE, REQUEST_CHANGES or COMMENT."""
        with self.hub.lock, self.hub.store.transaction():
            thread = self.thread(number)
            commit = self._pull(thread).head_sha
            return add_review(self.hub, thread, commit, event, body, self._actor(login))

    def close(self, login: str, number: int, reason: str | None = None) -> None:
        """Close an issue or a pull request."""
        with self.hub.lock, self.hub.store.transaction():
            set_state(self.hub, self.thread(number), "closed", reason, self._actor(login))

    def reopen(self, login: str, number: int) -> None:
        """Open it again."""
        with self.hub.lock, self.hub.store.transaction():
            set_state(self.hub, self.thread(number), "open", None, self._actor(login))

    def merge(self, login: str, number: int, method: str = "merge") -> Pull:
        """Merge a pull request."""
        with self.hub.lock, self.hub.store.transaction():
            thread = self.thread(number)
            pull = self._pull(thread)
            return merge_pull(self.hub, thread, pull, Wish(method), self._actor(login))

    def event(self, name: str, action: str = "", number: int = 0, **details: object) -> Json:
        """Return the payload of an event, as a workflow gets it."""
        return event_payload(self.hub, name, action, number, **details)

    def thread(self, number: int) -> Issue:
        """Return an issue or a pull request's issue side."""
        return existing(find_issue(self.hub, self.hub.repository, number))

    def _pull(self, thread: Issue) -> Pull:
        return existing(find_pull(self.hub, thread))

    def _actor(self, login: str) -> Actor:
        return Actor(add_user(self.hub, login).id)
