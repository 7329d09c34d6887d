"""Two runs at once, interleaved at every request, leave what one leaves."""

from collections.abc import Callable, Iterable
from dataclasses import replace

import pytest

from bot.forge.gateway import Gateway
from bot.forge.patience import Patience
from bot.model.issue import Issue
from bot.plan.desired import CheckWish, CommentWish, Desired, LabelWish, PullWish
from bot.plan.difference import difference
from bot.plan.observed import Observed
from bot.plan.pulls import own_comments
from bot.plan.suggestion import key_of_remark
from tests.forge.conftest import NAME, WORKFLOW, Served
from tests.forge.stories import BODY, DRAFT, Told, family
from tests.forge.turns import TurnLine, Turns, together
from tests.plan.owning import key_of

MOST = 34  # requests that a lone run of all this takes
STORIES = ("pull", "issues", "sync")


def _desired(told: Told, story: str) -> Desired:
    check = CheckWish("spec-steward", told.head, "success", "All well", "Nothing to mend.")
    suggestions = tuple(map(told.suggestion, "ab"))
    label = LabelWish("spec: ", DRAFT)
    pull = PullWish(1, CommentWish(BODY), label, check, suggestions=suggestions)
    return {
        "pull": Desired(pull=pull),
        "issues": Desired(issues=family(is_open=False)),
        "sync": Desired(sync=told.sync(("docs/a.md", b"new\n"))),
    }[story]


def _orders() -> list[list[int]]:
    """One goes first for so many requests, then the other goes all the way; and in turns."""
    found = [[0] * first + [1] * MOST for first in range(MOST)]
    return [*found, [0, 1] * MOST, [0, 0, 1] * MOST, [0, 1, 1] * MOST]


def _line(served: Served, turns: Turns, who: int) -> TurnLine:
    line = TurnLine(NAME, WORKFLOW, served.url, Patience.usual(pause=0, secondary_wait=0))
    line.turns, line.who = turns, who
    return line


def _outline(seen: Observed) -> object:
    """Say what stands in words that do not depend on numbers."""
    issues = _without_closed_twins(seen.issues or ())
    keys = {issue.number: key_of(issue) for issue in issues}
    return (
        [comment.body for comment in own_comments(seen.pull)] if seen.pull else None,
        sorted(seen.pull.labels) if seen.pull else None,
        sorted(str(key_of_remark(each)) for each in seen.pull.remarks) if seen.pull else None,
        {(check.name, check.conclusion, check.digest) for check in seen.pull.checks}
        if seen.pull
        else None,
        sorted(
            (
                key_of(issue) or "",
                issue.is_open,
                keys.get(issue.parent or 0) or "",
                [keys.get(child.number) for child in issue.children],
                [keys.get(number) for number in issue.blocked_by],
            )
            for issue in issues
        ),
        replace(seen.sync, head=None, pulls=()) if seen.sync else None,
        len(seen.sync.pulls) if seen.sync else None,
    )


def _without_closed_twins(issues: Iterable[Issue]) -> list[Issue]:
    """Leave out what GitHub lets nobody delete: a later issue of a key, closed."""
    found: dict[str | None, Issue] = {}
    return [
        issue
        for issue in issues
        if found.setdefault(key_of(issue), issue) is issue or issue.is_open
    ]


@pytest.mark.wire
@pytest.mark.parametrize("story", STORIES)
@pytest.mark.parametrize("order", _orders(), ids=lambda order: f"{order.index(1)}")
def test_two_runs_leave_what_one_leaves(served: Served, story: str, order: list[int]) -> None:
    turns = Turns(order)
    runs = []
    for who in (0, 1):
        gateway = Gateway(_line(served, turns, who))

        def run(gateway: Gateway = gateway) -> None:
            told = Told.at(gateway, 1)
            told.run(_desired(told, story))

        runs.append(run)
    together(turns, *runs)
    told = Told.at(served.gateway(), 1)
    desired = _desired(told, story)
    seen = told.look(desired)
    assert difference(desired, seen) == ()
    assert _outline(seen) == EXPECTED[story](told)


EXPECTED: dict[str, Callable[[Told], object]] = {
    "pull": lambda told: (
        [BODY],
        ["spec: draft"],
        ["a", "b"],
        {("spec-steward", "success", _desired(told, "pull").pull.check.digest)},  # type: ignore[union-attr]
        [],
        None,
        None,
    ),
    "issues": lambda _: (
        None,
        None,
        None,
        None,
        [
            ("a", True, "", ["c", "b"], []),
            ("b", False, "a", [], []),
            ("c", True, "a", [], ["b"]),
        ],
        None,
        None,
    ),
    "sync": lambda told: (None, None, None, None, [], _one_commit(told), 1),
}


def _one_commit(told: Told) -> object:
    seen = told.look(_desired(told, "sync")).sync
    assert seen is not None
    assert [path for path, _ in seen.files] == ["docs/a.md"]
    assert (seen.parent, seen.mine) == (told.base, True)
    return replace(seen, head=None, pulls=())
