"""What a pull request changes: one comparison, and GitHub's longer listing where that ends."""

import re
from collections.abc import Iterable, Iterator

from bot.forge.answer import Answer
from bot.forge.door import Changes
from bot.forge.line import Line
from bot.model.change import Change, ChangeKind
from bot.model.pull import Pull

_COMPARED = 300  # files that a comparison lists
_LISTED = 3_000  # files that the listing of a pull request ends at
_HUNK = re.compile(r"^@@ -\d+(?:,\d+)? \+(\d+)(?:,(\d+))? @@", re.M)
_KINDS = {
    "added": ChangeKind.ADDED,
    "copied": ChangeKind.ADDED,
    "removed": ChangeKind.DELETED,
    "renamed": ChangeKind.RENAMED,
}


def read_changes(line: Line, pull: Pull) -> Changes:
    """Compare head with where its history left the base branch."""
    answer = line.get(f"/compare/{pull.base}...{pull.head}", per_page=1)  # of its commits
    merge_base = answer.text("merge_base_commit", "sha")
    files = tuple(_changes(answer.parts("files")))
    if len(files) < _COMPARED:
        return Changes(merge_base, files)
    listed = tuple(_changes(line.pages(f"/pulls/{pull.number}/files")))
    return Changes(merge_base, listed, is_whole=len(listed) < _LISTED)


def _changes(files: Iterable[Answer]) -> Iterator[Change]:
    for file in files:
        kind = _KINDS.get(file.text("status"), ChangeKind.MODIFIED)
        old = file.text("previous_filename") if kind is ChangeKind.RENAMED else ""
        blob = None if kind is ChangeKind.DELETED else file.text("sha") or None
        hunks = tuple(_hunks(file.text("patch")))
        yield Change(file.text("filename"), old or None, kind, blob=blob, hunks=hunks)


def _hunks(patch: str) -> Iterator[tuple[int, int]]:
    """Read which lines of the new text a patch shows; GitHub gives none where it is large."""
    for match in _HUNK.finditer(patch):
        start, count = int(match[1]), int(match[2] or 1)
        if count:
            yield start, start + count
