"""The folder in which ``steward new`` makes a spec."""

from pathlib import Path, PurePosixPath

from bot.app.workspace import Workspace
from bot.errors import StewardError
from bot.model.schema import Schema
from bot.registry.names import home_of, is_template
from bot.sources.files import is_there

_DEFAULT_FOLDER = "docs/specs"


def folder_of(schema: Schema, path: str | None, workspace: Workspace) -> str:
    """Choose the folder, which text of others may say, but which lies within the workspace."""
    folder = _told_folder(schema, path, workspace)
    root = workspace.root.resolve()
    if PurePosixPath(folder).is_absolute() or not _lies_within(workspace.root / folder, root):
        raise StewardError(
            f"copies are to go to “{folder}”, which is outside of this folder",
            where=schema.source,
            mend="name one within it in the template, or under `paths` in the configuration",
        )
    return str(PurePosixPath(folder))


def _lies_within(folder: Path, root: Path) -> bool:
    try:
        return folder.resolve().is_relative_to(root)
    except (OSError, RuntimeError):  # a ring of links, or a name that no file system takes
        return False


def _told_folder(schema: Schema, path: str | None, workspace: Workspace) -> str:
    """Find it: as configured, as the template says, or where the template lies."""
    for entry in workspace.policy.templates:
        if entry.template in (schema.name, path) and entry.paths:
            head, star, _ = entry.paths[0].partition("*")
            return (head.rpartition("/")[0] if star else head.rstrip("/")) or "."
    told, slash, _ = (schema.path_pattern or "").rpartition("/")
    home = home_of(path) if path else None
    # "/NNN.md" is absolute too, though nothing is left before its slash
    told = told or slash
    if told and home and _is_of_elsewhere(told, home, workspace):
        return home
    return told or home or _DEFAULT_FOLDER


def _is_of_elsewhere(told: str, home: str, workspace: Workspace) -> bool:
    """Tell whether a copied template still names the folder that it was made for.

    That folder is not there, or another template governs it. One below the template's own is meant.
    """
    place = str(PurePosixPath(told))
    if f"{place}/".startswith(f"{home}/"):
        return False
    if not is_there(workspace.root / place):
        return _lies_within(workspace.root / place, workspace.root.resolve())
    files = workspace.files
    return any(is_template(entry.path) and home_of(entry.path) == place for entry in files)
