"""A file of a pull request's own branch, written anew: what is wanted."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class EditWish:
    """A commit on a branch, as it was judged at its head: in place of a blob, these bytes."""

    head: str
    branch: str
    path: str
    blob: str
    data: bytes
    message: str
    why: str = ""
