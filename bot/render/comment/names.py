"""What each spec is called: by one name wherever the comment speaks of it, and no two alike."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

from bot.model.hearing import Hearing
from bot.model.report import SpecReport
from bot.render.comment.phrases import called, clipped, file_name

_ID, _BRIEF = 20, 40


@dataclass(frozen=True, slots=True)
class Name:
    """A spec's name; ``beside`` tells it from another spec of the same name."""

    text: str
    beside: str = ""
    id: str = ""
    is_file: bool = False

    @property
    def alone(self) -> str:
        """Give the name where it stands by itself: in a table, above a list."""
        return f"{self.text} ({self.beside})" if self.beside else self.text

    @property
    def quoted(self) -> str:
        """Give the name within a sentence, which a title must not garble."""
        shown = self.text if self.is_file else f"“{self.text}”"
        return f"{shown} ({self.beside})" if self.beside else shown

    @property
    def short(self) -> str:
        """Give the shortest name within a sentence."""
        return self.id or self.quoted

    @property
    def brief(self) -> str:
        """Give as much of it as tells specs apart, for brackets."""
        if self.id:
            return self.id
        text = clipped(self.text, _BRIEF)
        shown = text if self.is_file else f"“{text}”"
        return f"{shown}, {self.beside}" if self.beside else shown


@dataclass(frozen=True, slots=True)
class Names:
    """The names of a pull request's specs, by their paths."""

    by_path: Mapping[str, Name] = field(default_factory=dict)

    @classmethod
    def of(cls, hearing: Hearing) -> "Names":
        """Name the specs."""
        reports = [spec.report for spec in hearing.specs]
        ids = Counter(_id(report) for report in reports)
        alike: dict[str, list[SpecReport]] = {}
        for report in reports:
            alike.setdefault(called(report), []).append(report)
        by_path: dict[str, Name] = {}
        for text, same in alike.items():
            files = Counter(file_name(report.path) for report in same)
            by_path |= {report.path: _name(text, report, files, ids) for report in same}
        return cls(by_path)

    def __getitem__(self, path: str) -> Name:
        return self.by_path.get(path) or Name(file_name(path), is_file=True)


def _name(text: str, report: SpecReport, files: Counter[str], ids: Counter[str]) -> Name:
    own = _id(report)
    file = file_name(report.path)
    is_file = text == file
    alone = Name(text, id=own if ids[own] == 1 else "", is_file=is_file)
    if files.total() == 1:
        return alone
    beside = file if files[file] == 1 else clipped(report.path)
    return Name(beside, id=alone.id, is_file=True) if is_file else Name(text, beside, alone.id)


def _id(report: SpecReport) -> str:
    return clipped(report.id or "", _ID)
