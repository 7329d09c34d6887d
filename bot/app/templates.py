"""The template files in force: configured, found in the repository, or shipped with the product.

Files only: what they ask for is derived where a document has to be judged, and on a run in which
nothing has changed that is nowhere.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from difflib import get_close_matches
from functools import cache
from typing import Protocol, TypeAlias

from bot.app.near_paths import is_path, near_path
from bot.config.several import each
from bot.errors import StewardError
from bot.model.policy import Policy, TemplatePolicy
from bot.registry.names import template_name
from bot.render.defuse import visible
from bot.shipped import shipped

Files: TypeAlias = Callable[[], Iterable[str]]


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


class Shelf(Protocol):
    """Where a team's template files stand: in a checkout, or in a commit on GitHub."""

    @property
    def policy(self) -> Policy:
        """Give the configuration beside them."""
        ...

    @property
    def config_path(self) -> str:
        """Name the configuration, as complaints do."""
        ...

    def templates(self) -> Iterator[str]:
        """Give the paths of the files that are called templates."""
        ...

    def own(self, path: str) -> TemplateFile:
        """Take one of them."""
        ...

    def called(self, path: str) -> str:
        """Give the name that a template has by its path."""
        ...

    def at(self, asked: str) -> TemplateFile | None:
        """Take the file at a path as it was asked for, if there is one."""
        ...


def templates_of(shelf: Shelf, files: Files = tuple) -> Iterator[TemplateFile]:
    """Give the team's templates: those configured, else those that are called so.

    ``files`` gives those of which one may be meant where what is configured is not there.
    """
    if shelf.policy.templates:
        yield from each(lambda entry: _configured(entry, shelf, files), shelf.policy.templates)
        return
    for path in shelf.templates():
        with suppress(StewardError):  # nobody asked for what only happens to be called so
            yield shelf.own(path)


def find_template(asked: str, shelf: Shelf, files: Files = tuple) -> TemplateFile:
    """Find the template that a name or a file stands for."""
    found = _sought(asked, shelf)
    if found is None:
        raise _unknown(asked, shelf, files)
    return found


def _configured(entry: TemplatePolicy, shelf: Shelf, files: Files) -> TemplateFile:
    where = entry.place(shelf.config_path, "template")
    try:
        found = _sought(entry.template, shelf)
    except StewardError as error:
        what = f"“{entry.written or entry.template}”: {error.what}"
        raise StewardError(what, where=where, mend=error.mend) from None
    if found is None:
        raise _unknown(entry.written or entry.template, shelf, files, where)
    return replace(found, entry=entry)


def _sought(asked: str, shelf: Shelf) -> TemplateFile | None:
    if found := shelf.at(asked):
        return found
    own = _own_names(shelf)
    if asked in own:
        return shelf.own(own[asked])
    return shipped_template(asked) if asked in shipped_names() else None


def _own_names(shelf: Shelf) -> dict[str, str]:
    return {shelf.called(path): path for path in reversed(list(shelf.templates()))}


def _unknown(asked: str, shelf: Shelf, files: Files = tuple, where: str = "") -> StewardError:
    near = near_path(asked, [*files()] or shelf.templates()) if is_path(asked) else ""
    if near:
        what = f"there is no template “{visible(asked)}”"
        return StewardError(what, where=where, mend=f"did you mean “{near}”?")
    names = sorted({*_own_names(shelf), *shipped_names()})
    return unknown_template(asked, names, "template", where, mend="name a file, or one of")


def unknown_template(
    asked: str, names: Sequence[str], noun: str, where: str = "", mend: str = "name one of"
) -> StewardError:
    """Say that there is no template of a name, and which one may have been meant."""
    near = get_close_matches(asked.casefold(), names, n=1)
    return StewardError(
        f"there is no {noun} “{visible(asked)}”",
        where=where,
        mend=f"did you mean “{near[0]}”?" if near else f"{mend} {', '.join(names)}",
    )
