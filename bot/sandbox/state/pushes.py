"""What somebody pushes, without a clone of their own."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.sandbox.git.objects import Signature, read_commit
from bot.sandbox.git.refs import move_ref, resolve
from bot.sandbox.git.writing import Edit, write_commit, write_tree
from bot.sandbox.hub import Hub
from bot.sandbox.records import Repository, User
from bot.sandbox.state.merges import signature_of
from bot.sandbox.state.pulls import branch_tip, follow
from bot.sandbox.verdicts import Pull


@dataclass(frozen=True, slots=True)
class Push:
    """One commit for a branch; a branch that is new begins at ``base``. None deletes a file.

    It is ``by`` somebody whom the repository knows, or else by somebody whom it does not.
    """

    branch: str
    files: Mapping[str, str | bytes | None]
    message: str
    base: str = ""
    by: User | None = None


def push(hub: Hub, repository: Repository, wanted: Push) -> str:
    """Put a commit on a branch."""
    mirror = hub.mirror
    tip = branch_tip(hub, repository, wanted.branch)
    start = wanted.base or repository.default_branch
    tip = tip or resolve(mirror, repository.prefix, start)
    edits = [Edit(path, _bytes(data)) for path, data in wanted.files.items()]
    tree = write_tree(mirror, read_commit(mirror, tip).tree if tip else None, edits)
    stranger = Signature("Ann", "ann@example.com", hub.clock())
    who = signature_of(hub, wanted.by) if wanted.by else stranger
    sha = write_commit(mirror, tree, [tip] if tip else [], wanted.message, who, who)
    move_ref(mirror, f"{repository.prefix}heads/{wanted.branch}", sha)
    where = "head_repository_id = ? AND head_ref = ?"
    for pull in hub.store.find(Pull, where, repository.id, wanted.branch):
        follow(hub, pull)  # at once: each push is an event of its own
    return sha


def _bytes(data: str | bytes | None) -> bytes | None:
    return data.encode() if isinstance(data, str) else data
