"""``fix``: the edits that mend what is mechanical about a spec."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from bot.edit.fields import place_of_field
from bot.edit.skeleton import addable, skeleton_of
from bot.edit.splice import Edit, apply_edits
from bot.edit.values import dates
from bot.markdown.decode import Unreadable
from bot.markdown.parse import parse
from bot.model.finding import Finding
from bot.model.policy import Policy
from bot.model.schema import Schema
from bot.model.spec import Spec
from bot.rules import missing_field
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


def findings_of(data: bytes, path: str, schema: Schema, policy: Policy) -> tuple[Finding, ...]:
    """Judge a text by itself, as its mends are planned; one that cannot be read has no findings."""
    try:
        document = parse(data, policy.size_cap)
    except Unreadable:
        return ()
    return judge(read_spec(document, schema, path, policy.stages), policy)[0]


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
        dates,
    )
    return tuple(edit for maker in makers for edit in maker(spec, findings))


def _fields(spec: Spec, findings: Sequence[Finding]) -> Iterator[Edit]:
    absent = {f.key.rpartition("|")[2] for f in findings if f.rule == missing_field.RULE.slug}
    for field in spec.fields:
        at = place_of_field(spec, field.schema)
        if at and missing_field.absent_key(field.schema) in absent:
            why = f"add field “{field.schema.name}”"
            yield Edit(at, (field.schema.skeleton,), why, opens="field")


def _sections(spec: Spec, findings: Sequence[Finding]) -> Iterator[Edit]:
    lines = spec.document.lines
    last = len(lines) if lines[-1] else len(lines) - 1
    taken: set[int] = set()
    for section in addable(spec, findings):
        at = min(place_of(spec, section), last + 1)
        gap_above = at == 1 or not lines[at - 2].strip()
        gap_below = at > last or not lines[at - 1].strip()
        if at in taken:  # the one above has ended with a gap where a text follows
            gap_above = not gap_below
        taken.add(at)
        lead, tail = () if gap_above else ("",), () if gap_below else ("",)
        added = (*lead, *skeleton_of(spec, section), *tail)
        yield Edit(at, added, f"add section “{section.schema.title}”", opens="section")
