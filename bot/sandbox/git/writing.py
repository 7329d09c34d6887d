"""New blobs, trees and commits in the mirror, with names and dates that the caller gives."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from bot.sandbox.git.mirror import Mirror
from bot.sandbox.git.objects import Signature

_ANYBODY = b"committer x <x> 0 +0000\ndata 0\n"
_SCRATCH = b"commit refs/sandbox/scratch\n"
_TREE = re.compile(rb"040000 tree ([0-9a-f]{40})\t")


@dataclass(frozen=True, slots=True)
class Edit:
    """A file or folder to set, by content or by object id; to delete, where it has neither."""

    path: str
    data: bytes | None = None
    sha: str | None = None
    mode: str = "100644"


def write_blob(mirror: Mirror, data: bytes) -> str:
    """Write a blob."""
    return mirror.line("hash-object", "-w", "--stdin", stdin=data)


def write_tree(mirror: Mirror, base: str | None, edits: Iterable[Edit]) -> str:
    """Write the tree that edits make of another one, or of nothing."""
    start = b"" if base is None else b'M 040000 %s ""\n' % base.encode()
    changes = b"".join(_command(edit) for edit in edits)
    stream = _SCRATCH + _ANYBODY + b"deleteall\n" + start + changes + b'ls ""\n'
    output = mirror.read("fast-import", "--quiet", "--force", stdin=stream)
    match = _TREE.match(output)
    return match[1].decode() if match else mirror.line("mktree", stdin=b"")


def write_commit(
    mirror: Mirror,
    tree: str,
    parents: Iterable[str],
    message: str,
    author: Signature,
    committer: Signature,
) -> str:
    """Write a commit."""
    lines = [
        f"tree {tree}",
        *(f"parent {parent}" for parent in parents),
        f"author {_signed(author)}",
        f"committer {_signed(committer)}",
        "",
        message,
    ]
    raw = "\n".join(lines).encode()
    return mirror.line("hash-object", "-t", "commit", "-w", "--stdin", stdin=raw)


def _command(edit: Edit) -> bytes:
    path = _quoted(edit.path)
    if edit.data is not None:
        mode = edit.mode.encode()
        return b"M %s inline %s\ndata %d\n%s\n" % (mode, path, len(edit.data), edit.data)
    if edit.sha is None:
        return b"D %s\n" % path
    return b"M %s %s %s\n" % (edit.mode.encode(), edit.sha.encode(), path)


def _quoted(path: str) -> bytes:
    text = path.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{text}"'.encode("utf-8", "surrogateescape")


def _signed(who: Signature) -> str:
    name = re.sub(r"[<>\n]", "", who.name) or "nobody"
    email = re.sub(r"[<>\n ]", "", who.email)
    return f"{name} <{email}> {int(who.date.timestamp())} +0000"
