"""Which of the changed files are specs, and what each of them is beside its text."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.app.action.council import Council
from bot.app.action.life import Life
from bot.app.action.unread import Unread
from bot.app.action.versions import Versions
from bot.model.report import SpecReport
from bot.model.schema import Schema
from bot.model.spec import Spec


@dataclass(frozen=True, slots=True)
class Found:
    """The files that are specs: those that can be read, and those that cannot."""

    read: Mapping[str, tuple[Versions, Spec]]
    unread: Mapping[str, tuple[Versions, SpecReport, Schema]]

    @property
    def known(self) -> dict[str, tuple[Versions, Schema, str | None]]:
        """Give each with its template, and the id that it has."""
        known = {path: (file, spec.schema, spec.id) for path, (file, spec) in self.read.items()}
        return known | {
            path: (file, schema, None) for path, (file, _, schema) in self.unread.items()
        }

    def specs(self, council: Council, words: Mapping[str, str]) -> dict[str, Life | Unread]:
        """Give what each is, with what the labels say of those that state no status."""
        return {
            **{path: Life(*each, council, words.get(path, "")) for path, each in self.read.items()},
            **{path: Unread(*each, words.get(path, "")) for path, each in self.unread.items()},
        }


def find_specs(files: Sequence[Versions]) -> Found:
    """Tell which files are specs, be it that one cannot be read now."""
    read = {file.path: (file, spec) for file in files if (spec := file.spec())}
    unread = {
        file.path: (file, report, schema)
        for file in files
        if file.path not in read and (report := file.head()) and (schema := file.supposed())
    }
    return Found(read, unread)
