"""What all tables of the database have in common."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Record:
    """A row with its key, out of the one sequence of all ids."""

    id: int
