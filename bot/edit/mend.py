"""``fix``: the edits that mend what is mechanical about a spec."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from bot.edit.dates import iso_date
from bot.edit.fields import place_of_field
from bot.edit.skeleton import skeleton_of
from bot.edit.splice import Edit, apply_edits
from bot.markdown.decode import Unreadable
from bot.markdown.parse import parse
from bot.model.finding import Finding
from bot.model.policy import Policy
from bot.model.schema import FieldKind, Schema
from bot.model.spec import Spec
from bot.rules import invalid_field, missing_field, missing_section
from bot.rules.judge import judge
from bot.schema.place import place_of
from bot.schema.read import read_spec

_Plan = tuple[Edit, ...]


def mend(data: bytes, path: str, schema: Schema, policy: Policy) -> tuple[bytes, tuple[Edit, ...]]:
    """Give the mended text and the edits that made it.

    Edits are proven before they count: one whose finding would still be there, or that would cause
    another (a skeleton that falls into an unclosed fence, say), is left out. So a second run
    changes nothing.
    """
    done: _Plan = ()
    planned = _plan(data, path, schema, policy)
    while planned:
        for edits in (planned, *((edit,) for edit in planned)):
            mended = apply_edits(data, edits)
            left = _plan(mended, path, schema, policy)
            if left is not None and _whys(left) <= _whys(planned) - _whys(edits):
                data, planned, done = mended, left, (*done, *edits)
                break
        else:
            break
    return data, done


def _whys(edits: _Plan) -> Counter[str]:
    return Counter(edit.why for edit in edits)


def _plan(data: bytes, path: str, schema: Schema, policy: Policy) -> _Plan | None:
    """Give the edits that a text needs; None where it cannot be read, for example any longer."""
    try:
        document = parse(data, policy.size_cap)
    except Unreadable:
        return None
    spec = read_spec(document, schema, path, policy.stages)
    findings, _ = judge(spec, policy)
    makers: tuple[Callable[[Spec, Sequence[Finding]], Iterator[Edit]], ...] = (
        _fields,
        _sections,
        _dates,
    )
    return tuple(edit for maker in makers for edit in maker(spec, findings))


def _fields(spec: Spec, findings: Sequence[Finding]) -> Iterator[Edit]:
    absent = {f.key.rpartition("|")[2] for f in findings if f.rule == missing_field.RULE.slug}
    for field in spec.fields:
        at = place_of_field(spec, field.schema)
        if at and missing_field.absent_key(field.schema) in absent:
            yield Edit(at, (field.schema.skeleton,), f"add field “{field.schema.name}”")


def _sections(spec: Spec, findings: Sequence[Finding]) -> Iterator[Edit]:
    reported = {f.section for f in findings if f.rule == missing_section.RULE.slug}
    lines = spec.document.lines
    last = len(lines) if lines[-1] else len(lines) - 1
    taken: set[int] = set()
    for section in missing_section.missing_sections(spec):
        if section.schema.title not in reported or missing_section.near_miss(spec, section.schema):
            continue  # what is called much alike may be it: that is the author's to say
        at = min(place_of(spec, section), last + 1)
        gap_above = at == 1 or not lines[at - 2].strip()
        gap_below = at > last or not lines[at - 1].strip()
        if at in taken:  # the one above has ended with a gap where a text follows
            gap_above = not gap_below
        taken.add(at)
        lead, tail = () if gap_above else ("",), () if gap_below else ("",)
        added = (*lead, *skeleton_of(spec, section), *tail)
        yield Edit(at, added, f"add section “{section.schema.title}”")


def _dates(spec: Spec, findings: Sequence[Finding]) -> Iterator[Edit]:
    lines = {f.line for f in findings if f.rule == invalid_field.RULE.slug}
    for field in spec.fields:
        found = field.found
        if not found or found.line not in lines or field.schema.kind is not FieldKind.DATE:
            continue
        date = iso_date(found.value)
        line = spec.document.lines[found.line - 1]
        if date and invalid_field.is_date(date[1]) and line.count(date[0]) == 1:
            mended = line.replace(date[0], date[1])
            yield Edit(found.line, (mended,), f"write {found.name} as {date[1]}", replaces=True)
