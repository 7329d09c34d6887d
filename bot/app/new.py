"""``steward new``: the next spec from a template."""

import re
from pathlib import Path, PurePosixPath

from bot.app.checkout import CheckoutShelf
from bot.app.court import derive_template
from bot.app.new_file import write_new
from bot.app.new_ids import taken
from bot.app.new_place import folder_of
from bot.app.templates import find_template
from bot.app.workspace import Workspace, open_workspace
from bot.edit.custom import with_custom
from bot.edit.naming import file_name, holder_of, next_id
from bot.edit.scaffold import Filling, scaffold
from bot.errors import StewardError
from bot.markdown.decode import decode
from bot.model.schema import Schema
from bot.registry.names import may_be_spec


def new(cwd: Path, template: str, title: str, today: str, config: str | None) -> str:
    """Make the next spec and give its path; a file that is there is never overwritten."""
    workspace = open_workspace(cwd, cwd, config)
    shelf = CheckoutShelf(workspace, cwd)
    found = find_template(template, shelf, shelf.files)
    schema, path = derive_template(found, workspace.policy.stages), found.path
    words = " ".join(title.split())
    if not words:
        raise StewardError(
            "the title is empty", mend='give one: steward new tech-spec "Parcel search"'
        )
    folder = folder_of(schema, path, workspace)
    schema = with_custom(schema, _names_in(folder, workspace), path and PurePosixPath(path).name)
    given, words = _id_for(schema, words, folder, workspace)
    # A guide has its spec's id and often its title: the name tells the two apart.
    called = f"{words} guide" if schema.guide and "guide" not in words.casefold() else words
    target = PurePosixPath(folder, file_name(schema, given, called))
    author = workspace.git.user_name() if workspace.git else None
    text = scaffold(decode(found.data), schema, Filling(words, today, given, author))
    write_new(target, text.encode(), workspace, "choose another title")
    return workspace.display(str(target))


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
    known = taken(schema, folder, workspace)
    if not match:
        return next_id(schema, known.names, known.beside), title
    holder = None if schema.guide else holder_of(match[0], schema, known.names, known.beside)
    if holder:
        raise StewardError(
            f"the id {match[0]} is taken by {workspace.display(known.file_of(holder))}",
            mend="leave it out of the title, and the next one is given",
        )
    return match[0], title[match.end() :].strip(" :—-") or match[0]


def _names_in(folder: str, workspace: Workspace) -> list[str]:
    """List the documents that lie right in a folder."""
    found = (PurePosixPath(entry.path) for entry in workspace.files if may_be_spec(entry.path))
    return [each.name for each in found if str(each.parent) == folder]
