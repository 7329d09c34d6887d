"""``steward new``: the next spec from a template."""

import re
from pathlib import Path, PurePosixPath

from bot.app.checkout import CheckoutShelf
from bot.app.court import derive_template
from bot.app.templates import find_template
from bot.app.workspace import Workspace, open_workspace
from bot.edit.naming import file_name, holder_of, next_id
from bot.edit.scaffold import Filling, scaffold
from bot.errors import StewardError
from bot.markdown.decode import decode
from bot.model.schema import Schema
from bot.registry.names import home_of, is_template

_DEFAULT_FOLDER = "docs/specs"


def new(cwd: Path, template: str, title: str, today: str, config: str | None) -> str:
    """Make the next spec and give its path; a file that is there is never overwritten."""
    workspace = open_workspace(cwd, cwd, config)
    found = find_template(template, CheckoutShelf(workspace, cwd))
    schema, path = derive_template(found, workspace.policy.stages), found.path
    words = " ".join(title.split())
    if not words:
        raise StewardError(
            "the title is empty", mend='give one: steward new tech-spec "Parcel search"'
        )
    folder = _folder(schema, path, workspace)
    given, words = _id_for(schema, words, folder, workspace)
    # A guide has its spec's id and often its title: the name tells the two apart.
    called = f"{words} guide" if schema.guide and "guide" not in words.casefold() else words
    target = PurePosixPath(folder, file_name(schema, given, called))
    author = workspace.git.user_name() if workspace.git else None
    text = scaffold(decode(found.data), schema, Filling(words, today, given, author))
    _write(target, text, workspace)
    return workspace.display(str(target))


def _write(target: PurePosixPath, text: str, workspace: Workspace) -> None:
    file = workspace.root / target
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        with file.open("x", encoding="utf-8", newline="") as stream:
            stream.write(text)
    except OSError as error:
        if isinstance(error, FileExistsError) and file.parent.is_dir():
            what, mend = "there is such a file already, and it stays", "choose another title"
        else:
            what = f"cannot be written: {error.strerror}"
            mend = "see what stands at its folder's place, and who may write there"
        raise StewardError(what, where=workspace.display(str(target)), mend=mend) from None


def _id_for(
    schema: Schema, title: str, folder: str, workspace: Workspace
) -> tuple[str | None, str]:
    """Take an id from the title, where it brings one; a guide has to, since it has its spec's."""
    if not schema.id_pattern:
        return None, title
    match = re.match(rf"(?:{schema.id_pattern})(?!\w)", title)
    if schema.guide and not match:
        example = f'steward new {schema.name} "{next_id(schema, ())} Parcel search"'
        raise StewardError(
            "a guide has the id of the spec that it implements",
            mend=f"begin the title with it: {example}",
        )
    everywhere = [entry.path for entry in workspace.files if not is_template(entry.path)]
    inside = [p for p in everywhere if folder == "." or p.startswith(f"{folder}/")]
    # Digits alone count within a folder; an id with a prefix is taken wherever it stands.
    names = inside if schema.id_pattern.startswith("\\d") else everywhere
    if not match:
        return next_id(schema, names, inside), title
    holder = None if schema.guide else holder_of(match[0], schema, names, inside)
    if holder:
        raise StewardError(
            f"the id {match[0]} is taken by {workspace.display(holder)}",
            mend="leave it out of the title, and the next one is given",
        )
    return match[0], title[match.end() :].strip(" :—-") or match[0]


def _folder(schema: Schema, path: str | None, workspace: Workspace) -> str:
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
    """Find it: as the template says, as configured, or where the template lies."""
    told = (schema.path_pattern or "").rpartition("/")
    for entry in workspace.policy.templates:
        if entry.template in (schema.name, path) and entry.paths:
            head, star, _ = entry.paths[0].partition("*")
            return (head.rpartition("/")[0] if star else head.rstrip("/")) or "."
    # "/NNN.md" is absolute too, though nothing is left before its slash
    return told[0] or told[1] or (home_of(path) if path else None) or _DEFAULT_FOLDER
