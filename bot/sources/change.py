"""One difference between a commit and the work tree."""

from dataclasses import dataclass
from enum import StrEnum


class ChangeKind(StrEnum):
    """What became of a file since the commit."""

    ADDED = "added"
    MODIFIED = "modified"
    RENAMED = "renamed"
    DELETED = "deleted"


@dataclass(frozen=True, slots=True)
class Change:
    """A file that differs.

    ``old_path`` is set on a rename only. ``old_blob`` is the object id of the text before, None
    where there was none: the file is new, or was a link or a submodule.
    """

    path: str
    old_path: str | None
    kind: ChangeKind
    old_blob: str | None = None
