"""Commits, trees and blobs, as values. What was read once is kept, for objects never change."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime

from bot.sandbox.git.mirror import Mirror
from bot.sources.objects import read_objects

_HEAD = re.compile(rb"([0-9a-f]{40}) commit (\d+)")
_PERSON = re.compile(r"(.*?) ?<([^>]*)> (-?\d+) [+-]\d+")
_LARGEST = 100 << 20  # bytes of a blob that GitHub hands out


@dataclass(frozen=True, slots=True)
class Signature:
    """Who did something to a commit, and when."""

    name: str
    email: str
    date: datetime


@dataclass(frozen=True, slots=True)
class Commit:
    """A commit."""

    sha: str
    tree: str
    parents: tuple[str, ...]
    author: Signature
    committer: Signature
    message: str


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of a tree; ``size`` is None for what is no blob."""

    mode: str
    type: str
    sha: str
    size: int | None
    path: str


def read_commits(mirror: Mirror, ids: Iterable[str]) -> list[Commit]:
    """Read commits that are there, in the order of their ids."""
    wanted = list(ids)
    missing = [sha for sha in dict.fromkeys(wanted) if ("commit", sha) not in mirror.memory]
    if missing:
        asked = "".join(f"{sha}\n" for sha in missing).encode()
        rest = mirror.read("cat-file", "--batch", stdin=asked)
        for sha in missing:
            head, _, rest = rest.partition(b"\n")
            match = _HEAD.fullmatch(head)
            if match is None:
                raise KeyError(sha)
            size = int(match[2])
            mirror.memory["commit", sha] = _commit(sha, rest[:size])
            rest = rest[size + 1 :]
    found = [mirror.memory["commit", sha] for sha in wanted]
    return [each for each in found if isinstance(each, Commit)]


def read_commit(mirror: Mirror, sha: str) -> Commit:
    """Read a commit that is there."""
    (commit,) = read_commits(mirror, [sha])
    return commit


def read_tree(mirror: Mirror, sha: str, *, deep: bool = False) -> tuple[Entry, ...]:
    """Read the lines of a tree, or with ``deep`` also of those below it."""
    key = ("deep" if deep else "tree", sha)
    if key not in mirror.memory:
        options = ("-r", "-t") if deep else ()
        mirror.memory[key] = _entries(mirror.read("ls-tree", "-z", "-l", *options, sha))
    found = mirror.memory[key]
    assert isinstance(found, tuple)  # noqa: S101 - the key says what is kept under it
    return found


def find_entry(mirror: Mirror, commit: str, path: str) -> Entry | None:
    """Find a file or folder in a commit; None where there is none."""
    output = mirror.ask("ls-tree", "-z", "-l", "--full-tree", commit, "--", path)
    return next(iter(_entries(output or b"")), None)


def read_blob(mirror: Mirror, sha: str) -> bytes | None:
    """Read a blob; None where there is none."""
    return read_blobs(mirror, [sha]).get(sha)


def read_blobs(mirror: Mirror, names: Iterable[str]) -> dict[str, bytes]:
    """Read blobs by id or as ``commit:path``; absent where there are none."""
    usable = [name for name in names if "\n" not in name and "\r" not in name]
    found = read_objects(mirror.runner, usable, _LARGEST)
    return {name: blob.data for name, blob in found.items() if blob.data is not None}


def kind_of(mirror: Mirror, sha: str) -> str | None:
    """Return the kind of an object; None where there is none."""
    if re.fullmatch("[0-9a-f]{40}", sha) is None:
        return None
    output = mirror.ask("cat-file", "-t", sha)
    return None if output is None else output.decode().strip()


def shown_path(name: bytes) -> str:
    """Return a path as GitHub shows it: JSON has no place for what is not UTF-8."""
    return name.decode("utf-8", "replace")


def _commit(sha: str, raw: bytes) -> Commit:
    head, _, message = raw.decode("utf-8", "replace").partition("\n\n")
    lines = [line.partition(" ") for line in head.split("\n") if not line.startswith(" ")]
    values = {name: value for name, _, value in lines}
    parents = tuple(value for name, _, value in lines if name == "parent")
    author, committer = _person(values["author"]), _person(values["committer"])
    return Commit(sha, values["tree"], parents, author, committer, message.rstrip("\n"))


def _person(text: str) -> Signature:
    match = _PERSON.fullmatch(text)
    if match is None:
        return Signature(text, "", datetime.fromtimestamp(0, UTC))
    return Signature(match[1], match[2], datetime.fromtimestamp(int(match[3]), UTC))


def _entries(output: bytes) -> tuple[Entry, ...]:
    found = []
    for record in shown_path(output).split("\0")[:-1]:
        head, _, path = record.partition("\t")
        mode, kind, sha, size = head.split()
        found.append(Entry(mode, kind, sha, None if size == "-" else int(size), path))
    return tuple(found)
