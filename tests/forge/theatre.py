"""Worlds as hypothesis draws them for the model in memory, set up in the embedded GitHub."""

from dataclasses import dataclass, replace

from bot.model.issue import Issue
from bot.model.pull import PullState
from bot.plan.desired import Desired, ReactionWish
from bot.sandbox import threads
from bot.sandbox.hub import ACTIONS, Hub
from bot.sandbox.records import App, User
from bot.sandbox.scene import Scene
from bot.sandbox.state import placing
from bot.sandbox.state.checks import suite_for
from bot.sandbox.state.comments import add_comment, react
from bot.sandbox.state.issues import Words, open_issue, set_state
from bot.sandbox.state.labels import add_labels, create_label
from bot.sandbox.state.milestones import create_milestone
from bot.sandbox.state.people import find_user
from bot.sandbox.state.pulls import Branches, open_pull
from bot.sandbox.state.pushes import Push, push
from bot.sandbox.state.remarks import add_remark
from bot.sandbox.state.reviews import add_review
from bot.sandbox.threads import Comment
from bot.sandbox.verdicts import CheckRun, Status
from bot.sandbox.viewer import Actor
from tests.forge.memory import Memory
from tests.plan.worlds import BRANCH

LABEL = "spec-steward"


@dataclass(frozen=True)
class Theatre:
    """A hub with the pull request #1, and who does things on it."""

    scene: Scene

    @property
    def hub(self) -> Hub:
        return self.scene.hub

    def prepare(self) -> None:
        """Make what each world takes for granted."""
        for title in ("One", "Two"):
            create_milestone(self.hub, self.hub.repository, title, None, None, self._actor())

    @property
    def _milestones(self) -> dict[str, int]:
        return {each.title: each.id for each in self.hub.store.find(threads.Milestone)}

    def set(self, memory: Memory) -> None:
        """Let all this stand."""
        with self.hub.lock, self.hub.store.transaction():
            for label in memory.known_labels:
                create_label(self.hub, self.hub.repository, label.name, None, None)
            self._set_pull(memory.pulls[1])
            self._set_issues(memory.standing)
            if BRANCH in memory.branches:
                self._set_branch(memory)

    def wanted(self, desired: Desired) -> Desired:
        """Put this hub's commits for those of the model, and the label that issues are found by."""
        head, base = (self.hub.mirror.line("rev-parse", name) for name in ("spec", "main"))
        pull, sync = desired.pull, desired.sync
        if pull is not None:
            check = pull.check and replace(pull.check, head=head)
            status = pull.status and replace(pull.status, head=head)
            pull = replace(
                pull,
                check=check,
                status=status,
                suggestions=tuple(replace(each, head=head) for each in pull.suggestions),
                reactions=tuple(map(self._reaction, pull.reactions)),
                edits=tuple(replace(each, head=head) for each in pull.edits),
            )
        issues = tuple(
            replace(wish, labels=tuple(dict.fromkeys((*wish.labels, LABEL))))
            for wish in desired.issues or ()
        )
        return replace(desired, pull=pull, issues=issues, sync=sync and replace(sync, base=base))

    def _reaction(self, wish: ReactionWish) -> ReactionWish:
        """Wish it of the comment in that place, where there is one."""
        said = self.hub.store.find(Comment, "issue_id = ?", self.scene.thread(1).id)
        ids = dict(enumerate((each.id for each in said), start=1))
        return replace(wish, comment=ids.get(wish.comment, 0))

    def _actor(self, *, mine: bool = False) -> Actor:
        user = find_user(self.hub, f"{ACTIONS}[bot]" if mine else "ann")
        app = self.hub.store.first(App, "slug = ?", ACTIONS)
        assert user is not None
        assert app is not None
        return Actor(user.id, app.id if mine else None)

    def _set_pull(self, state: PullState) -> None:
        thread, place = self.scene.thread(1), self.hub.repository
        add_labels(self.hub, thread, list(state.labels), self._actor())
        for comment in state.comments:
            made = add_comment(self.hub, thread, comment.body, self._actor(mine=comment.mine))
            if comment.hidden:
                self.hub.store.change(made, minimized="OUTDATED")
            for content in comment.reactions:
                react(self.hub, made.id, content, self._actor(mine=True))
        head, mine = self.hub.mirror.line("rev-parse", "spec"), self._actor(mine=True)
        for one in state.remarks:
            actor = self._actor(mine=one.mine)
            review = add_review(self.hub, thread, head, "COMMENT", "", actor)
            remark = placing.Remark("docs/specs/001-new.md", one.body, 1)
            add_remark(self.hub, self.scene._pull(thread), review, remark, actor)
        now = self.hub.now()
        for check in state.checks:
            assert mine.app_id is not None
            suite = suite_for(self.hub, place, mine.app_id, head)
            status = "in_progress" if check.conclusion is None else "completed"
            key, app = self.hub.store.next_id(), mine.app_id
            told = (check.name, status, check.conclusion, check.digest, None, "t", "s", None)
            self.hub.store.add(CheckRun(key, place.id, suite.id, app, head, *told, now, now))
        for each in state.statuses:
            key = self.hub.store.next_id()
            said = (each.state, each.context, each.description, each.url, now)
            self.hub.store.add(Status(key, place.id, mine.id, head, *said))

    def _set_issues(self, standing: dict[int, Issue]) -> None:
        made = {number: self._set_issue(issue) for number, issue in sorted(standing.items())}
        for number, issue in standing.items():
            for place, child in enumerate(issue.children, 1):
                self.hub.store.change(made[child.number], parent_id=made[number].id, place=place)
            for blocker in issue.blocked_by:
                key = self.hub.store.next_id()
                self.hub.store.add(threads.Dependency(key, made[number].id, made[blocker].id))

    def _set_issue(self, issue: Issue) -> threads.Issue:
        actor, hub = self._actor(mine=issue.mine), self.hub
        made = open_issue(hub, hub.repository, Words(issue.title, issue.body), actor)
        made = add_labels(hub, made, list(issue.labels), actor)
        if issue.milestone:
            made = hub.store.change(made, milestone_id=self._milestones[issue.milestone])
        return made if issue.is_open else set_state(hub, made, "closed", "completed", actor)

    def _set_branch(self, memory: Memory) -> None:
        state = memory.branches[BRANCH]
        by = self.hub.store.get(User, self._actor(mine=state.mine).id)
        files = {"docs/a.md": "x"}
        push(self.hub, self.hub.repository, Push(BRANCH, files, "Write back", by=by))
        for pull in state.pulls[:1]:
            words = Words(pull.title, pull.body, is_pull=True)
            branches = Branches(self.hub.repository, BRANCH, "main")
            open_pull(self.hub, self.hub.repository, words, branches, self._actor(mine=pull.mine))
