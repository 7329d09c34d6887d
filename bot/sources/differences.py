"""What differs between a commit and the work tree, with renames."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from operator import attrgetter
from pathlib import Path

from bot.model.change import Change, ChangeKind
from bot.model.entry import FileKind, kind_of_mode
from bot.sources.process import Command, Runner
from bot.sources.settled_index import settled_index
from bot.sources.walk import is_markdown

_OTHERS = Command(("ls-files", "-z", "-o", "--exclude-standard"))
_KINDS = {
    "A": ChangeKind.ADDED,
    "M": ChangeKind.MODIFIED,
    "T": ChangeKind.MODIFIED,
    "R": ChangeKind.RENAMED,
    "D": ChangeKind.DELETED,
}


@dataclass(frozen=True, slots=True)
class _Difference:
    """One record of ``diff-index --raw``; ``is_sure`` when git has compared more than stats."""

    change: Change
    old_id: str
    is_sure: bool


def list_changes(runner: Runner, git_dir: Path, base: str) -> tuple[Change, ...]:
    """List what differs from the commit, untracked files included, in the order of the paths.

    ``diff-index`` alone takes every file with another stat for changed (all of them, in a copy of
    a repository), and knows nothing of untracked files, to which others may have been renamed.
    Where either may matter it is asked again, with an index in which both are settled.
    """
    tree, listed = runner.together(_against(base), _OTHERS)
    found = tuple(_differences(tree))
    others = {path for path in os.fsdecode(listed).split("\0") if path and path[-1] != "/"}
    gone = {
        each.change.path: each.old_id for each in found if each.change.kind is ChangeKind.DELETED
    }
    arrivals = [path for path in others if gone and (is_markdown(path) or path in gone)]
    if arrivals or not all(each.is_sure for each in found):
        some_id = next(iter(gone.values()), "")
        with settled_index(runner, git_dir, arrivals, some_id) as index:
            (tree,) = runner.together(_against(base, index))
            found = tuple(_differences(tree))
    changes = {each.change.path: each.change for each in found}
    added = {path: Change(path, None, ChangeKind.ADDED) for path in others - changes.keys()}
    return tuple(sorted((changes | added).values(), key=attrgetter("path")))


def _against(base: str, index: str | None = None) -> Command:
    options = ("-z", "--raw", "-M", "--ignore-submodules=all")
    return Command(("diff-index", *options, base, "--"), index=index)


def _differences(output: bytes) -> Iterator[_Difference]:
    """Read records ":100644 100644 <id> <id> M", path, and on a rename the new path."""
    fields = iter(os.fsdecode(output).split("\0"))
    while head := next(fields):
        old_mode, _, old_id, new_id, status = head[1:].split(" ")
        path = next(fields)
        old_path, path = (path, next(fields)) if status[0] == "R" else (None, path)
        had_text = kind_of_mode(int(old_mode, 8)) is FileKind.REGULAR
        yield _Difference(
            Change(path, old_path, _KINDS[status[0]], old_id if had_text else None),
            old_id,
            is_sure=status != "M" or new_id.strip("0") != "",
        )
