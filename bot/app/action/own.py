"""The rules that a pull request brings: never obeyed, but looked at before they are merged."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from bot.app.action.reader import Commit
from bot.app.action.shelf import CommitShelf, configured_paths, open_shelf
from bot.errors import StewardError
from bot.forge.door import Changes, FileName
from bot.model.change import ChangeKind
from bot.registry.names import is_template
from bot.render.comment.printing import FOLDER
from bot.sources.walk import is_markdown


@dataclass(frozen=True, slots=True)
class OwnShelf:
    """The rules that a pull request brings: what it changes in them, and what comes of it."""

    paths: tuple[str, ...]
    shelf: CommitShelf | None
    problem: str = ""


def own_shelf(shelf: CommitShelf, head: Commit, changed: frozenset[str]) -> OwnShelf | None:
    """Open the rules as they would become; None where the pull request changes none of them."""
    try:
        own = open_shelf(head, shelf.config_path, shelf.repository)
    except StewardError as error:
        return OwnShelf((shelf.config_path,), None, str(error))
    # a larger size would let a stranger have us read as much as they like
    cap = min(own.policy.size_cap, shelf.policy.size_cap)
    own = replace(own, policy=replace(own.policy, size_cap=cap))
    paths = tuple(sorted(_rules_in(changed, shelf, own)))
    return OwnShelf(paths, own) if paths else None


def _rules_in(changed: frozenset[str], shelf: CommitShelf, own: CommitShelf) -> Iterator[str]:
    policies = (shelf.policy, own.policy)
    named = {path for policy in policies for path in configured_paths(policy)}
    finds = not all(policy.templates for policy in policies)  # where none is listed, names count
    for path in changed:
        is_named = path in named or path.startswith(f"{FOLDER}/")
        if is_named or path == shelf.config_path or (finds and _is_called_so(path)):
            yield path


def _is_called_so(path: str) -> bool:
    return is_markdown(path) and is_template(path)


def paths_in(changes: Changes) -> frozenset[str]:
    """Give all paths that a pull request touches."""
    return frozenset(
        path for change in changes.files for path in (change.path, change.old_path) if path
    )


def overlaid(base: Commit, changes: Changes, head: str) -> Commit:
    """Lay the changed files over those of the base branch."""
    names = dict(base.names)
    for change in changes.files:
        names.pop(change.old_path or change.path, None)
        if change.kind is not ChangeKind.DELETED:
            names[change.path] = FileName(head, change.path)
    return Commit(base.reader, names, base.others - paths_in(changes), base.beyond)
