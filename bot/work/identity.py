"""Which task is which issue: by the number that it carries, by its words, by likeness."""

from collections.abc import Sequence
from types import MappingProxyType

from bot.model.work import Task
from bot.work.dangling import Dangling, by_dangling, doubt_numbers, evidence_of
from bot.work.exact import by_words
from bot.work.held import Doubtful, Held, Matched, Matching
from bot.work.likely import by_likeness
from bot.work.numbered import by_number

__all__ = ["Doubtful", "Held", "Matched", "match"]

_NONE: Dangling = MappingProxyType({})


def match(tasks: Sequence[Task], held: Sequence[Held], dangling: Dangling = _NONE) -> Matched:
    """Match the tasks of a spec with its issues, one to one.

    The issues come in the order in which their tasks stood. What carries a number that no issue
    here has, is somebody else's, and stays without; what was ``dangling`` is no evidence by itself.
    A task in doubt gets no issue, and an issue in doubt no task.
    """
    matching, evidence = Matching(), evidence_of(tasks, dangling)
    by_number(tasks, held, matching, evidence)
    by_dangling(tasks, held, matching, evidence, is_exact=True)
    by_words(tasks, held, matching)
    by_dangling(tasks, held, matching, evidence, is_exact=False)
    by_likeness(tasks, held, matching)
    doubt_numbers(tasks, held, matching, evidence)
    issues = (matching.issue_of.get(at) for at in range(len(tasks)))
    numbers = tuple(None if issue is None else held[issue].number for issue in issues)
    return Matched(numbers, tuple(sorted(matching.doubts, key=lambda doubt: doubt.tasks)))
