"""One difference between two states of a repository."""

from dataclasses import dataclass
from enum import StrEnum


class ChangeKind(StrEnum):
    """What became of a file."""

    ADDED = "added"
    MODIFIED = "modified"
    RENAMED = "renamed"
    DELETED = "deleted"


@dataclass(frozen=True, slots=True)
class Change:
    """A file that differs.

    ``old_path`` is set on a rename only. ``old_blob`` is the object id of the text before, None
    where there was none: the file is new, or was a link or a submodule. ``blob`` is the one of the
    text now, where it is known without reading the file. ``hunks`` are the lines of that text which
    the difference shows, as half-open spans; none where it was too long to be given.
    """

    path: str
    old_path: str | None
    kind: ChangeKind
    old_blob: str | None = None
    blob: str | None = None
    hunks: tuple[tuple[int, int], ...] = ()
