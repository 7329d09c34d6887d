"""What a spec still lacks, in the few words that a row of the table has room for."""

from collections.abc import Iterable, Iterator

from bot.model.finding import Finding, Severity
from bot.model.hearing import HeardSpec
from bot.render.comment.approvals import APPROVALS, lacking
from bot.render.comment.phrases import clipped, file_name, some
from bot.render.comment.questions import QUESTION
from bot.render.comment.requested import REQUEST
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
    "missing work list": ("missing-work",),
    "open work item": ("open-work",),
    "missing reason": ("missing-reason",),
    "status request": ("status-label",),
}
_TOLD = {  # what a mere count would say nothing of
    "unreadable": ("unreadable",),
    "off the template": ("off-template",),
    "status to put right": ("unknown-status", "conflicting-status", "illegal-transition"),
}
_FEW = 2
_NAMED = {
    "missing-section",
    *APPROVALS,
    *_UNWRITTEN,
    *(rule for group in (_NOUNS, _TOLD) for rules in group.values() for rule in rules),
}


def lacks(spec: HeardSpec, *, is_weighed: bool = True) -> Iterator[str]:
    """Say what there is to mend, the weight of it first, where nothing else has told that."""
    found = [f for f in spec.counted if f.rule != QUESTION]
    heavy = [f for f in noted(spec.counted) if f.rule != REQUEST or f.severity is not Severity.NOTE]
    if is_weighed and (weight := Tally.of(heavy)):
        yield str(weight)  # in words, what the icon says
    for noun, rules in _TOLD.items():
        yield from _told(noun, [f for f in found if f.rule in rules])
    # the line that is asked for settles it: one thing to do is told of once
    is_settled = spec.restated and spec.restated.settles
    yield from _gaps([f for f in found if not is_settled or f.rule != REQUEST])
    if any(finding.rule in APPROVALS for finding in found):
        yield from lacking(spec)
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
        if count := sum(len(each.places) for each in found if each.rule in rules):
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
