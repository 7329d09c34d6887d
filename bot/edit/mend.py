"""``fix``: the edits that mend what is mechanical about a spec."""

from collections.abc import Callable, Iterator, Sequence

from bot.edit.dates import iso_date
from bot.edit.skeleton import skeleton_of
from bot.edit.splice import Edit, apply_edits
from bot.markdown.parse import parse
from bot.model.finding import Finding
from bot.model.policy import Policy
from bot.model.schema import FieldKind, Schema
from bot.model.spec import Spec, SpecField, State
from bot.rules.invalid_field import is_date
from bot.rules.judge import judge
from bot.schema.place import place_of
from bot.schema.read import read_spec

_TRIES = 8


def mend(data: bytes, path: str, schema: Schema, policy: Policy) -> tuple[bytes, tuple[Edit, ...]]:
    """Give the mended text and the edits that made it.

    Each edit is proven to hold: one whose finding is still there afterwards (a skeleton that fell
    into an unclosed fence, say) is left out, so that a second run changes nothing.
    """
    edits = _edits_of(data, path, schema, policy)
    for _ in range(_TRIES):
        mended = apply_edits(data, edits)
        still = {edit.why for edit in _edits_of(mended, path, schema, policy)}
        if not still:
            return mended, edits
        kept = tuple(edit for edit in edits if edit.why not in still)
        edits = kept if len(kept) < len(edits) else ()
    return data, ()


def _edits_of(data: bytes, path: str, schema: Schema, policy: Policy) -> tuple[Edit, ...]:
    spec = read_spec(parse(data, policy.size_cap), schema, path, policy.stages)
    findings, _ = judge(spec, policy)
    makers: tuple[Callable[[Spec, Sequence[Finding]], Iterator[Edit]], ...] = (
        _sections,
        _fields,
        _dates,
    )
    return tuple(edit for maker in makers for edit in maker(spec, findings))


def _sections(spec: Spec, findings: Sequence[Finding]) -> Iterator[Edit]:
    wanted = {f.section for f in findings if f.rule == "missing-section"}
    lines = spec.document.lines
    parents: set[int] = set()
    for section in spec.sections:
        if section.state is not State.MISSING or section.schema.title not in wanted:
            continue
        if section.schema.parent in parents:
            parents.add(section.schema.index)
            continue
        parents.add(section.schema.index)
        at = place_of(spec, section)
        skeleton = skeleton_of(spec, section)
        above = "".join(lines[max(0, at - 2) : at - 1])
        lead = ("",) if above.strip() else ()
        tail = ("",) if at <= len(lines) and lines[at - 1].strip() else ()
        yield Edit(at, (*lead, *skeleton, *tail), f"add section “{section.schema.title}”")


def _fields(spec: Spec, findings: Sequence[Finding]) -> Iterator[Edit]:
    missing = [f.message for f in findings if f.rule == "missing-field"]
    for field in spec.fields:
        name = f"field “{field.schema.name}” is missing"
        if name in missing and (at := _field_place(spec, field)):
            yield Edit(at, (field.schema.skeleton,), f"add field “{field.schema.name}”")


def _field_place(spec: Spec, missing: SpecField) -> int | None:
    """Give the line before which a field goes: beside one of its neighbours, written alike."""
    known = [f for f in spec.fields if f.found and f.found.shape == missing.schema.shape]
    order = [f.schema.key for f in spec.fields]
    mine = order.index(missing.schema.key)
    before = [f.found.line for f in known if f.found and order.index(f.schema.key) < mine]
    after = [f.found.line for f in known if f.found and order.index(f.schema.key) > mine]
    if before:
        return max(before) + 1
    return min(after) if after else None


def _dates(spec: Spec, findings: Sequence[Finding]) -> Iterator[Edit]:
    lines = {f.line for f in findings if f.rule == "invalid-field"}
    for field in spec.fields:
        found = field.found
        if not found or found.line not in lines or field.schema.kind is not FieldKind.DATE:
            continue
        date = iso_date(found.value)
        line = spec.document.lines[found.line - 1]
        if date and is_date(date[1]) and line.count(date[0]) == 1:
            mended = line.replace(date[0], date[1])
            yield Edit(found.line, (mended,), f"write {found.name} as {date[1]}", replaces=True)
