"""What differs between two commits, as GitHub lists it: files, renames, patches."""

from collections.abc import Iterator
from dataclasses import dataclass

from bot.sandbox.git.mirror import Mirror
from bot.sandbox.git.objects import shown_path

_WORDS = ("diff-tree", "-r", "-M", "--raw", "-p", "-z", "--full-index", "--no-color")
_STATES = {"A": "added", "D": "removed", "M": "modified", "R": "renamed", "T": "changed"}
_LARGEST = 1_000_000  # characters of a patch that GitHub still shows
_START = b"diff --git "


@dataclass(frozen=True, slots=True)
class FileChange:
    """A file that differs. ``sha`` is the new blob, or the old one of a file that is gone."""

    path: str
    previous: str | None
    status: str
    sha: str
    additions: int
    deletions: int
    patch: str | None


def list_changes(mirror: Mirror, base: str, head: str) -> tuple[FileChange, ...]:
    """List the files that differ, in the order of paths."""
    key = ("changes", base, head)
    if key not in mirror.memory:
        mirror.memory[key] = tuple(_changes(mirror.read(*_WORDS, base, head)))
    found = mirror.memory[key]
    assert isinstance(found, tuple)  # noqa: S101 - the key says what is kept under it
    return found


def diff_text(mirror: Mirror, base: str, head: str) -> str:
    """Return the difference as text, as ``git diff`` would print it."""
    return mirror.read("diff-tree", "-r", "-M", "-p", base, head).decode("utf-8", "replace")


def _changes(output: bytes) -> Iterator[FileChange]:
    raw, patches = _split(output)
    for head, old_path, path in raw:
        status = head.split(" ")[4][0]
        patch = next(patches, b"")
        if status == "T":  # shown as one file that goes and one that comes
            patch += next(patches, b"")
        yield _change(head, old_path, path, patch)


def _change(head: str, old_path: str | None, path: str, patch: bytes) -> FileChange:
    _, _, old_id, new_id, word = head.split(" ")
    start = patch.find(b"\n@@ ")
    text = "" if start < 0 else patch[start + 1 :].decode("utf-8", "replace").removesuffix("\n")
    lines = text.split("\n")
    return FileChange(
        path=path,
        previous=old_path,
        status=_STATES.get(word[0], "modified"),
        sha=old_id if word[0] == "D" else new_id,
        additions=sum(line.startswith("+") for line in lines),
        deletions=sum(line.startswith("-") for line in lines),
        patch=text if text and len(text) <= _LARGEST else None,
    )


def _split(output: bytes) -> tuple[list[tuple[str, str | None, str]], Iterator[bytes]]:
    """Part the records, which end in NUL, from the patches that follow an empty one."""
    records: list[tuple[str, str | None, str]] = []
    rest = output
    while rest.startswith(b":"):
        head, _, rest = rest.partition(b"\0")
        path, _, rest = rest.partition(b"\0")
        name = shown_path(path)
        if head.split(b" ")[4][:1] in {b"R", b"C"}:
            new, _, rest = rest.partition(b"\0")
            records.append((head.decode(), name, shown_path(new)))
        else:
            records.append((head.decode(), None, name))
    pieces = (b"\n" + rest.lstrip(b"\0")).split(b"\n" + _START)[1:]
    return records, iter(pieces)
