"""Where a text stands: what it may refer to, and what its links start from."""

from dataclasses import dataclass, field

from bot.sandbox.hub import Hub
from bot.sandbox.records import Repository, User


@dataclass(frozen=True, slots=True)
class Setting:
    """The surroundings of a text. ``folder`` is where the links of a file start from.

    ``lines`` are those that a suggestion would replace.
    """

    hub: Hub = field(repr=False)
    repository: Repository
    folder: str = ""
    lines: tuple[str, ...] | None = None

    @property
    def base(self) -> str:
        """The path of the repository's pages."""
        owner = self.hub.store.get(User, self.repository.owner_id)
        return f"/{owner.login}/{self.repository.name}"
