"""The numbers that boxes carry already: issues of GitHub that nobody can look at here."""

from collections.abc import Iterator
from dataclasses import dataclass

from bot.markdown.decode import Unreadable
from bot.markdown.inline import plain
from bot.markdown.parse import parse
from bot.sandbox.git.merging import merged_tree
from bot.sandbox.git.mirror import Mirror
from bot.sandbox.git.objects import read_blobs, read_tree
from bot.schema.items import issues_in, without_issues
from bot.sources.walk import is_markdown

_HINTS = (b"(#", b"([#")
_MOST = 2_000  # anybody may write numbers; each takes a little time
_LARGEST = 9_999_999  # beyond it is a slip: no repository is near it, and all later ones count on
_KIND = "blob"


@dataclass(frozen=True, slots=True)
class Named:
    """An issue, as far as its box tells of it."""

    number: int
    title: str
    is_done: bool


def named_issues(mirror: Mirror, base: str, head: str) -> tuple[Named, ...]:
    """Give the issues that boxes name on either side, in order.

    They are as the boxes have them once both are merged: whatever a box says is so on GitHub as
    well, or would be soon.
    """
    sides = (base, head, *filter(None, [merged_tree(mirror, base, head)]))
    found: dict[int, Named] = {}
    read: dict[str, tuple[Named, ...]] = {}  # most files are the same on all sides
    for side in sides:
        found |= _named_at(mirror, side, read)
    numbers = sorted(found)
    kept = [*numbers[:_MOST], *numbers[_MOST:][-1:]]  # what is opened later comes after them all
    return tuple(found[number] for number in kept)


def _named_at(mirror: Mirror, tree: str, read: dict[str, tuple[Named, ...]]) -> dict[int, Named]:
    entries = read_tree(mirror, tree, deep=True)
    shas = [each.sha for each in entries if each.type == _KIND and is_markdown(each.path)]
    texts = read_blobs(mirror, [sha for sha in shas if sha not in read])
    read |= {sha: tuple(_in_boxes(text)) for sha, text in texts.items()}
    found: dict[int, Named] = {}
    for each in (named for sha in shas for named in read.get(sha, ())):
        found.setdefault(each.number, each)
    return found


def _in_boxes(text: bytes) -> Iterator[Named]:
    if not any(hint in text for hint in _HINTS):
        return
    try:
        items = parse(text).items
    except Unreadable:
        return
    for item in items:
        if item.ticked is not None:
            title = plain(without_issues(item.text))
            for number in issues_in(item.text):
                if number <= _LARGEST:
                    yield Named(number, title, item.ticked)
