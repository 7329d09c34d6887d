"""The template files in force: configured, found in the repository, or shipped with the product.

Files only: what they ask for is derived where a document has to be judged, and on a run in which
nothing has changed that is nowhere.
"""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from difflib import get_close_matches
from functools import cache
from pathlib import Path

from bot.app.workspace import Workspace
from bot.errors import StewardError
from bot.model.policy import TemplatePolicy
from bot.registry.names import is_template, template_name
from bot.shipped import shipped
from bot.sources.files import is_file, read_file


@dataclass(frozen=True, slots=True)
class TemplateFile:
    """A template's text. ``path`` is None where it ships; ``entry`` is what configured it.

    ``called`` is its name where that depends on folders that ``source`` does not tell.
    """

    source: str
    data: bytes
    path: str | None = None
    entry: TemplatePolicy | None = None
    called: str = ""

    @property
    def name(self) -> str:
        """Give the template's name."""
        return self.called or template_name(self.source)


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
        yield from (_configured(entry, workspace) for entry in workspace.policy.templates)
        return
    for file in workspace.files:
        if is_template(file.path):
            with suppress(StewardError):  # nobody asked for what only happens to be called so
                yield _own(file.path, workspace)


def find_template(asked: str, workspace: Workspace, base: Path) -> TemplateFile:
    """Find the template that a name or a file stands for."""
    found = _sought(asked, workspace, base)
    if found is None:
        raise _unknown(asked, workspace)
    return found


def _configured(entry: TemplatePolicy, workspace: Workspace) -> TemplateFile:
    try:
        found = _sought(entry.template, workspace, workspace.root)
    except StewardError as error:
        where = entry.place(workspace.config_path, "template")
        what = f"“{entry.written or entry.template}”: {error.what}"
        raise StewardError(what, where=where, mend=error.mend) from None
    if found is None:
        where = entry.place(workspace.config_path, "template")
        raise _unknown(entry.written or entry.template, workspace, where)
    return replace(found, entry=entry)


def _sought(asked: str, workspace: Workspace, base: Path) -> TemplateFile | None:
    file = base / asked
    if is_file(file):
        real = file.resolve()
        inside = real.is_relative_to(workspace.root)
        source = real.relative_to(workspace.root).as_posix() if inside else asked
        data = read_file(file, workspace.policy.size_cap)
        return TemplateFile(source, data, source, called=template_name(str(real)))
    own = _own_names(workspace)
    if asked in own:
        return _own(own[asked], workspace)
    return shipped_template(asked) if asked in shipped_names() else None


def _own(path: str, workspace: Workspace) -> TemplateFile:
    return TemplateFile(path, workspace.read(path), path, called=_name(path, workspace))


def _own_names(workspace: Workspace) -> dict[str, str]:
    files = (file.path for file in reversed(workspace.files) if is_template(file.path))
    return {_name(path, workspace): path for path in files}


def _name(path: str, workspace: Workspace) -> str:
    """Name a template; one at the top is called after the top's folder."""
    return template_name(f"{workspace.root.as_posix()}/{path}")


def _unknown(asked: str, workspace: Workspace, where: str = "") -> StewardError:
    names = sorted({*_own_names(workspace), *shipped_names()})
    near = get_close_matches(asked, names, n=1)
    return StewardError(
        f"there is no template “{asked}”",
        where=where,
        mend=f"did you mean “{near[0]}”?" if near else f"name a file, or one of {', '.join(names)}",
    )
