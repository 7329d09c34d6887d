"""From where and by whom things are looked at: addresses differ with it, and what one may see."""

from dataclasses import dataclass

from bot.sandbox.hub import Hub
from bot.sandbox.records import Repository, User
from bot.sandbox.viewer import Viewer


@dataclass(frozen=True, slots=True)
class View:
    """A look at a hub. ``api`` is where its REST API begins, ``html`` where its pages do."""

    hub: Hub
    api: str
    html: str
    viewer: Viewer

    def user(self, key: int) -> User:
        """Return an account by its id."""
        return self.hub.store.get(User, key)

    def full_name(self, repository: Repository) -> str:
        """Return ``owner/name``."""
        return f"{self.user(repository.owner_id).login}/{repository.name}"

    def at(self, repository: Repository) -> str:
        """Return the address of a repository in the API."""
        return f"{self.api}/repos/{self.full_name(repository)}"

    def page(self, repository: Repository) -> str:
        """Return the address of a repository's pages."""
        return f"{self.html}/{self.full_name(repository)}"
