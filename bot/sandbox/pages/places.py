"""Places in a repository: a commit by its name, and a path in it."""

from dataclasses import dataclass
from urllib.parse import quote

from bot.sandbox.git.objects import Entry, find_entry
from bot.sandbox.git.refs import resolve
from bot.sandbox.hub import Hub
from bot.sandbox.records import Repository


@dataclass(frozen=True, slots=True)
class Place:
    """A file or a folder; the root has no entry."""

    ref: str
    commit: str
    path: str
    entry: Entry | None

    @property
    def shown_ref(self) -> str:
        """The name of the branch, or the commit's first digits."""
        return self.ref[:7] if self.ref == self.commit else self.ref

    @property
    def steps(self) -> tuple[tuple[str, str], ...]:
        """The folders on the way, each with the rest of its address."""
        names = self.path.split("/") if self.path else []
        return tuple(
            (name, address("tree", self.ref, "/".join(names[: at + 1])))
            for at, name in enumerate(names[:-1])
        )

    @property
    def name(self) -> str:
        """The last part of the path."""
        return self.path.rpartition("/")[2]


def address(kind: str, ref: str, path: str) -> str:
    """Return the rest of the address of a file (``blob``) or a folder (``tree``)."""
    tail = f"/{quote(path, errors='surrogateescape')}" if path else ""
    return f"/{kind}/{quote(ref)}{tail}"


def find_place(hub: Hub, repository: Repository, words: str) -> Place | None:
    """Find what an address means; names of branches may have slashes in them, as paths do."""
    parts = words.strip("/").split("/")
    for at in range(1, len(parts) + 1):
        ref, path = "/".join(parts[:at]), "/".join(parts[at:])
        commit = resolve(hub.mirror, repository.prefix, ref)
        if commit is None:
            continue
        entry = find_entry(hub.mirror, commit, path) if path else None
        if entry or not path:
            return Place(ref, commit, path, entry)
    return None
