"""Merges, without a work tree."""

from dataclasses import dataclass

from bot.sandbox.git.history import is_ancestor, list_commits, merge_base
from bot.sandbox.git.mirror import Mirror
from bot.sandbox.git.objects import Commit, Signature, read_commit, read_commits
from bot.sandbox.git.writing import write_commit


@dataclass(frozen=True, slots=True)
class Merge:
    """What is to be merged into what, by whom, under which words."""

    base: str
    head: str
    message: str
    author: Signature
    committer: Signature


def merged_tree(mirror: Mirror, base: str, head: str) -> str | None:
    """Return the tree of a merge; None where people have to decide."""
    key = ("merge", base, head)
    if key not in mirror.memory:
        output = mirror.ask("merge-tree", "--write-tree", "--no-messages", base, head)
        mirror.memory[key] = "" if output is None else output.decode().strip()
    return str(mirror.memory[key]) or None


def merge(mirror: Mirror, asked: Merge, method: str) -> str | None:
    """Write what a merge, a squash or a rebase leaves on the base; None on a conflict."""
    tree = merged_tree(mirror, asked.base, asked.head)
    if tree is None:
        return None
    if method == "rebase":
        return _rebase(mirror, asked)
    parents = (asked.base,) if method == "squash" else (asked.base, asked.head)
    return write_commit(mirror, tree, parents, asked.message, asked.author, asked.committer)


def _rebase(mirror: Mirror, asked: Merge) -> str | None:
    """Put each commit, without merges, on top of the base."""
    start = merge_base(mirror, asked.base, asked.head)
    ids = list_commits(mirror, asked.head, *([start] if start else []))
    top = asked.base
    for commit in reversed(read_commits(mirror, ids)):
        if len(commit.parents) != 1:
            continue
        tree = _picked(mirror, commit, top)
        if tree is None:
            return None
        top = write_commit(mirror, tree, (top,), commit.message, commit.author, asked.committer)
    return top


def _picked(mirror: Mirror, commit: Commit, top: str) -> str | None:
    """Return the tree of one commit's change on top of another commit."""
    parent = commit.parents[0]
    if is_ancestor(mirror, parent, top) and read_commit(mirror, parent).tree == (
        read_commit(mirror, top).tree
    ):
        return commit.tree
    return merged_tree(mirror, top, commit.sha)
