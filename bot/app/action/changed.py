"""A changed file in its versions: at the head, at the base, and at the commits between."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from bot.app.action.question import Question
from bot.app.action.reader import Reader
from bot.forge.door import FileName, FileText
from bot.model.change import Change, ChangeKind


@dataclass(frozen=True, slots=True)
class Changed:
    """A changed file: its text at the head, at the base, and where the Steward looked before.

    ``spoken`` are its texts at the commits that people have spoken of.
    """

    change: Change
    head: FileText | None
    base: FileText | None
    seen: FileText | None
    spoken: Mapping[str, FileText] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Spots:
    """Where the versions of a changed file stand.

    At a commit that people have spoken of it may have had the one name or the other.
    """

    change: Change
    head: FileName | None
    base: FileName | None
    seen: FileName | None
    spoken: tuple[FileName, ...]

    @classmethod
    def of(cls, change: Change, merge_base: str, question: Question) -> "Spots":
        """Say where to look for the versions of one file."""
        is_there = change.kind is not ChangeKind.DELETED
        seen = FileName(question.seen, change.path) if question.seen and is_there else None
        paths = [path for path in (change.path, change.old_path) if path]
        spoken = [FileName(commit, path) for commit in question.spoken for path in paths]
        return cls(
            change,
            FileName(question.pull.head, change.path) if is_there else None,
            None
            if change.kind is ChangeKind.ADDED
            else FileName(merge_base, change.old_path or change.path),
            seen,
            tuple(spoken) if is_there else (),
        )

    @property
    def names(self) -> Iterator[FileName]:
        """Name all of them."""
        yield from (name for name in (self.head, self.base, self.seen) if name)
        yield from self.spoken

    def changed(self, reader: Reader) -> Changed:
        """Give the versions, as they were read."""
        head, base, seen = (reader.get(name) for name in (self.head, self.base, self.seen))
        spoken: dict[str, FileText] = {}
        for name in self.spoken:
            if found := reader.get(name):
                spoken.setdefault(name.commit, found)
        return Changed(self.change, head, base, seen, spoken)
