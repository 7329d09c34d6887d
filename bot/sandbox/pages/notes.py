"""Annotations: what a check says about lines."""

from dataclasses import dataclass
from urllib.parse import quote

from markupsafe import Markup

from bot.sandbox.hub import Hub
from bot.sandbox.pages.remarks import file_lines
from bot.sandbox.pages.text.sanitising import literal
from bot.sandbox.state.checks import annotations_of
from bot.sandbox.verdicts import Annotation, CheckRun

_LEVELS = {"failure": "error", "warning": "warning", "notice": "notice"}
_SHOWN = 5  # lines of the file, at most


@dataclass(frozen=True, slots=True)
class Quoted:
    """A line of a file, by its number."""

    number: int
    text: Markup


@dataclass(frozen=True, slots=True)
class Note:
    """An annotation; ``blob`` is the rest of the address of its file."""

    check: str
    path: str
    start: int
    end: int
    level: str
    title: str
    message: Markup
    details: Markup
    blob: str
    lines: tuple[Quoted, ...]

    @property
    def where(self) -> str:
        """Where it stands, in words."""
        return f"lines {self.start} to {self.end}" if self.end > self.start else f"line {self.end}"


def notes_of(hub: Hub, run: CheckRun) -> tuple[Note, ...]:
    """Return the annotations of a check run, by file and line."""
    found = annotations_of(hub, run)
    ordered = sorted(found, key=lambda each: (each.path, each.start_line, each.id))
    paths = dict.fromkeys(each.path for each in ordered)
    files = {path: file_lines(hub, f"{run.head_sha}:{path}") for path in paths}
    return tuple(_note(run, each, files[each.path]) for each in ordered)


def _note(run: CheckRun, each: Annotation, file: tuple[str, ...]) -> Note:
    return Note(
        check=run.name,
        path=each.path,
        start=each.start_line,
        end=each.end_line,
        level=_LEVELS[each.annotation_level],
        title=each.title or "",
        message=literal(each.message),
        details=literal(each.raw_details or ""),
        blob=f"/blob/{run.head_sha}/{quote(each.path)}#L{each.start_line}",
        lines=_quoted(each, file),
    )


def _quoted(each: Annotation, lines: tuple[str, ...]) -> tuple[Quoted, ...]:
    last = min(each.end_line, each.start_line + _SHOWN - 1, len(lines))
    return tuple(
        Quoted(number, literal(lines[number - 1]))
        for number in range(max(1, each.start_line), last + 1)
    )
