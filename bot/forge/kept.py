"""What was read of commits, for as long as one door is open: a commit never changes.

A sweep looks at many pull requests on one base, whose files and rules it reads once.
"""

from collections import OrderedDict
from collections.abc import Callable, Collection
from dataclasses import dataclass, field, replace

from bot.forge.door import FileName, FileText, Tree

_TREES = 4
_BYTES = 64_000_000
_NAME = 200  # bytes that a name takes, or so
Read = Callable[[Collection[FileName], int], dict[FileName, FileText]]


@dataclass(slots=True)
class Kept:
    """The last trees, and the last texts as far as there is room."""

    trees: OrderedDict[str, Tree] = field(default_factory=OrderedDict)
    texts: OrderedDict[FileName, FileText] = field(default_factory=OrderedDict)
    size: int = 0

    def tree(self, commit: str, read: Callable[[str], Tree]) -> Tree:
        """Give a tree, and read it where it is not kept."""
        found = self.trees[commit] if commit in self.trees else read(commit)
        self.trees[commit] = found
        self.trees.move_to_end(commit)
        if len(self.trees) > _TREES:
            self.trees.popitem(last=False)
        return found

    def read(self, names: Collection[FileName], cap: int, read: Read) -> dict[FileName, FileText]:
        """Give files, and read those that are not kept, or were too large when they were.

        What is absent is asked for again: its commit may have come later than its name.
        """
        asked = set(names)
        found = {name: self.texts[name] for name in asked if self._has(name, cap)}
        if missing := asked - found.keys():
            found |= read(missing, cap)
        for name, text in found.items():
            self._keep(name, text)
        return {name: _within(text, cap) for name, text in found.items()}

    def _has(self, name: FileName, cap: int) -> bool:
        text = self.texts.get(name)
        return text is not None and (text.data is not None or text.size > cap)

    def _keep(self, name: FileName, text: FileText) -> None:
        """Put it last, and let go of the first until there is room."""
        if name in self.texts:
            self.size -= _weight(self.texts.pop(name))
        self.texts[name] = text
        self.size += _weight(text)
        while self.size > _BYTES:
            self.size -= _weight(self.texts.popitem(last=False)[1])


def _weight(text: FileText) -> int:
    return _NAME + len(text.data or b"")


def _within(text: FileText, cap: int) -> FileText:
    return replace(text, data=None) if text.size > cap else text
