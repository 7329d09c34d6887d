"""The second evidence: the same words, in the same phase first, then in any."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from bot.markdown.inline import plain
from bot.model.work import Task
from bot.work.held import Held, Matching

Key = tuple[str, str]


@lru_cache(maxsize=4096)
def folded(text: str) -> str:
    """Give the form of an item in which markup, capitals and a full stop make no difference."""
    bare = " ".join(plain(text).casefold().split())
    return bare.rstrip(".;:, ") or bare


def by_words(tasks: Sequence[Task], held: Sequence[Held], matching: Matching) -> None:
    """Match tasks by their exact words, the first with the first where several have the same.

    Where more tasks have them than issues, or fewer, those that are done go to each other first:
    what was ticked before the Steward came has no issue. The issues whose tasks still stood come
    before those whose tasks were gone; what was done and gone is only what is done as well.
    """
    phases = phases_of(tasks, held)
    wanted = [(folded(task.text), task.phase) for task in tasks]
    had = [(folded(issue.text), phases.get(issue.phase, "")) for issue in held]
    for is_gone, is_over in ((False, False), (True, False), (True, True)):
        like = [at for at, i in enumerate(held) if (i.is_gone, i.is_over) == (is_gone, is_over)]
        for has_phase in (True, False):
            free_tasks = filter(matching.is_open, range(len(tasks)))
            looking = _by_key(
                (at for at in free_tasks if tasks[at].done or not is_over), wanted, has_phase
            )
            issues = [at for at in like if at not in matching.task_of]
            free = _by_key(issues, had, has_phase)
            for key in looking:
                for task, issue in _paired(looking[key], free.get(key, ()), tasks, held):
                    matching.join(task, issue)


def _by_key(places: Iterable[int], keys: Sequence[Key], has_phase: bool) -> dict[Key, list[int]]:
    found = defaultdict[Key, list[int]](list)
    for at in places:
        words, phase = keys[at]
        found[words, phase if has_phase else ""].append(at)
    return found


def _paired(
    looking: Sequence[int], free: Sequence[int], tasks: Sequence[Task], held: Sequence[Held]
) -> Iterator[tuple[int, int]]:
    """Pair tasks and issues of the same words."""
    if len(looking) == len(free):
        yield from zip(looking, free, strict=True)
        return
    # what is done is not remembered at once, and who was paired so is where the other one was
    free = sorted(free, key=lambda at: held[at].number)
    pairs: list[tuple[int, int]] = []
    for is_done in (False, True):
        pairs += zip(
            (at for at in looking if tasks[at].done is is_done),
            (at for at in free if held[at].is_done is is_done),
            strict=False,
        )
    yield from pairs
    told, found = {task for task, _ in pairs}, {issue for _, issue in pairs}
    yield from zip(
        (at for at in looking if at not in told),
        (at for at in free if at not in found),
        strict=False,
    )


def phases_of(tasks: Sequence[Task], held: Sequence[Held]) -> dict[str, str]:
    """Tell for each phase of before which one it is now: by what only it had, then by its title.

    Words that stand once before and once now tell where their phase has gone, be it renamed or
    numbered anew; the phase that most of them went to, if it is one alone, is it.
    """
    seen = Counter(folded(task.text) for task in tasks)
    before = Counter(folded(issue.text) for issue in held if not issue.is_gone)
    now = {folded(task.text): task.phase for task in tasks if seen[folded(task.text)] == 1}
    votes = Counter[tuple[str, str]]()
    for issue in held:
        words = folded(issue.text)
        if not issue.is_gone and before[words] == 1 and words in now:
            votes[issue.phase, now[words]] += 1
    found: dict[str, str] = {}
    for (old, new), _ in sorted(
        votes.items(), key=lambda vote: (-vote[1], vote[0][0] != vote[0][1])
    ):
        if old not in found and new not in found.values():
            found[old] = new
    titles = dict.fromkeys(task.phase for task in tasks)
    left = [issue.phase for issue in held if issue.phase not in found]
    for phase in left:
        if phase in titles and phase not in found.values():
            found[phase] = phase
    return found
