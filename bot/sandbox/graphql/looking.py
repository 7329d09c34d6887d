"""One GraphQL request's look at the hub. Blobs are read together: one git for all of them."""

import re
from dataclasses import dataclass, field

from bot.sandbox.git.objects import Entry, kind_of, read_tree
from bot.sandbox.git.refs import resolve
from bot.sandbox.graphql.connection import Node
from bot.sandbox.graphql.refusal import refused
from bot.sandbox.node import node_id
from bot.sandbox.records import Repository
from bot.sandbox.view import View
from bot.sources.objects import Blob, read_objects

_ID = re.compile("[0-9a-f]{40}")
_SHOWN = 512 * 1024  # bytes of a text that come
_PEEK = 8000  # bytes in which git looks for what makes a blob binary
_LARGEST = 100 << 20


@dataclass(frozen=True, slots=True)
class Looking:
    """A look. ``expressions`` are the request's variables, among which those of blobs are."""

    view: View
    expressions: tuple[str, ...]
    found: dict[str, Blob] = field(default_factory=dict)
    expected: set[str] = field(default_factory=set)

    def git_object(self, repository: Repository, expression: str) -> tuple[str, str] | None:
        """Return the id and the kind of what an expression like ``main:docs/a.md`` means."""
        if ":" in expression and not self.found:
            self._read(repository)
        name = self._exact(repository, expression)
        if name in self.found:
            return self.found[name].id, "blob"
        mirror = self.view.hub.mirror
        sha = mirror.ask("rev-parse", "--verify", "--quiet", name) if name else None
        if sha is None:
            return None
        key = sha.decode().strip()
        kind = kind_of(mirror, key)
        return None if kind is None else (key, kind)

    def file(self, tree: str, path: str) -> Entry | None:
        """Find a file below a tree, and expect that of the others some are asked for, too."""
        entries = {each.path: each for each in read_tree(self.view.hub.mirror, tree, deep=True)}
        wanted = [entries[each] for each in (path, *self.expressions) if each in entries]
        self.expected.update(each.sha for each in wanted if each.type == "blob")
        return entries.get(path)

    def blob(self, sha: str) -> Node:
        """Write a blob: without its text where it is binary, cut where it is long."""
        known = self.found.get(sha)
        if known is None:
            wanted = {sha, *self.expected}
            self.found.update(read_objects(self.view.hub.mirror.runner, wanted, _LARGEST))
            known = self.found[sha]
        data = known.data or b""
        binary = b"\0" in data[:_PEEK]
        return {
            "__typename": "Blob",
            "id": node_id("Blob", sha),
            "oid": sha,
            "byteSize": known.size,
            "isBinary": binary,
            "isTruncated": known.size > _SHOWN,
            "text": None if binary else data[:_SHOWN].decode("utf-8", "replace"),
        }

    def _read(self, repository: Repository) -> None:
        names = [self._exact(repository, each) for each in self.expressions if ":" in each]
        usable = [name for name in names if name and "\n" not in name and "\r" not in name]
        read = read_objects(self.view.hub.mirror.runner, usable, _LARGEST)
        self.found.update(read)
        self.found.update({blob.id: blob for blob in read.values()})

    def _exact(self, repository: Repository, expression: str) -> str:
        """Replace the branch or tag of an expression by its commit; empty where there is none."""
        name, colon, path = expression.partition(":")
        if name == "HEAD":
            name = repository.default_branch
        mirror = self.view.hub.mirror
        is_id = _ID.fullmatch(name) is not None
        sha = name if is_id else resolve(mirror, repository.prefix, name)
        return f"{sha}{colon}{path}" if sha else ""


def text_argument(arguments: dict[str, object], name: str) -> str:
    """Return an argument that has to be a text."""
    value = arguments.get(name)
    if not isinstance(value, str):
        raise refused("ARGUMENT_LITERAL", f"Argument '{name}' is required.")
    return value
