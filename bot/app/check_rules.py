"""``check --base``: which of the rules themselves a change touches.

Only what has changed is judged then, so that the documents which a changed template governs go
unsaid unless they have changed too.
"""

from collections.abc import Iterator, Mapping

from bot.app.asked import Docket
from bot.app.court import Court, derive_template
from bot.app.templates import TemplateFile
from bot.app.workspace import Workspace
from bot.errors import StewardError
from bot.model.change import Change, ChangeKind
from bot.model.policy import CONFIG_PATH
from bot.registry.govern import Governor, govern, governor_of
from bot.registry.names import is_template
from bot.sources.walk import is_markdown

_DIFFERS = """{what} has changed since {base}, but documents that have not are not judged again \
here; steward check without --base judges them all"""
_LOST = "this template is gone since {base}; its documents are judged by another one, or by none"


def changed_rules(
    workspace: Workspace, docket: Docket, changes: Mapping[str, Change], base: str
) -> Iterator[tuple[str, str]]:
    """Name the configuration and the templates that have changed, where documents have not."""
    if workspace.config_path == CONFIG_PATH and CONFIG_PATH in changes:
        yield CONFIG_PATH, _DIFFERS.format(what="the configuration", base=base)
    yield from _changed(workspace, docket, changes, base)
    if not workspace.policy.templates:
        yield from _gone(workspace, changes, base)


def _changed(
    workspace: Workspace, docket: Docket, changes: Mapping[str, Change], base: str
) -> Iterator[tuple[str, str]]:
    touched = {template.source for template in docket.templates if template.path in changes}
    if not touched:
        return
    governors = Court(docket).own
    left = [entry.path for entry in workspace.files if entry.path not in changes]
    for governor in governors:
        if (path := governor.schema.source) in touched and _governs(governor, governors, left):
            touched.discard(path)  # several entries may name one file
            yield path, _DIFFERS.format(what="this template", base=base)


def _governs(governor: Governor, governors: tuple[Governor, ...], paths: list[str]) -> bool:
    """Tell whether a template's place says that it governs one of the paths, or says nothing."""
    is_placed = governor.folders or governor.paths
    return not is_placed or any(govern(path, governors, lambda: None) is governor for path in paths)


def _gone(
    workspace: Workspace, changes: Mapping[str, Change], base: str
) -> Iterator[tuple[str, str]]:
    """Name the templates that are gone while documents of theirs are still there."""
    lost = {old: change.old_blob for change in changes.values() if (old := _lost(change))}
    if not lost or workspace.git is None:
        return
    texts = workspace.git.read_objects(filter(None, lost.values()), workspace.policy.size_cap)
    for path, blob in lost.items():
        text = texts.get(blob) if blob else None
        governor = _governor(TemplateFile(path, text.data, path)) if text and text.data else None
        paths = [entry.path for entry in workspace.files]
        if governor and _governs(governor, (governor,), paths):
            yield path, _LOST.format(base=base)


def _lost(change: Change) -> str | None:
    """Give the path of a template that is no more, or that is not called so any more."""
    old = change.path if change.kind is ChangeKind.DELETED else change.old_path
    if old is None or not is_markdown(old) or not is_template(old):
        return None
    is_called = change.kind is ChangeKind.RENAMED and is_template(change.path)
    return None if is_called else old


def _governor(template: TemplateFile) -> Governor | None:
    """Give what a template governed; None where a file was only called so."""
    try:
        return governor_of(derive_template(template, {}), template.path)
    except StewardError:
        return None
