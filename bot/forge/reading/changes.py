"""What a pull request changes: one comparison, and more where GitHub lets that end too early."""

import re
from collections.abc import Callable, Iterable, Iterator

from bot.errors import ForgeError, RefusedError
from bot.forge.answer import Answer
from bot.forge.door import Changes, Tree
from bot.forge.line import Line
from bot.forge.reading.apart import apart
from bot.model.change import Change, ChangeKind
from bot.model.pull import Pull

_COMPARED = 300  # files that a comparison lists
_LISTED = 3_000  # files that the listing of a pull request ends at
_NOT_FOUND = 404
_SHORT = 12
_HUNK = re.compile(r"^@@ -\d+(?:,\d+)? \+(\d+)(?:,(\d+))? @@", re.M)
_KINDS = {
    "added": ChangeKind.ADDED,
    "copied": ChangeKind.ADDED,
    "removed": ChangeKind.DELETED,
    "renamed": ChangeKind.RENAMED,
}
ReadTree = Callable[[str], Tree]


def read_changes(line: Line, pull: Pull, tree: ReadTree) -> Changes:
    """Compare head with where its history left the base branch.

    Where no listing of GitHub reaches to the end, the two trees are held against each other: what
    stands behind three thousand others is judged like them.
    """
    try:
        answer = line.get(f"/compare/{pull.base}...{pull.head}", per_page=1)  # of its commits
    except ForgeError as error:
        if error.status != _NOT_FOUND:
            raise
        return _without_history(pull, tree, error)
    merge_base = answer.text("merge_base_commit", "sha")
    files = tuple(_changes(answer.parts("files")))
    if len(files) < _COMPARED:
        return Changes(merge_base, files)
    if pull.number:  # a merge queue's commit has none, and no listing under it
        files = tuple(_changes(line.pages(f"/pulls/{pull.number}/files")))
        if len(files) < _LISTED:
            return Changes(merge_base, files)
    before, after = tree(merge_base), tree(pull.head)
    if before.is_whole and after.is_whole:
        return Changes(merge_base, apart(before, after))
    return Changes(merge_base, files, is_whole=False)


def _without_history(pull: Pull, tree: ReadTree, error: ForgeError) -> Changes:
    """Hold the head against the base branch itself, where the two have no commit in common.

    A comparison is refused alike for commits that are not there; their trees tell which it is.
    """
    try:
        before, after = tree(pull.base), tree(pull.head)
    except ForgeError as lost:
        if lost.status != _NOT_FOUND:
            raise
        what = f"{pull.head[:_SHORT]} cannot be compared with {pull.base[:_SHORT]}: {error.what}"
        raise RefusedError(
            what,
            where=error.where,
            mend=f"if one of them was just pushed over, run it again; else {error.mend}",
            way=error.way,
            status=error.status,
            grant=error.grant,
        ) from None
    return Changes(pull.base, apart(before, after), before.is_whole and after.is_whole)


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
