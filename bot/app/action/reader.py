"""Files of commits, read through the door: each once, many at a time."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from bot.forge.door import Door, FileName, FileText
from bot.model.entry import FileKind


@dataclass(slots=True)
class Reader:
    """What was read so far; what is larger than ``cap`` is known without its text."""

    door: Door
    cap: int
    texts: dict[FileName, FileText] = field(default_factory=dict)
    asked: set[FileName] = field(default_factory=set)

    def load(self, names: Iterable[FileName]) -> None:
        """Read what was not asked for before, in as few requests as there can be."""
        missing = set(names) - self.asked
        if missing:
            self.texts.update(self.door.read(missing, self.cap))
            self.asked |= missing

    def read_larger(self, cap: int) -> None:
        """Read once more what was too large, where a larger size is allowed."""
        self.cap, old = cap, self.cap
        large = {name for name, text in self.texts.items() if old < text.size <= cap}
        self.asked -= large
        self.load(large)

    def get(self, name: FileName | None) -> FileText | None:
        """Give a file that was read; None where there is none."""
        return self.texts.get(name) if name else None


@dataclass(frozen=True, slots=True)
class Commit:
    """The files of a commit by path. Some stand under another commit, where they are the same.

    ``others`` are links and submodules. ``beyond`` is the commit to ask about paths that the
    listing may have lost, where GitHub has cut it.
    """

    reader: Reader
    names: Mapping[str, FileName]
    others: frozenset[str] = frozenset()
    beyond: str | None = None

    def load(self, paths: Iterable[str]) -> None:
        """Read files; paths that do not stand in it are left out."""
        self.reader.load(self.known(paths))

    def known(self, paths: Iterable[str]) -> tuple[FileName, ...]:
        """Name the files among the paths that stand in it."""
        return tuple(name for path in paths if (name := self._name(path)))

    def text(self, path: str) -> str:
        """Give a file that was read as text, come what may."""
        return (self.data(path) or b"").decode("utf-8", "replace")

    def data(self, path: str) -> bytes | None:
        """Give the text of a regular file that was read."""
        found = self.reader.get(self._name(path))
        return found.data if found and found.kind is FileKind.REGULAR else None

    def has(self, path: str) -> bool:
        """Tell whether anything stands at a path that was asked for."""
        return path in self.names or path in self.others or bool(self.reader.get(self._name(path)))

    def _name(self, path: str) -> FileName | None:
        return self.names.get(path) or (FileName(self.beyond, path) if self.beyond else None)
