"""The ids that ``steward new`` may not give again: those in names of files, and in their texts."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.app.parsed import parsed_or_none
from bot.app.workspace import Workspace
from bot.errors import StewardError
from bot.model.schema import Schema
from bot.registry.names import is_template, may_be_spec
from bot.schema.numbered import id_in_text, prefix_of


@dataclass(frozen=True, slots=True)
class Taken:
    """Names that may hold an id, names beside, and the files whose text says an id."""

    names: tuple[str, ...]
    beside: tuple[str, ...]
    said: dict[str, str]

    def file_of(self, holder: str) -> str:
        """Give the file that has an id, found by its name or by the id itself."""
        return self.said.get(holder, holder)


def taken(schema: Schema, folder: str, workspace: Workspace) -> Taken:
    """Find what the documents of a folder, or all, are called and call themselves."""
    everywhere = [entry.path for entry in workspace.files if not is_template(entry.path)]
    inside = [p for p in everywhere if folder == "." or p.startswith(f"{folder}/")]
    said = _said(schema, inside, workspace)
    # Digits alone count within a folder; an id with a prefix is taken wherever it stands.
    names = inside if (schema.id_pattern or "").startswith("\\d") else everywhere
    return Taken((*names, *said), tuple(inside), said)


def _said(schema: Schema, paths: Sequence[str], workspace: Workspace) -> dict[str, str]:
    """Read the ids in the documents' own words; one that cannot be read says none."""
    found: dict[str, str] = {}
    if schema.guide or not prefix_of(schema):
        return found
    for path in filter(may_be_spec, paths):
        try:
            data = workspace.read(path)
        except StewardError:
            continue
        document = parsed_or_none(data, workspace.policy.size_cap)
        if document and (own := id_in_text(document, schema)):
            found.setdefault(own, path)
    return found
