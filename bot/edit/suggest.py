"""Lines that one click would put right: those that a difference shows, and that are sure to mend.

Unlike ``mend``, which asks nobody, this may guess which word is meant; somebody has to click.
"""

from collections.abc import Iterator, Sequence
from itertools import islice

from bot.edit.splice import Edit, apply_edits
from bot.edit.values import dates, listed_values, statuses
from bot.markdown.decode import Unreadable
from bot.markdown.parse import parse
from bot.model.finding import Finding
from bot.model.hearing import Suggestion
from bot.model.policy import Policy
from bot.model.spec import Spec
from bot.rules import invalid_field, unknown_status
from bot.rules.base import Case, Rule
from bot.schema.read import read_spec

_TRIES = 20  # each is proven by reading the text anew
Hunks = Sequence[tuple[int, int]]


def suggest(
    data: bytes, spec: Spec, policy: Policy, findings: Sequence[Finding], hunks: Hunks
) -> tuple[Suggestion, ...]:
    """Suggest a mend for findings, no more than one for each line.

    ``data`` is what the spec was read from. Where it ends its lines otherwise than git has them
    end, line numbers differ from GitHub's, and the click would replace another line.
    """
    found: dict[int, Suggestion] = {}
    counted = data.split(b"\n")
    clickable = (
        tried
        for tried in _edits(spec, findings, policy)
        if any(start <= tried[1].line < stop for start, stop in hunks)
        and _is_there(counted, tried[1].line, spec.document.lines[tried[1].line - 1])
    )
    for rule, edit in islice(clickable, _TRIES):
        at = edit.line
        if at not in found and _mends(data, spec, policy, (rule, edit)):
            old = spec.document.lines[at - 1]
            found[at] = Suggestion(spec.path, at, old, edit.lines[0], edit.why)
    return tuple(found[at] for at in sorted(found))


def _edits(spec: Spec, findings: Sequence[Finding], policy: Policy) -> Iterator[tuple[Rule, Edit]]:
    yield from ((unknown_status.RULE, e) for e in statuses(spec, findings, policy.stages))
    yield from ((invalid_field.RULE, e) for e in dates(spec, findings))
    yield from ((invalid_field.RULE, e) for e in listed_values(spec, findings))


def _is_there(counted: Sequence[bytes], at: int, line: str) -> bool:
    return at <= len(counted) and counted[at - 1].removesuffix(b"\r") == line.encode()


def _mends(data: bytes, spec: Spec, policy: Policy, tried: tuple[Rule, Edit]) -> bool:
    """Prove it: the rule has less to say about the line than before."""
    rule, edit = tried
    try:
        document = parse(apply_edits(data, (edit,)), policy.size_cap)
    except Unreadable:
        return False
    after = read_spec(document, spec.schema, spec.path, policy.stages)
    left, before = (
        sum(problem.line == edit.line for problem in rule.check(Case(each, policy=policy)))
        for each in (after, spec)
    )
    return left < before
