"""One row per spec: where it stands, how far it is filled in, and what it still lacks."""

from dataclasses import dataclass

from bot.model.change import ChangeKind
from bot.model.hearing import HeardSpec, Hearing
from bot.render.comment.address import Links
from bot.render.comment.effects import move
from bot.render.comment.lacks import lacks, noted
from bot.render.comment.phrases import ICONS, Target, clipped
from bot.render.tally import Tally


@dataclass(frozen=True, slots=True)
class Row:
    """A spec in the table. ``lacks`` are the few words on what there is to mend, line by line."""

    icon: str
    target: Target
    kind: str
    before: str
    status: str
    filled: int
    required: int
    lacks: tuple[str, ...]


def urgency(spec: HeardSpec) -> tuple[int, int, int]:
    """Put what has the most to mend first."""
    tally = Tally.of(spec.counted)
    return -tally.errors, -tally.warnings, -(tally.notes + len(spec.questions))


def ordered(hearing: Hearing) -> tuple[HeardSpec, ...]:
    """Give the specs, those with the most to mend first."""
    return tuple(sorted(hearing.specs, key=urgency))


def row(spec: HeardSpec, name: str, links: Links, *, is_alone: bool) -> Row:
    """Tell of one spec in a row; of one that ``is_alone`` the headline has told how much there is.

    It counts no notes, though.
    """
    report = spec.report
    moved, tally = move(spec), Tally.of(noted(spec.counted))
    return Row(
        icon=ICONS[Tally.of(spec.counted).worst],
        target=Target(name, links.file(report.path)),
        kind=_kind(spec),
        before=moved[0] if moved else "",
        status=clipped(report.status or "", 30),
        filled=report.filled,
        required=report.required,
        lacks=tuple(lacks(spec, is_weighed=not is_alone or bool(tally.notes))),
    )


def row_removed(target: Target) -> Row:
    """Tell of a spec that goes."""
    return Row("🗑️", target, "removed", "", "", 0, 0, ())


def _kind(spec: HeardSpec) -> str:
    if spec.kind is ChangeKind.ADDED:
        return "new"
    if spec.kind is ChangeKind.RENAMED and spec.old_path:
        folder, _, name = spec.old_path.rpartition("/")
        is_near = folder == spec.report.path.rpartition("/")[0]
        return f"renamed from {clipped(name if is_near else spec.old_path, 60)}"
    return ""
