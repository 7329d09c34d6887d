"""Which address shows which file, folder or commit."""

from collections.abc import Sequence
from dataclasses import replace

from starlette.routing import BaseRoute

from bot.sandbox.hub import Hub
from bot.sandbox.pages.asked import Answer, Asked, moved, plain, route
from bot.sandbox.pages.code import file_page, folder_page, raw_file
from bot.sandbox.pages.places import Place, address, find_place
from bot.sandbox.pages.sundry import commit_page
from bot.sandbox.refusal import not_found

_LINES = "lines"  # lights the lines of ``#L3-L5``, of which no server hears and no style knows


def code_routes(hub: Hub, here: str) -> Sequence[BaseRoute]:
    """Return the routes of a repository's front page and all that git knows."""
    return (
        route(hub, here, _front),
        route(hub, f"{here}/blob/{{rest:path}}", _file),
        route(hub, f"{here}/tree/{{rest:path}}", _folder),
        route(hub, f"{here}/raw/{{rest:path}}", _raw),
        route(hub, f"{here}/commit/{{sha}}", _commit),
    )


def _front(asked: Asked) -> Answer:
    around = asked.frame("code", asked.repository.name)
    place = find_place(asked.hub, asked.repository, asked.repository.default_branch)
    if place is None:
        raise not_found()
    return around, folder_page(asked.hub, around, asked.repository, place)


def _place(asked: Asked) -> Place:
    found = find_place(asked.hub, asked.repository, asked.words["rest"])
    if found is None:
        raise not_found()
    return found


def _file(asked: Asked) -> Answer:
    place = _place(asked)
    around = asked.frame("code", f"{place.path} at {place.shown_ref}")
    if place.entry is None or place.entry.type != "blob":
        return moved(around.base + address("tree", place.ref, place.path))
    body = file_page(asked.hub, around, asked.repository, place)
    return replace(around, script=_LINES), body


def _folder(asked: Asked) -> Answer:
    place = _place(asked)
    around = asked.frame("code", f"{place.path or asked.repository.name} at {place.shown_ref}")
    if place.entry is not None and place.entry.type != "tree":
        return moved(around.base + address("blob", place.ref, place.path))
    return around, folder_page(asked.hub, around, asked.repository, place)


def _raw(asked: Asked) -> Answer:
    place = _place(asked)
    if place.entry is None or place.entry.type != "blob":
        raise not_found()
    return plain(raw_file(asked.hub, place))


def _commit(asked: Asked) -> Answer:
    sha = asked.words["sha"]
    around = asked.frame("code", f"Commit {sha[:7]}")
    return around, commit_page(asked.hub, around, asked.repository, sha)
