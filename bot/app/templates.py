"""The template files in force: configured, found in the repository, or shipped with the product.

Files only: what they ask for is derived where a document has to be judged, and on a run in which
nothing has changed that is nowhere.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from pathlib import Path

from bot.app.workspace import Workspace
from bot.errors import StewardError
from bot.model.policy import TemplatePolicy
from bot.registry.names import is_template, template_name
from bot.shipped import shipped
from bot.sources.files import read_file


@dataclass(frozen=True, slots=True)
class TemplateFile:
    """A template's text. ``path`` is None where it ships; ``entry`` is what configured it."""

    source: str
    data: bytes
    path: str | None = None
    entry: TemplatePolicy | None = None


@cache
def shipped_names() -> tuple[str, ...]:
    """List the names of the templates that ship."""
    return tuple(sorted(path.stem for path in shipped("specs").glob("*.md")))


def shipped_template(name: str) -> TemplateFile:
    """Give a template that ships."""
    return TemplateFile(f"{name}.md", shipped("specs", f"{name}.md").read_bytes())


def templates_of(workspace: Workspace) -> Iterator[TemplateFile]:
    """Give the team's templates: those configured, else those that are called so."""
    if workspace.policy.templates:
        for entry in workspace.policy.templates:
            found = find_template(entry.template, workspace, workspace.root)
            yield TemplateFile(found.source, found.data, found.path, entry)
        return
    for file in workspace.files:
        if is_template(file.path):
            yield TemplateFile(file.path, workspace.read(file.path), file.path)


def find_template(asked: str, workspace: Workspace, base: Path) -> TemplateFile:
    """Find the template that a name or a file stands for."""
    file = base / asked
    if file.is_file():
        inside = file.resolve().is_relative_to(workspace.root)
        source = file.resolve().relative_to(workspace.root).as_posix() if inside else asked
        return TemplateFile(source, read_file(file, workspace.policy.size_cap), source)
    own = {template_name(e.path): e.path for e in reversed(workspace.files) if is_template(e.path)}
    if asked in own:
        return TemplateFile(own[asked], workspace.read(own[asked]), own[asked])
    if asked in shipped_names():
        return shipped_template(asked)
    names = sorted({*own, *shipped_names()})
    near = get_close_matches(asked, names, n=1)
    raise StewardError(
        f"there is no template “{asked}”",
        mend=f"did you mean “{near[0]}”?" if near else f"name a file, or one of {', '.join(names)}",
    )
