"""How a run is set up, whatever it is about."""

from dataclasses import dataclass

from bot.model.policy import CONFIG_PATH
from bot.render.comment.address import Address


@dataclass(frozen=True, slots=True)
class Setup:
    """How a run is set up, whichever pull request it is about."""

    repository: str
    server_url: str
    config_path: str = CONFIG_PATH
    is_advising: bool = False
    is_dry: bool = False

    @property
    def name(self) -> str:
        """Give the repository's name without its owner."""
        return self.repository.rpartition("/")[2]

    @property
    def address(self) -> Address:
        """Give where links lead."""
        return Address(self.server_url, self.repository)
