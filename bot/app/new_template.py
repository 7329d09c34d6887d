"""``steward new --list`` and ``--copy``: which templates there are, and how to come by one."""

from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from bot.app.checkout import CheckoutShelf
from bot.app.court import derive_template
from bot.app.new_file import write_new
from bot.app.templates import shipped_names, shipped_template, templates_of, unknown_template
from bot.app.workspace import Workspace, open_workspace
from bot.errors import StewardError

_SHIPS = "ships; steward new --copy {} makes it yours"


def listed(cwd: Path, config: str | None) -> str:
    """List the templates by their names: the repository's own, then those that ship."""
    workspace = open_workspace(cwd, cwd, config)
    found = dict(_own(workspace))
    found |= {name: _SHIPS.format(name) for name in shipped_names() if name not in found}
    wide = max(map(len, found))
    return "".join(f"{name:<{wide}}  {place}\n" for name, place in found.items())


def _own(workspace: Workspace) -> Iterator[tuple[str, str]]:
    shelf = CheckoutShelf(workspace, workspace.root)
    for template in templates_of(shelf, shelf.files):
        try:
            derive_template(template, workspace.policy.stages)
        except StewardError:
            if template.entry:
                raise
            continue  # a file that is only called so
        if template.path:
            yield template.name, workspace.display(template.path)


def copied(cwd: Path, name: str, config: str | None) -> str:
    """Put a template that ships into a folder of its own, and give its path."""
    workspace = open_workspace(cwd, cwd, config)
    if name not in shipped_names():
        raise unknown_template(name, shipped_names(), "template to copy")
    target = PurePosixPath("docs", name, "TEMPLATE.md")
    write_new(target, shipped_template(name).data, workspace, "edit that one")
    return workspace.display(str(target))
