"""A thousand items, a few at a time, and cut off each time: all come once, and to their places.

In memory, since it takes many runs; what a run costs at the wire is measured on fewer.
"""

import json
import random
from collections import Counter
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path

import pytest

from bot.app.landing.land import Landed, land
from bot.forge.pace import Pace
from bot.model.work import Rank
from bot.plan.actions import Action, CreateIssue
from bot.plan.family import MOST
from bot.plan.known import Known
from bot.plan.marker import ISSUE, read_marker
from bot.sandbox.wire.faults import ALWAYS, Fault
from tests.app.landing.farm import SETUP, SPEC, Barn, CrashError, Farm
from tests.app.landing.wired import grown
from tests.forge.conftest import Served
from tests.forge.test_pace import Clock
from tests.plan.owning import key_of

ITEMS, PHASES = 1_000, 8
MINUTE = 60.0


def big(items: int, phases: int) -> str:
    """Write an approved spec with so many items."""
    parts = ["# Spec: Everything\n\n- **Status:** Accepted\n\n## Context\n\nMuch.\n"]
    parts.append("\n## Implementation plan\n")
    for at in range(items):
        if at % (items // phases) == 0:
            parts.append(f"\n### Phase {at * phases // items + 1}: Some of it\n\n")
        parts.append(f"- [ ] Make thing no. {at}\n")
    return "".join(parts)


@dataclass
class Slow(Barn):
    """A door with a pace, which breaks at any deed: before it is done, or right after."""

    pace: Pace | None = None
    clock: Clock = field(default_factory=Clock)
    done_at: list[tuple[float, bool]] = field(default_factory=list)
    breaks_after: bool = False

    def begin(self, left: int | None, *, breaks_after: bool) -> None:
        """Let another run begin a minute later, in a process that knows nothing of the last one."""
        self.clock.now += MINUTE
        self.pace, self.left = Pace(self.clock, self.clock.sleep), left
        self.breaks_after = breaks_after

    def perform(self, action: Action, known: Known) -> None:
        assert self.pace
        self.pace.admit(action)
        self.done_at.append((self.clock.now, isinstance(action, CreateIssue)))
        super().perform(action, known)
        if self.breaks_after and self.left == 0:
            raise CrashError


def _slow() -> tuple[Farm, Slow]:
    farm = Farm({SPEC: big(ITEMS, PHASES)})
    door = Slow(trees=farm.door.trees, texts=farm.door.texts, tip=farm.door.tip)
    farm.door = door
    return farm, door


def _run(door: Slow, left: int | None, *, breaks_after: bool = False) -> Landed | None:
    door.begin(left, breaks_after=breaks_after)
    try:
        return land(door, SETUP)
    except CrashError:
        return None


@pytest.mark.limits
@pytest.mark.parametrize("seed", range(2))
def test_a_thousand_items_come_over_many_runs_that_are_all_cut_off(seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - no secret
    farm, door = _slow()
    landed, runs = None, 0
    while landed is None or landed.plan:
        before = len(door.standing)
        left = chance.randint(50, 450)
        landed = _run(door, left, breaks_after=chance.random() < 0.5)
        runs += 1
        assert len(door.standing) - before <= 200
        assert runs < 60
    assert runs > 5
    _assert_whole(farm)
    _assert_paced(door)


def _assert_whole(farm: Farm) -> None:
    keys = Counter(map(key_of, farm.issues))
    assert set(keys.values()) == {1}
    ranks: dict[str, list[int]] = {rank: [] for rank in Rank}
    for issue in farm.issues:
        marker = read_marker(issue.body, ISSUE) or {}
        ranks[marker["rank"]].append(issue.number)
    assert len(ranks[Rank.TASK]) == ITEMS
    assert len(ranks[Rank.SPEC]) == 1
    texts = {issue.title for issue in farm.issues}
    assert {f"Make thing no. {at}" for at in range(ITEMS)} <= texts
    assert all(issue.is_open for issue in farm.issues)
    assert max(len(issue.children) for issue in farm.issues) <= MOST
    assert {issue.number for issue in farm.issues if issue.parent is None} == {*ranks[Rank.SPEC]}
    text = next(iter(farm.door.written.values())).decode()
    assert all(f"Make thing no. {at} (#" in text for at in range(ITEMS))


def _assert_paced(door: Slow) -> None:
    times = [at for at, _ in door.done_at]
    new = [at for at, is_new in door.done_at if is_new]
    assert all(later - at >= 1.0 for at, later in pairwise(times))
    assert all(later - at >= MINUTE for at, later in zip(new, new[20:], strict=False))


HALF = "issues: {max-new: 50}\n"
CONFIG = ".github/spec-steward.yml"


@pytest.mark.wire
def test_what_a_run_at_its_cap_costs(served: Served, tmp_path: Path) -> None:
    """About two requests an issue, and some for looking: a token has a thousand in an hour."""
    wired = grown(served, tmp_path / "runs", {SPEC: big(120, 1), CONFIG: HALF})
    ran = wired.pushed()
    assert (ran.code, ran.plan.count("create-issue")) == (0, 50)
    note = "issues are left for the next run (issues.max-new is 50)."
    (line,) = [line for line in ran.lines if note in line]
    total = 50 + int(line.split()[0])
    assert note in ran.summary
    looks = [each for each in ran.entries if each.method == "GET" or each.operation == "query"]
    assert len(ran.writes) <= 2 * 50 + 10
    assert len(looks) <= 40
    assert wired.pushed().plan.count("create-issue") == 50
    assert wired.pushed().plan.count("create-issue") == total - 100
    assert wired.pushed().writes == []
    assert len({key_of(issue) for issue in wired.issues()}) == len(wired.issues()) == total


@pytest.mark.wire
@pytest.mark.parametrize("spent", [10, 40, 100])
def test_a_limit_ends_a_run_that_has_got_on(served: Served, tmp_path: Path, spent: int) -> None:
    wired = grown(served, tmp_path / "runs", {SPEC: big(40, 1)})
    served.desk.limits.clear(spent)
    ran = wired.pushed()
    made = ran.plan.count("create-issue")
    assert (ran.code, ran.outputs["verdict"]) == (0, "pass")
    assert json.loads(ran.outputs["issues"]) == [*range(2, 2 + made)]
    (note,) = [line for line in ran.lines if "rate limit" in line]
    left = f", with {42 - made} issues more to be opened" if made < 42 else ""
    assert f"So this run has stopped{left}: the next run goes on." in note
    assert note.strip() in ran.summary
    served.desk.limits.clear()
    ran = wired.pushed()
    assert ran.plan.count("create-issue") == 42 - made
    assert wired.pushed().writes == []
    assert len(wired.issues()) == 42


@pytest.mark.wire
@pytest.mark.parametrize("status", [403, 429])
def test_a_limit_before_anything_was_done_is_a_failure(
    served: Served, tmp_path: Path, status: int
) -> None:
    wired = grown(served, tmp_path / "runs", {SPEC: big(40, 1)})
    headers = (("Retry-After", "3600"), ("Content-Type", "application/json"))
    body = json.dumps({"message": "You have exceeded a secondary rate limit."})
    served.desk.faults.add(
        Fault("POST", "/issues$", times=ALWAYS, status=status, headers=headers, body=body)
    )
    ran = wired.pushed()
    assert (ran.code, ran.writes) == (3, ["POST /issues"])
    assert "it asks to wait 3600 seconds" in ran.lines[-1]
    assert "rate limit" in ran.summary
