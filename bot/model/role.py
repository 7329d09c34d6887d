"""What somebody may do in a repository."""

from enum import StrEnum


class Role(StrEnum):
    """What somebody may do in the repository, from the least on."""

    NONE = "none"
    READ = "read"
    TRIAGE = "triage"
    WRITE = "write"
    MAINTAIN = "maintain"
    ADMIN = "admin"

    @property
    def rank(self) -> int:
        """Give a number that grows with what the role may do."""
        return list(Role).index(self)
