"""A GitHub with one repository and its forks: the mirror, the database, the clock."""

import threading
from dataclasses import dataclass, field
from pathlib import Path

from bot.errors import StewardError
from bot.sandbox.clock import Clock, stamp, wall_clock
from bot.sandbox.git.mirror import Mirror
from bot.sandbox.git.refs import find_refs
from bot.sandbox.records import App, Repository, Role, User
from bot.sandbox.store import Store

ACTIONS = "github-actions"
_MIRROR = "repository.git"
_DATABASE = "hub.sqlite"


@dataclass(frozen=True, slots=True)
class Hub:
    """Everything that is remembered. Whoever reads or writes holds the lock."""

    store: Store
    mirror: Mirror
    clock: Clock
    lock: threading.RLock = field(default_factory=threading.RLock, repr=False)

    @classmethod
    def create(
        cls, repo: Path, state: Path, full_name: str = "owner/repo", clock: Clock = wall_clock
    ) -> "Hub":
        """Make one from a local git repository; what it remembers goes to the folder ``state``."""
        owner, _, name = full_name.partition("/")
        if not owner or not name or "/" in name:
            mend = "give a name like owner/repo"
            raise StewardError("this is no name of a repository", where=full_name, mend=mend)
        mirror = Mirror.clone(repo, state / _MIRROR)
        hub = cls(Store(state / _DATABASE), mirror, clock)
        with hub.lock, hub.store.transaction():
            _settle(hub, owner, name)
        return hub

    @classmethod
    def open(cls, state: Path, clock: Clock = wall_clock) -> "Hub":
        """Open one that was made before."""
        return cls(Store(state / _DATABASE), Mirror.open(state / _MIRROR), clock)

    @classmethod
    def is_at(cls, state: Path) -> bool:
        """Tell whether one was made in this folder."""
        return (state / _DATABASE).is_file() and (state / _MIRROR).is_dir()

    def close(self) -> None:
        """Close the database."""
        self.store.close()

    def now(self) -> str:
        """Return the time, as GitHub writes it."""
        return stamp(self.clock())

    @property
    def repository(self) -> Repository:
        """The repository that all this is about."""
        found = self.store.first(Repository, "parent_id IS NULL")
        assert found is not None  # noqa: S101 - it was made with the hub
        return found


def _settle(hub: Hub, owner: str, name: str) -> None:
    """Make the owner, GitHub's own app and the repository."""
    store, now = hub.store, hub.now()
    person = store.add(User(store.next_id(), owner, "User", None, None, now))
    maker = store.add(User(store.next_id(), "github", "Organization", "GitHub", None, now))
    store.add(App(store.next_id(), ACTIONS, "GitHub Actions", maker.id, now))
    store.add(User(store.next_id(), f"{ACTIONS}[bot]", "Bot", None, None, now))
    repository = Repository(
        id=store.next_id(),
        owner_id=person.id,
        name=name,
        prefix="refs/",
        parent_id=None,
        default_branch=_default_branch(hub.mirror),
        description=None,
        private=False,
        has_issues=True,
        archived=False,
        deleted=False,
        created_at=now,
        pushed_at=now,
    )
    store.add(repository)
    store.add(Role(store.next_id(), repository.id, person.id, "admin"))


def _default_branch(mirror: Mirror) -> str:
    """Return ``main``, ``master``, or what the original had checked out."""
    names = [ref.name.removeprefix("refs/heads/") for ref in find_refs(mirror, "refs/heads")]
    for name in ("main", "master"):
        if name in names:
            return name
    head = mirror.ask("symbolic-ref", "--short", "HEAD")
    return "main" if head is None else head.decode().strip()
