"""Changed files: their patches, with annotations and review comments at the lines."""

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256

from markupsafe import Markup

from bot.sandbox.git.differences import FileChange
from bot.sandbox.hub import Hub
from bot.sandbox.pages.notes import Note
from bot.sandbox.pages.paper import Frame, fill
from bot.sandbox.pages.patches import Line, read_patch
from bot.sandbox.pages.remarks import Thread, find_threads
from bot.sandbox.pages.runs import runs_of
from bot.sandbox.records import Repository
from bot.sandbox.state.pulls import files_of
from bot.sandbox.threads import Issue
from bot.sandbox.verdicts import Pull

_LONG = 600  # lines of a patch that is folded at first
_BLOCKS = 5


@dataclass(frozen=True, slots=True)
class Changed:
    """A changed file. What is said of lines that the patch does not show stands on top."""

    path: str
    previous: str | None
    status: str
    added: int
    removed: int
    lines: tuple[Line, ...]
    notes: tuple[Note, ...] = ()
    threads: tuple[Thread, ...] = ()

    @property
    def anchor(self) -> str:
        """What it is found by on a page."""
        return file_anchor(self.path)

    @property
    def is_long(self) -> bool:
        """Whether it is better folded."""
        return len(self.lines) > _LONG

    @property
    def blocks(self) -> tuple[str, ...]:
        """The little squares that show how much came and went."""
        total = self.added + self.removed
        scale = min(1.0, _BLOCKS / total) if total else 0.0
        plus = round(self.added * scale)
        minus = min(_BLOCKS - plus, round(self.removed * scale))
        return ("add",) * plus + ("del",) * minus + ("same",) * (_BLOCKS - plus - minus)


def file_anchor(path: str) -> str:
    """Name a file by its path, whatever characters that holds."""
    return f"diff-{sha256(path.encode('utf-8', 'surrogatepass')).hexdigest()[:12]}"


def files_page(hub: Hub, around: Frame, issue: Issue, pull: Pull) -> Markup:
    """Write the changed files of a pull request."""
    repository = hub.store.get(Repository, pull.repository_id)
    notes = [note for run in runs_of(hub, repository, pull.head_sha) for note in run.notes]
    threads = find_threads(hub, issue)
    files = tuple(changed(each, notes, threads) for each in files_of(hub, pull))
    paths = {each.path for each in files}
    elsewhere = [note for note in notes if note.path not in paths]
    lost = [each for each in threads if each.path not in paths]
    return fill("files", around, files=files, elsewhere=elsewhere, lost=lost, sha=pull.head_sha)


def changed(
    change: FileChange, notes: Sequence[Note] = (), threads: Sequence[Thread] = ()
) -> Changed:
    """Return one file with what was said of it."""
    here = [note for note in notes if note.path == change.path]
    said = [each for each in threads if each.path == change.path]
    lines = read_patch(change.patch, here, said) if change.patch else ()
    placed = [note for line in lines for note in line.notes]
    shown = [each for line in lines for each in line.threads]
    return Changed(
        path=change.path,
        previous=change.previous,
        status=change.status,
        added=change.additions,
        removed=change.deletions,
        lines=lines,
        notes=tuple(note for note in here if note not in placed),
        threads=tuple(each for each in said if each not in shown),
    )
