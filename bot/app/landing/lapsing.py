"""A spec that is not to be built now → what becomes of its issues: they stay as they are."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from bot.app.landing.bodies import parted, rewritten
from bot.app.landing.look import Look
from bot.model.issue import Issue
from bot.model.work import Memory, Rank
from bot.plan.desired import IssueWish
from bot.work.agree import is_done
from bot.work.body import Body, alerted, mark_of
from bot.work.boxes import unagreed
from bot.work.survey import Grown


def lapsed(grown: Grown, alert: str, look: Look) -> Iterator[IssueWish]:
    """Say of a spec's tracking issue that nothing is to be done for it now; the rest stays.

    What waits for the write-back, which writes nothing of it now, is to be followed again later.
    """
    keys = {each.issue.number: each.memory.key for each in look.kept}
    order = {part.number: at for k in look.kept for at, part in enumerate(k.issue.children)}
    is_told = any(each.issue.is_open for each in grown.family.kept)
    for kept in sorted(grown.family.kept, key=lambda k: order.get(k.issue.number, 0)):
        memory, standing = kept.memory, parted(kept.issue, kept.memory.key)
        text = standing.text
        if memory.rank is Rank.SPEC and is_told:
            text = alerted(text, alert)
            is_ours = standing.mark == memory.body
            memory = replace(memory, body=mark_of(text)) if is_ours else memory
        memory = _unagreed(memory, kept.issue, standing, look.waiting)
        if memory != kept.memory or memory.rank is Rank.SPEC:
            body = rewritten(kept.issue, standing, memory, text)
            yield _as_it_is(kept.issue, memory, body, keys)


def _unagreed(memory: Memory, issue: Issue, standing: Body, waiting: frozenset[str]) -> Memory:
    """Forget that the document agrees where that was still to be written."""
    if str(issue.number) in waiting:
        memory = replace(memory, done=not is_done(issue))
    if not any(place.startswith(f"{issue.number}.") for place in waiting):
        return memory
    steps = unagreed(standing.text, memory.steps, lambda name: f"{issue.number}.{name}" in waiting)
    return replace(memory, steps=steps)


def _as_it_is(issue: Issue, memory: Memory, body: str, keys: Mapping[int, str]) -> IssueWish:
    return IssueWish(
        key=memory.key,
        title=issue.title,
        body=body,
        milestone=issue.milestone,
        is_open=issue.is_open,
        parent=keys.get(issue.parent or 0),
        blocked_by=tuple(keys[number] for number in issue.blocked_by if number in keys),
        number=issue.number,
        why="its spec is not to be built now",
    )
