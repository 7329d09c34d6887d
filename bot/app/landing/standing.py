"""Files that stand where specs stood, and are none now: they were not deleted."""

from collections.abc import Collection, Sequence

from bot.app.action.shelf import CommitShelf
from bot.app.asked import Asked
from bot.app.court import Court, derive_template
from bot.errors import StewardError
from bot.markdown.decode import Unreadable
from bot.model.spec import Spec
from bot.sources.walk import is_markdown

_LOOSE = "stands, but no template covers it any more"


def standing(
    shelf: CommitShelf, court: Court, specs: Sequence[Spec], paths: Collection[str]
) -> dict[str, str]:
    """Give what is no spec now among paths, and the guides whose specs cannot be read."""
    known = {spec.path for spec in specs}
    owned = {spec.id for spec in specs if not spec.schema.guide}
    guides = {spec.path: spec.id for spec in specs if spec.schema.guide and spec.id not in owned}
    names = [path for path in shelf.commit.names if is_markdown(path) and path not in known]
    called = {
        path: [name for name in names if id_.casefold() in name.casefold()]
        for path in paths
        if (id_ := guides.get(path))
    }
    lost = [path for path, those in called.items() if "" in _unread(shelf, court, those).values()]
    return _unread(shelf, court, set(paths) - known) | dict.fromkeys(lost, "")


def _unread(shelf: CommitShelf, court: Court, paths: Collection[str]) -> dict[str, str]:
    """Give those at which a file stands, though it is no spec that can be read.

    A text that no template governs is none any more, unless a template is what cannot be read.
    """
    commit = shelf.commit
    commit.load(paths)
    there = [path for path in paths if path not in commit.others and commit.has(path)]
    if commit.beyond is not None or not all(_is_sound(each, shelf) for each in shelf.templates()):
        return dict.fromkeys(there, "")
    return {path: _LOOSE if _is_text(commit.data(path), path, court) else "" for path in there}


def _is_sound(path: str, shelf: CommitShelf) -> bool:
    try:
        derive_template(shelf.own(path), shelf.policy.stages)
    except StewardError:
        return False
    return True


def _is_text(data: bytes | None, path: str, court: Court) -> bool:
    try:
        return data is not None and court.opened(Asked(path), data) is None
    except Unreadable:
        return False
