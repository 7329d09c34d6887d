"""A spec that is not to be built now → what becomes of its issues: they stay as they are."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace

from bot.app.landing.bodies import parted, rewritten
from bot.app.landing.look import Look
from bot.model.issue import Issue
from bot.model.waits import Waits, said_before
from bot.model.work import Memory, Rank
from bot.plan.desired import IssueWish
from bot.work.body import Body, alerted, mark_of
from bot.work.sharing import unagreed
from bot.work.survey import Grown


def lapsed(grown: Grown, alert: str, look: Look) -> Iterator[IssueWish]:
    """Say of a spec's tracking issue that nothing is to be done for it now; the rest stays.

    What waits for the write-back, which writes nothing of it now, is to be followed again later.
    """
    keys = {each.issue.number: each.memory.key for each in look.kept}
    order = _order(look)
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
            yield _as_it_is(kept.issue, memory, body, keys, "its spec is not to be built now")


def with_doubtful(wishes: Sequence[IssueWish], look: Look, leaving: Waits) -> list[IssueWish]:
    """Add the issues of which nothing is told, where the write-back is to hold them no longer.

    They stay as they are, and where they are; they are to be followed again once it is clear which
    tasks are theirs.
    """
    found = list(wishes)
    told = {wish.key for wish in wishes}
    order = _order(look)
    for wish in sorted(_doubtful(look, told, leaving), key=lambda wish: order.get(wish.number, 0)):
        place = order.get(wish.number, 0)
        beside = [at for at, each in enumerate(found) if each.parent == wish.parent]
        ahead = [at for at in beside if order.get(found[at].number, place) < place]
        found.insert(ahead[-1] + 1 if ahead else beside[0] if beside else len(found), wish)
    return found


def _doubtful(look: Look, told: Collection[str], leaving: Waits) -> Iterator[IssueWish]:
    keys = {each.issue.number: each.memory.key for each in look.kept}
    for kept in look.kept:
        standing = parted(kept.issue, kept.memory.key)
        memory = _unagreed(kept.memory, kept.issue, standing, leaving)
        if kept.memory.key not in told and memory != kept.memory:
            body = rewritten(kept.issue, standing, memory, standing.text)
            yield _as_it_is(kept.issue, memory, body, keys, "nobody can tell which task is its own")


def _order(look: Look) -> dict[int | None, int]:
    """Give the places of issues among those below the same one."""
    return {part.number: at for k in look.kept for at, part in enumerate(k.issue.children)}


def _unagreed(memory: Memory, issue: Issue, standing: Body, waiting: Waits) -> Memory:
    """Forget that the document agrees where that was still to be written."""
    said = said_before(waiting, str(issue.number), memory.done)
    return replace(
        memory, done=said, steps=unagreed(standing.text, memory.steps, issue.number, waiting)
    )


def _as_it_is(
    issue: Issue, memory: Memory, body: str, keys: Mapping[int, str], why: str
) -> IssueWish:
    return IssueWish(
        key=memory.key,
        title=issue.title,
        body=body,
        milestone=issue.milestone,
        is_open=issue.is_open,
        parent=keys.get(issue.parent or 0),
        blocked_by=tuple(keys[number] for number in issue.blocked_by if number in keys),
        number=issue.number,
        why=why,
    )
