"""The six stages of a spec's life, which every team's status words map to."""

from enum import StrEnum


class Stage(StrEnum):
    """A step of the way, in order; *closed* is the way out and can follow any of them."""

    DRAFTING = "drafting"
    REVIEWING = "reviewing"
    APPROVED = "approved"
    BUILDING = "building"
    DONE = "done"
    CLOSED = "closed"

    @property
    def rank(self) -> int:
        """Tell how far along the way this stage is."""
        return _RANK[self]


_RANK = {stage: rank for rank, stage in enumerate(Stage)}
