"""All files of a work tree, from four git processes that run side by side."""

import os
from operator import attrgetter

from bot.model.entry import FileEntry, FileKind, kind_of_mode
from bot.sources.process import Command, Runner
from bot.sources.proof import CONVERTED, LINE_ENDS, keeps_line_ends, unproven

_LISTED = Command(("ls-files", "-z", "-v", "-s", "-o", "--exclude-standard"))
_CHANGED = Command(("diff-files", "-z", "--raw", "--ignore-submodules=all"))
_PLAIN = {  # the tag "H" is that of an entry whose unchanged stat proves an unchanged file
    "H 100644": FileKind.REGULAR,
    "H 100755": FileKind.REGULAR,
    "H 120000": FileKind.SYMLINK,
    "H 160000": FileKind.SUBMODULE,
}


def list_files(runner: Runner) -> tuple[FileEntry, ...]:
    """List the files that are tracked, or untracked and not ignored, in the order of their paths.

    Only what stands in the work tree is listed. A repository within it that is no submodule is
    left out: its files are not of this one.
    """
    answers = runner.together(_LISTED, CONVERTED, LINE_ENDS, _CHANGED)
    blobs, kinds, loose = _listed(next(answers))
    converted = set(os.fsdecode(next(answers)).split("\0"))
    suspects = converted if keeps_line_ends(next(answers)) else blobs.keys()
    for path, kind in _changed(next(answers)):
        if blobs.pop(path, None) or kinds.pop(path, None):
            _put(kinds, path, kind)
    for path in loose:
        _put(kinds, path, _kind_on_disk(f"{runner.folder}/{path}"))
    for path in unproven(runner, {path: blobs[path] for path in suspects & blobs.keys()}):
        del blobs[path]
        kinds[path] = FileKind.REGULAR
    entries = [FileEntry(path, blob) for path, blob in blobs.items()]
    entries += [FileEntry(path, None, kind) for path, kind in kinds.items()]
    return tuple(sorted(entries, key=attrgetter("path")))


def _listed(output: bytes) -> tuple[dict[str, str], dict[str, FileKind], list[str]]:
    """Sort what is listed: files with their blobs, links and submodules, the others.

    The others are untracked, unmerged, or kept from git's eyes (skip-worktree and
    assume-unchanged): what they are can only be seen in the work tree.
    """
    blobs: dict[str, str] = {}
    kinds: dict[str, FileKind] = {}
    loose: list[str] = []
    for record in os.fsdecode(output).split("\0"):
        kind = _PLAIN.get(record[:8])
        head, _, path = record.partition("\t")  # "H 100644 <id> 0", the path
        if kind is FileKind.REGULAR:
            blobs[path] = head[9:-2]
        elif kind is not None:
            kinds[path] = kind
        elif record.startswith("? "):
            loose.append(record[2:])
        else:
            loose.append(path)
    return blobs, kinds, loose


def _changed(output: bytes) -> list[tuple[str, FileKind | None]]:
    """Read from ``diff-files`` what the files that may have changed are now, None for gone."""
    fields = os.fsdecode(output).split("\0")
    return [
        (path, kind_of_mode(int(head.split(" ")[1], 8)))  # ":100644 100644 <id> <id> M"
        for head, path in zip(fields[::2], fields[1::2], strict=False)
    ]


def _put(kinds: dict[str, FileKind], path: str, kind: FileKind | None) -> None:
    if kind is not None:
        kinds[path] = kind


def _kind_on_disk(path: str) -> FileKind | None:
    try:
        return kind_of_mode(os.lstat(path).st_mode)
    except OSError:
        return None
