"""The property that carries the product: whatever stands, and wherever it is cut off, it heals."""

from collections import Counter
from collections.abc import Callable

from hypothesis import given
from hypothesis import strategies as st

from bot.forge.door import FileName
from bot.plan.actions import Action, AddSubIssue, EditFile, OrderSubIssue
from bot.plan.converge import Known, Perform, UnclearError, converge
from bot.plan.desired import Desired
from bot.plan.difference import difference
from bot.plan.observed import Observed
from bot.plan.pulls import own_comments
from bot.plan.suggestion import key_of_remark
from bot.plan.suggestions import MOST
from tests.forge.memory import Memory
from tests.plan.owning import key_of
from tests.plan.worlds import BRANCH, desires, memories
from tests.searching import times_as_many


class KilledError(BaseException):
    """The process is gone."""


def _look(memory: Memory) -> Callable[[], Observed]:
    return lambda: memory.observe(pull=1, branch=BRANCH)


def _run(desired: Desired, memory: Memory, perform: Perform | None = None) -> int:
    look = _look(memory)
    return len(converge(desired, look, perform or memory.perform, look()).done)


def _is_healed(desired: Desired, memory: Memory) -> None:
    assert difference(desired, _look(memory)()) == ()
    assert len(own_comments(memory.pull(1))) <= 1 or not (desired.pull and desired.pull.comment)
    made = Counter(filter(None, map(key_of_remark, memory.pull(1).remarks)))
    assert all(count == 1 for count in made.values())
    assert len(made) <= MOST
    wanted = {wish.key for wish in desired.issues or ()}
    keys = Counter(key_of(issue) for issue in memory.issues() if issue.is_open)
    assert all(keys[key] <= 1 for key in wanted)
    _hangs_on_no_twin(memory, wanted)


def _hangs_on_no_twin(memory: Memory, wanted: set[str]) -> None:
    """See that no issue is under a twin or blocked by one: those are closed, and forgotten."""
    first: dict[str | None, int] = {}
    for issue in memory.issues():
        first.setdefault(key_of(issue), issue.number)
    twins = {i.number for i in memory.issues() if key_of(i) in wanted} - set(first.values())
    for issue in memory.issues():
        if first.get(key_of(issue)) == issue.number and key_of(issue) in wanted:
            assert issue.parent not in twins
            assert twins.isdisjoint(issue.blocked_by)


@times_as_many(1)
@given(desires(), memories())
def test_after_a_run_nothing_is_left(desired: Desired, memory: Memory) -> None:
    _run(desired, memory)
    _is_healed(desired, memory)
    assert _run(desired, memory) == 0


@given(desires(), memories())
def test_a_plan_depends_on_nothing_else(desired: Desired, memory: Memory) -> None:
    observed = _look(memory)()
    assert difference(desired, observed) == difference(desired, observed)


@times_as_many(1)
@given(desires(), memories(), st.integers(0, 12), st.booleans())
def test_a_run_that_is_killed_heals(
    desired: Desired, memory: Memory, after: int, is_done: bool
) -> None:
    def perform(action: Action, known: Known) -> None:
        nonlocal after
        if after == 0:
            if is_done:
                memory.perform(action, known)
            raise KilledError
        after -= 1
        memory.perform(action, known)

    try:
        _run(desired, memory, perform)
    except KilledError:
        _run(desired, memory)
    _is_healed(desired, memory)


@times_as_many(1)
@given(desires(), memories(), st.lists(st.sampled_from([None, None, False, True]), max_size=3))
def test_unclear_answers_do_no_harm(
    desired: Desired, memory: Memory, unclear: list[bool | None]
) -> None:
    def perform(action: Action, known: Known) -> None:
        is_done = unclear.pop() if unclear else None
        if is_done is not False:
            memory.perform(action, known)
        if is_done is not None:
            raise UnclearError

    _run(desired, memory, perform)
    _is_healed(desired, memory)


@times_as_many(1)
@given(desires(), memories(), st.lists(st.booleans(), max_size=30))
def test_two_runs_at_once_leave_what_one_leaves(
    desired: Desired, memory: Memory, turns: list[bool]
) -> None:
    """Each has observed before the other wrote; they take turns, deed by deed."""
    look = _look(memory)
    plans = [list(difference(desired, look())) for _ in range(2)]
    knowns = (Known(), Known())
    for turn in [*turns, *([True, False] * 40)]:
        if plans[turn]:
            action = plans[turn].pop(0)
            if not _has_gone(memory, action):
                memory.perform(action, knowns[turn])
    _run(desired, memory)  # each looks again after what two may double
    _is_healed(desired, memory)


def _has_gone(memory: Memory, action: Action) -> bool:
    """Tell what GitHub would answer with 404, 409 or 422, which the door takes for done."""
    if isinstance(action, EditFile):
        name = FileName(memory.pull(1).pull.head, action.path)
        return memory.texts[name].blob != action.blob
    if isinstance(action, AddSubIssue):
        child = action.child.number
        return child is not None and memory.standing[child].parent is not None
    if isinstance(action, OrderSubIssue) and action.parent.number:
        parts = memory.standing[action.parent.number].children
        return action.child.number not in [part.number for part in parts]
    return False
