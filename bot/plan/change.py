"""What a deed changes, in the words of a printed plan."""

from typing import NamedTuple


class Change(NamedTuple):
    """What is changed, from what, to what."""

    target: str
    before: object
    after: object
