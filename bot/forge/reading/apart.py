"""What differs between two trees, told by the names that git gives to contents."""

import posixpath
from collections import defaultdict

from bot.forge.door import Tree
from bot.model.change import Change, ChangeKind
from bot.model.entry import FileEntry

Files = dict[str, FileEntry]


def apart(before: Tree, after: Tree) -> tuple[Change, ...]:
    """Hold one tree against the other; a file that only moved is renamed, and no other is.

    What was moved and changed at once goes and comes: it is judged as if it were new. Where a
    tree was cut, a file that only one of them shows may stand in both, and nothing is said of it.
    """
    old, new = ({each.path: each for each in tree.files} for tree in (before, after))
    changed = [path for path in new.keys() & old.keys() if _said(new[path]) != _said(old[path])]
    found = [Change(path, None, ChangeKind.MODIFIED, blob=new[path].blob) for path in changed]
    gone = {path: each for path, each in old.items() if path not in new} if after.is_whole else {}
    come = {path: each for path, each in new.items() if path not in old} if before.is_whole else {}
    moved = _moved(gone, come)
    found += [
        Change(path, source, ChangeKind.RENAMED, blob=come[path].blob)
        for path, source in moved.items()
    ]
    found += [
        Change(path, None, ChangeKind.ADDED, blob=each.blob)
        for path, each in come.items()
        if path not in moved
    ]
    sources = set(moved.values())
    found += [Change(path, None, ChangeKind.DELETED) for path in gone if path not in sources]
    return tuple(sorted(found, key=lambda change: change.path))


def _said(entry: FileEntry) -> tuple[object, ...]:
    return entry.blob, entry.kind


def _moved(gone: Files, come: Files) -> dict[str, str]:
    """Pair what came with what went, those of one name first; each moves once."""
    found: dict[str, str] = {}
    for key in (_named, _said):
        sources: dict[object, list[str]] = defaultdict(list)
        for path in sorted(gone.keys() - found.values(), reverse=True):
            sources[key(gone[path])].append(path)
        for path in sorted(come.keys() - found.keys()):
            if alike := sources.get(key(come[path])):
                found[path] = alike.pop()
    return found


def _named(entry: FileEntry) -> tuple[object, ...]:
    return *_said(entry), posixpath.basename(entry.path)
