"""``steward new``: the next spec from a template."""

import re
from pathlib import Path, PurePosixPath

from bot.app.court import derive_template
from bot.app.templates import find_template
from bot.app.workspace import Workspace, open_workspace
from bot.edit.naming import file_name, next_id
from bot.edit.scaffold import Filling, scaffold
from bot.errors import StewardError
from bot.markdown.decode import decode
from bot.model.schema import Schema
from bot.registry.names import home_of, is_template

_DEFAULT_FOLDER = "docs/specs"


def new(cwd: Path, template: str, title: str, today: str, config: str | None) -> str:
    """Make the next spec and give its path; a file that is there is never overwritten."""
    workspace = open_workspace(cwd, cwd, config)
    found = find_template(template, workspace, cwd)
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
    file = workspace.root / target
    file.parent.mkdir(parents=True, exist_ok=True)
    try:
        with file.open("x", encoding="utf-8", newline="") as stream:
            stream.write(text)
    except FileExistsError:
        raise StewardError(
            "there is such a file already, and it stays",
            where=str(target),
            mend="choose another title",
        ) from None
    return workspace.display(str(target))


def _id_for(
    schema: Schema, title: str, folder: str, workspace: Workspace
) -> tuple[str | None, str]:
    """Take an id from the title, where it brings one; a guide has to, since it has its spec's."""
    if not schema.id_pattern:
        return None, title
    if match := re.match(rf"(?:{schema.id_pattern})(?!\w)", title):
        return match[0], title[match.end() :].strip(" :—-") or match[0]
    if schema.guide:
        raise StewardError(
            "a guide has the id of the spec that it implements",
            mend=f"begin the title with it: steward new {schema.name} “FEAT-012 …”",
        )
    # Digits alone count within a folder; an id with a prefix is taken wherever it stands.
    within = f"{folder}/" if schema.id_pattern.startswith("\\d") else ""
    paths = (entry.path for entry in workspace.files)
    taken = (path for path in paths if path.startswith(within) and not is_template(path))
    return next_id(schema, taken), title


def _folder(schema: Schema, path: str | None, workspace: Workspace) -> str:
    """Choose the folder: as the template says, as configured, or where the template lies."""
    told = (schema.path_pattern or "").rpartition("/")[0]
    for entry in workspace.policy.templates:
        if entry.template in (schema.name, path) and entry.paths:
            return entry.paths[0].split("*", 1)[0].rstrip("/") or "."
    return told or (home_of(path) if path else None) or _DEFAULT_FOLDER
