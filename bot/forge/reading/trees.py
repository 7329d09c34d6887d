"""All files of a commit, in one request."""

from collections.abc import Iterator

from bot.forge.answer import Answer
from bot.forge.door import Tree
from bot.forge.line import Line
from bot.model.entry import FileEntry, kind_of_mode


def read_tree(line: Line, commit: str) -> Tree:
    """List them, links and submodules among them."""
    answer = line.get(f"/git/trees/{commit}", recursive="1")
    return Tree(tuple(_entries(answer)), is_whole=not answer.flag("truncated"))


def _entries(answer: Answer) -> Iterator[FileEntry]:
    for entry in answer.parts("tree"):
        kind = kind_of_mode(int(entry.text("mode") or "0", 8))
        if kind is not None and entry.text("type") != "tree":
            yield FileEntry(entry.text("path"), entry.text("sha"), kind)
