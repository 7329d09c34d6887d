"""The rules of a commit: its configuration, its templates, its own pages; read at once."""

from collections.abc import Iterable

from bot.app.action.reader import Commit, Reader
from bot.app.action.shelf import CommitShelf, open_shelf, template_paths
from bot.errors import ForgeError, StewardError
from bot.forge.door import Door, FileName, Tree
from bot.model.entry import FileKind
from bot.model.policy import CONFIG_PATH
from bot.render.comment.printing import FOLDER

_PAGES = f"{FOLDER}/"
_CAP = 3_200_000  # bytes: over all that counts here; GitHub reads no CODEOWNERS of over 3 MiB


def open_commit(door: Door, tree: Tree, commit: str) -> Commit:
    """Open the files of a commit, of which none is read yet."""
    names = {f.path: FileName(commit, f.path) for f in tree.files if f.kind is FileKind.REGULAR}
    others = frozenset(f.path for f in tree.files if f.kind is not FileKind.REGULAR)
    return Commit(Reader(door, _CAP), names, others, None if tree.is_whole else commit)


def rule_paths(commit: Commit, config_path: str) -> tuple[str, ...]:
    """Name what there is to be read of the rules."""
    return (config_path, *_pages(commit), *template_paths(commit))


def open_rules(commit: Commit, config_path: str, repository: str, branch: str) -> CommitShelf:
    """Take up the rules, which were read; larger documents come with them, where these allow it."""
    if config_path != CONFIG_PATH and not commit.has(config_path):
        what = f"there is no such file on “{branch}”, whose rules count"
        raise StewardError(what, where=config_path, mend="check the input config")
    try:
        shelf = open_shelf(commit, config_path, repository)
    except ForgeError:
        raise
    except StewardError as error:
        # whoever has mended it on a branch reads on, and sees why that does not help yet
        where = f"{error.where} on “{branch}”" if error.where else f"“{branch}”"
        raise StewardError(error.what, where=where, mend=error.mend) from error
    if shelf.policy.size_cap > commit.reader.cap:
        commit.reader.read_larger(shelf.policy.size_cap)
    return shelf


def own_pages(commit: Commit) -> dict[str, str]:
    """Give the repository's own pages, by the names of those that they stand in for."""
    return {path.removeprefix(_PAGES): commit.text(path) for path in _pages(commit)}


def _pages(commit: Commit) -> Iterable[str]:
    return (path for path in commit.names if path.startswith(_PAGES) and path.endswith(".j2"))
