"""Branches, tags and what else points at commits. Never remembered: people may push."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from bot.sandbox.git.mirror import Mirror

_SHA = re.compile("[0-9a-f]{4,40}")
_NAME = re.compile(r"[^\s~^:?*\[\\\x00-\x1f]+")
_NONE = "0" * 40


@dataclass(frozen=True, slots=True)
class Ref:
    """A ref by its full name; ``type`` is that of the object it points at."""

    name: str
    sha: str
    type: str


def find_refs(mirror: Mirror, pattern: str) -> tuple[Ref, ...]:
    """List refs that are, or stand below, a name; in the order of names."""
    shown = "--format=%(refname) %(objectname) %(objecttype)"
    lines = mirror.line("for-each-ref", shown, pattern).splitlines()
    return tuple(Ref(*line.split(" ")) for line in lines)


def resolve(mirror: Mirror, prefix: str, name: str) -> str | None:
    """Return the commit that a branch, a tag or an id means in a repository; None for none."""
    if _NAME.fullmatch(name) is None:
        return None
    bare = name.removeprefix("refs/")
    names = [f"{prefix}heads/{name}", f"{prefix}tags/{name}", f"{prefix}{bare}"]
    if name == "HEAD":
        names = []
    return _first_commit(mirror, [*names, *([name] if _SHA.fullmatch(name) else [])])


def read_ref(mirror: Mirror, name: str) -> str | None:
    """Return the commit that a full name points at; None where there is no such ref."""
    return _first_commit(mirror, [name])


def is_ref_name(mirror: Mirror, name: str) -> bool:
    """Tell whether git takes this for the full name of a ref."""
    return mirror.ask("check-ref-format", name) is not None


def move_ref(mirror: Mirror, name: str, sha: str, old: str | None = None) -> bool:
    """Let a ref point at a commit; False where it stood elsewhere than ``old`` says."""
    words = (sha,) if old is None else (sha, old)
    return mirror.ask("update-ref", name, *words) is not None


def create_ref(mirror: Mirror, name: str, sha: str) -> bool:
    """Make a ref; False where there is one already."""
    return move_ref(mirror, name, sha, _NONE)


def delete_ref(mirror: Mirror, name: str) -> bool:
    """Delete a ref; False where there is none."""
    return read_ref(mirror, name) is not None and mirror.ask("update-ref", "-d", name) is not None


def _first_commit(mirror: Mirror, names: Iterable[str]) -> str | None:
    asked = "".join(f"{name}^{{commit}}\n" for name in names).encode()
    for line in mirror.line("cat-file", "--batch-check", stdin=asked).splitlines():
        words = line.split(" ")
        if words[1:2] == ["commit"]:
            return words[0]
    return None
