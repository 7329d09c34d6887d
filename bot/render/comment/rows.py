"""One row per spec: where it stands, how far it is filled in, and what it still lacks."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from bot.model.change import ChangeKind
from bot.model.finding import Finding, Severity
from bot.model.hearing import HeardSpec, Hearing
from bot.render.comment.address import Links
from bot.render.comment.effects import move
from bot.render.comment.phrases import ICONS, Target, clipped, file_name, some
from bot.render.comment.questions import QUESTION
from bot.render.tally import Tally, plural

_UNWRITTEN = ("empty-section", "untouched-section")
_NOUNS = {
    "placeholder": ("placeholder",),
    "missing field": ("missing-field",),
    "invalid field": ("invalid-field",),
    "open gate": ("open-gate",),
    "unlogged decision": ("unrecorded-decision",),
    "misplaced section": ("section-order",),
    "repeated section": ("duplicate-section",),
    "wrong file name": ("file-name",),
    "invalid waiver": ("invalid-waiver",),
}
_TOLD = {  # what a mere count would say nothing of
    "unreadable": ("unreadable",),
    "off the template": ("off-template",),
    "status to put right": ("unknown-status", "conflicting-status", "illegal-transition"),
}
_FEW = 2
_NAMED = {
    "missing-section",
    *_UNWRITTEN,
    *(rule for group in (_NOUNS, _TOLD) for rules in group.values() for rule in rules),
}


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


def row(spec: HeardSpec, name: str, links: Links) -> Row:
    """Tell of one spec in a row."""
    report = spec.report
    moved = move(spec)
    return Row(
        icon=ICONS[Tally.of(spec.counted).worst],
        target=Target(name, links.file(report.path)),
        kind=_kind(spec),
        before=moved[0] if moved else "",
        status=clipped(report.status or "", 30),
        filled=report.filled,
        required=report.required,
        lacks=tuple(_lacks(spec)),
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


def _lacks(spec: HeardSpec) -> Iterator[str]:
    found = [f for f in spec.counted if f.rule != QUESTION]
    if weight := Tally.of(noted(spec.counted)):
        yield str(weight)  # in words, what the icon says
    for noun, rules in _TOLD.items():
        yield from _told(noun, [f for f in found if f.rule in rules])
    yield from _gaps(found)
    if spec.questions:
        yield plural(len(spec.questions), "open question")
    older = [f for f in spec.older if f.rule != QUESTION]
    if not spec.counted and not spec.questions:
        yield "nothing new to mend" if older else "nothing to mend"
    if not spec.counted and older:
        yield plural(len(older), "older finding")


def _gaps(found: list[Finding]) -> Iterator[str]:
    """Name or count what there is to mend."""
    if missing := _sections(found, ("missing-section",)):
        yield f"missing: {some(missing)}"
    if unwritten := _sections(found, _UNWRITTEN):
        yield f"to write: {some(unwritten)}"
    for noun, rules in _NOUNS.items():
        if count := sum(finding.rule in rules for finding in found):
            yield plural(count, noun)
    rest = [finding for finding in found if finding.rule not in _NAMED]
    for severity in (Severity.ERROR, Severity.WARNING, Severity.NOTE):
        if count := sum(finding.severity is severity for finding in rest):
            yield plural(count, f"other {severity}")


def noted(findings: Iterable[Finding]) -> list[Finding]:
    """Leave out questions that weigh nothing yet: they are counted as what they are."""
    return [f for f in findings if f.rule != QUESTION or f.severity is not Severity.NOTE]


def _told(noun: str, findings: list[Finding]) -> Iterator[str]:
    """Say how to mend the first ones."""
    mends = [clipped(finding.help.partition(";")[0], 80) for finding in findings]
    for mend in mends[:_FEW]:
        yield f"{noun}: {mend}" if mend else noun
    if more := len(mends[_FEW:]):
        yield f"{noun}: {more:,} more"


def _sections(findings: list[Finding], rules: tuple[str, ...]) -> list[str]:
    return [f.section or file_name(f.path) for f in findings if f.rule in rules]
