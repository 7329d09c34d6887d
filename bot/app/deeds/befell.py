"""Which issue a deed is done to, and what becomes of it: opened, changed, closed, opened again."""

from collections import Counter
from collections.abc import Callable

from bot.plan.actions import (
    Action,
    AddDependency,
    AddLabel,
    AddSubIssue,
    CloseIssue,
    CreateIssue,
    OrderSubIssue,
    Plan,
    Ref,
    RemoveDependency,
    RemoveSubIssue,
    ReopenIssue,
    UpdateIssue,
)

WORDS = ("opened", "changed", "closed", "opened again")
_OPENED, _CHANGED, _CLOSED, _REOPENED = WORDS


def befell(action: Action) -> tuple[Ref, str] | None:
    """Say it of a deed on an issue; putting it under another one changes the one that is put."""
    match action:
        case CreateIssue(wish):
            return Ref(wish.key), _OPENED
        case CloseIssue(ref):
            return ref, _CLOSED
        case ReopenIssue(number):
            return Ref("", number), _REOPENED
        case UpdateIssue(number) | AddLabel(number):
            return Ref("", number), _CHANGED
    return _tied(action)


def tally(plan: Plan, called: Callable[[Ref], str]) -> dict[str, int]:
    """Count issues by what they are ``called``, each once: by the first thing that befell it.

    A change of what it says counts where that is all: it goes along with all else.
    """
    first: dict[str, str] = {}
    for ref, word in filter(None, map(befell, plan)):
        name = called(ref)
        first[name] = word if first.get(name, _CHANGED) == _CHANGED else first[name]
    count = Counter(first.values())
    return {word: count[word] for word in WORDS if count[word]}


def _tied(action: Action) -> tuple[Ref, str] | None:
    match action:
        case AddSubIssue(child=ref) | OrderSubIssue(child=ref) | AddDependency(issue=ref):
            return ref, _CHANGED
        case RemoveSubIssue(child=number) | RemoveDependency(issue=number):
            return Ref("", number), _CHANGED
    return None
