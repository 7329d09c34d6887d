"""The files of a repository: its front page, folders, and single files."""

from dataclasses import dataclass
from urllib.parse import quote

from markupsafe import Markup

from bot.sandbox.git.objects import Entry, read_blob, read_commit, read_tree
from bot.sandbox.git.refs import find_refs
from bot.sandbox.hub import Hub
from bot.sandbox.pages.conversation import push
from bot.sandbox.pages.paper import Frame, fill
from bot.sandbox.pages.places import Place, address
from bot.sandbox.pages.text.gfm import render_file
from bot.sandbox.pages.text.sanitising import literal
from bot.sandbox.pages.text.setting import Setting
from bot.sandbox.records import Repository

_LARGEST = 1_000_000  # bytes of a file that is shown
_MARKDOWN = (".md", ".markdown", ".mdown", ".mkd")
_LINES = 20_000


@dataclass(frozen=True, slots=True)
class Item:
    """A line of a folder."""

    name: str
    path: str
    is_folder: bool
    size: str


def folder_page(hub: Hub, around: Frame, repository: Repository, place: Place) -> Markup:
    """Write a folder with its README below."""
    found = read_tree(hub.mirror, place.entry.sha if place.entry else place.commit)
    ordered = sorted(found, key=lambda each: (each.type == "blob", each.path.lower()))
    readme = next((each for each in ordered if each.path.lower() == "readme.md"), None)
    prefix = f"{repository.prefix}heads/"
    return fill(
        "folder",
        around,
        place=place,
        items=[_item(place, each) for each in ordered],
        readme=_readme(hub, around, repository, place, readme) if readme else None,
        readme_name=readme.path if readme else "",
        branches=[
            (name, address("tree", name, ""))
            for ref in find_refs(hub.mirror, prefix.rstrip("/"))
            for name in [ref.name.removeprefix(prefix)]
        ],
        last=push(read_commit(hub.mirror, place.commit)),
    )


def file_page(hub: Hub, around: Frame, repository: Repository, place: Place) -> Markup:
    """Write a file: rendered, where it is Markdown, and line by line."""
    data = _data(hub, place)
    text = None if b"\0" in data[:8000] or len(data) > _LARGEST else data.decode("utf-8", "replace")
    rendered = None
    if text is not None and place.path.lower().endswith(_MARKDOWN):
        rendered = render_file(_setting(hub, around, repository, place, place.path), text)
    lines = [] if text is None else text.splitlines()
    return fill(
        "file",
        around,
        place=place,
        rendered=rendered,
        lines=[literal(line) for line in lines[:_LINES]],
        cut=len(lines) > _LINES,
        shown=text is not None,
        size=_size(len(data)),
        raw=address("raw", place.ref, place.path),
    )


def raw_file(hub: Hub, place: Place) -> bytes:
    """Return a file as it is."""
    return _data(hub, place)


def _data(hub: Hub, place: Place) -> bytes:
    return (read_blob(hub.mirror, place.entry.sha) if place.entry else None) or b""


def _readme(hub: Hub, around: Frame, repository: Repository, place: Place, entry: Entry) -> Markup:
    data = read_blob(hub.mirror, entry.sha) or b""
    path = f"{place.path}/{entry.path}" if place.path else entry.path
    setting = _setting(hub, around, repository, place, path)
    return render_file(setting, data[:_LARGEST].decode("utf-8", "replace"))


def _setting(hub: Hub, around: Frame, repository: Repository, place: Place, path: str) -> Setting:
    """Let a file's links start from its folder, in the same commit."""
    folder = quote(path.rpartition("/")[0], errors="surrogateescape")
    start = f"{around.base}/blob/{place.commit}/"
    return Setting(hub, repository, start + (f"{folder}/" if folder else ""))


def _item(place: Place, entry: Entry) -> Item:
    is_folder = entry.type == "tree"
    path = f"{place.path}/{entry.path}" if place.path else entry.path
    kind = "tree" if is_folder else "blob"
    size = "" if entry.size is None else _size(entry.size)
    return Item(entry.path, address(kind, place.ref, path), is_folder, size)


def _size(count: int) -> str:
    kilo = 1024
    if count < kilo:
        return f"{count} B"
    return f"{count / kilo:.1f} KB" if count < kilo * kilo else f"{count / kilo / kilo:.1f} MB"
