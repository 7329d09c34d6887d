"""Which files a call asks about."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from bot.app.seat import Seat
from bot.app.templates import TemplateFile
from bot.app.workspace import Workspace
from bot.errors import StewardError
from bot.model.entry import FileEntry, FileKind
from bot.model.policy import Policy
from bot.sources.files import read_file
from bot.sources.walk import is_markdown


@dataclass(frozen=True, slots=True)
class Earlier:
    """The version of a document that a change is measured by; no data where there was none."""

    path: str
    data: bytes | None


@dataclass(frozen=True, slots=True)
class Asked:
    """A file to look at. One that was named, and not only found, is told of whatever it is.

    ``seat`` is what a pull request knows of it besides.
    """

    path: str
    blob: str | None = None
    named: bool = False
    earlier: Earlier | None = None
    seat: Seat | None = None


@dataclass(frozen=True, slots=True)
class Docket:
    """All that a judgement depends on besides the documents themselves.

    ``alone`` says that one template was asked for, ``imposed`` that it judges whatever is asked
    about, fitting or not; ``full`` that reports are to tell all; ``shown`` stands before paths
    when they are printed.
    """

    root: Path
    templates: tuple[TemplateFile, ...]
    policy: Policy
    config_path: str
    alone: bool = False
    imposed: bool = False
    full: bool = True
    shown: str = ""

    def read(self, asked: Asked) -> bytes | None:
        """Read a file; one that was only found and vanished meanwhile is none."""
        try:
            return read_file(self.root / asked.path, self.policy.size_cap, self.root)
        except StewardError:
            if asked.named:
                raise
            return None


def asked_files(workspace: Workspace, paths: Sequence[Path]) -> Iterator[Asked]:
    """Give the files that the PATHs of a call mean; without any, all of the workspace."""
    seen: set[str] = set()
    for path in paths or (workspace.root,):
        inside = workspace.path_of(path)
        start = "" if inside == "." else f"{inside}/"
        if path.is_dir():
            entries = (e for e in workspace.files if e.path.startswith(start) and _is_text(e))
            found = [Asked(e.path, e.blob) for e in entries]
        else:
            known = workspace.by_path.get(inside)
            found = [Asked(inside, known.blob if known else None, named=True)]
        for asked in found:
            if asked.path not in seen:
                seen.add(asked.path)
                yield asked


def _is_text(entry: FileEntry) -> bool:
    return entry.kind is FileKind.REGULAR and is_markdown(entry.path)
