"""The default branch, from what it says to the issues that stand for it.

Looked at, planned and done until nothing is left: what one round has made, the next one finds and
remembers. A round that is cut off is taken up by the next run, where it ended.
"""

from dataclasses import dataclass, field

from bot.app.action.setup import Setup
from bot.app.landing.aims import Aim, aim_at
from bot.app.landing.ground import Ground, survey_ground
from bot.app.landing.landed import Landed, numbers_of, unopened
from bot.app.landing.listing import DEPENDENCIES, SUB_ISSUES
from bot.app.landing.look import Look, look_at
from bot.app.landing.pages import Pages
from bot.app.landing.withdrawing import withdraw
from bot.errors import ForgeError, LimitError
from bot.forge.door import Door
from bot.model.work import Rank
from bot.plan.actions import CreateIssue, Plan, UpdatePullRequest
from bot.plan.carrying import Run
from bot.plan.converge import go_round
from bot.plan.difference import difference

__all__ = ["Landed", "land"]

_ROUNDS = 10
_PATIENCE = 3  # what GitHub lists may lag behind what it has just been told
_LOOKS = 4
_FLAT = frozenset({SUB_ISSUES, DEPENDENCIES})


def land(door: Door, setup: Setup, *, forgets: bool = False) -> Landed:
    """See to the issues of all specs. It ``forgets`` which ways were refused, and tries again."""
    ground = survey_ground(door, setup.name, setup.config_path)
    if not ground.policy.issues.enabled:
        is_dry = setup.is_dry or ground.policy.issues.dry_run
        with door.slowly():
            return withdraw(door, ground, is_dry=is_dry)
    with door.slowly():
        return _Landing(door, setup, ground, forgets=forgets).carry_out()


@dataclass(frozen=True, slots=True)
class _Aimed:
    """One look, and what it comes to."""

    look: Look
    pages: Pages
    aim: Aim
    plan: Plan


@dataclass(slots=True)
class _Landing:
    """One of them, as far as its ``run`` has come; ``aimed`` is what it was about to do last."""

    door: Door
    setup: Setup
    ground: Ground
    forgets: bool
    run: Run = field(init=False)
    aimed: "_Aimed" = field(init=False)

    def __post_init__(self) -> None:
        """Begin with nothing done."""
        self.run = Run(self.door.perform, set(self.door.can.refused))

    def carry_out(self) -> Landed:
        """Go round until nothing is done any more, or GitHub's limit ends it.

        Each round looks anew at what is wanted, too: people go on while a long run writes, and what
        they do meanwhile is theirs. What was done by the limit is no failure: the next run goes on
        from there.
        """
        stopped = ""
        try:
            if self._is_dry:
                self._plan()
            else:
                go_round(self.run, self._plan, _ROUNDS, _PATIENCE)
        except LimitError as error:
            if not self.run.done:
                raise
            stopped = error.what
        return self._landed(self.aimed, stopped)

    @property
    def _is_dry(self) -> bool:
        return self.setup.is_dry or self.ground.policy.issues.dry_run

    def _plan(self) -> Plan:
        self.aimed = self._aim()
        return self.aimed.plan

    def _aim(self) -> "_Aimed":
        """Look and plan, such that what there is to do is due at the commit that was read.

        What the write-back was merged to has to be in what is read of the documents. Where nothing
        is to be done, it does no harm that the branch may have moved.
        """
        for _ in range(_LOOKS):
            ground = self.ground
            look = self._look(ground)
            pages = Pages.of(ground, self.setup, self.door.me())
            aim = aim_at(ground, look, pages, self._flat(look), self._room)
            plan = difference(aim.desired, look.observed, self.door.can.refused)
            if not plan or self.door.default_branch() == (ground.branch, ground.commit):
                return _Aimed(look, pages, aim, plan)
            self.ground = survey_ground(self.door, self.setup.name, self.setup.config_path)
        what = f"“{self.ground.branch}” moves faster than it can be read"
        mend = "the run of the last push will see to it"
        raise ForgeError(what, where=self.setup.repository, mend=mend)

    def _look(self, ground: Ground) -> Look:
        """Look at everything; what this run has opened is there, be it listed yet or not."""
        opened = self.run.known.numbers.values()
        return look_at(self.door, ground.branch, ground.checklists, opened)

    @property
    def _room(self) -> int:
        new = sum(isinstance(action, CreateIssue) for action in self.run.done)
        return self.ground.policy.issues.max_new - new

    def _flat(self, look: Look) -> frozenset[str]:
        """Say what GitHub is not to be told: what it refuses now, or has refused before."""
        roots = (each.memory for each in look.kept if each.memory.rank is Rank.SPEC)
        known = () if self.forgets else (way for memory in roots for way in memory.flat)
        return _FLAT & {*self.door.can.refused, *known}

    @property
    def _write_back(self) -> int:
        """Give the pull request that was opened, or else changed."""
        changed = (each.number for each in self.run.done if isinstance(each, UpdatePullRequest))
        return max(self.run.known.pulls, default=max(changed, default=0))

    def _landed(self, aimed: "_Aimed", stopped: str) -> Landed:
        is_dry, known = self._is_dry, self.run.known
        plan = aimed.plan if is_dry else tuple(self.run.done)
        standing = {each.memory.key: each.issue.number for each in aimed.look.kept}
        made = {} if is_dry else standing | known.numbers
        return Landed(
            self.ground,
            specs=len(aimed.aim.wished.grown),
            plan=plan,
            made=made,
            write_back=self._write_back,
            numbers=() if is_dry else tuple(numbers_of(plan, made)),
            remaining=aimed.aim.wished.remaining + (unopened(aimed.plan, made) if stopped else 0),
            stopped=stopped,
            refused=tuple(self.run.told),
            warnings=tuple(dict.fromkeys((*known.warned, *aimed.pages.warnings))),
            is_dry=is_dry,
        )
