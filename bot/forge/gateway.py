"""The door as it opens on GitHub itself, or on whatever speaks like it."""

from collections.abc import Collection, Iterator
from contextlib import contextmanager

from bot.errors import RefusedError
from bot.forge.asking import GRAPHQL
from bot.forge.asking_issues import AskingIssues
from bot.forge.deeds.table import DEEDS
from bot.forge.door import Changes, FileName, FileText, Tree
from bot.forge.kept import Kept
from bot.forge.line import Line
from bot.forge.pace import Pace
from bot.forge.reading import branches, origins, people, required
from bot.forge.reading.changes import read_changes
from bot.forge.reading.contexts import CHECK
from bot.forge.reading.files import read_files, read_files_plainly
from bot.forge.reading.plainly import read_pull_plainly
from bot.forge.reading.pulls import read_pull
from bot.forge.reading.syncs import read_sync
from bot.forge.reading.trees import read_tree
from bot.forge.reading.verdicts import checks_named, statuses_of
from bot.model.pull import Check, Pull, PullState, Status
from bot.model.role import Role
from bot.model.sync import SyncState
from bot.plan.actions import Action
from bot.plan.known import Known


class Gateway(AskingIssues):
    """Sees and changes one repository, as one account.

    With a ``pace`` bulk work is spread out, and nothing else: elsewhere somebody waits for it.
    """

    def __init__(self, line: Line, me: str = "", pace: Pace | None = None) -> None:
        """Open it; nothing is asked yet. ``me`` is who the token acts as, where that is known."""
        super().__init__(line, me)
        self.pace = pace
        self._kept = Kept()
        self._is_slow = False

    def pull(self, number: int) -> PullState:
        """Observe a pull request and what is on it."""
        state = self._either(
            lambda: read_pull(self._line, number),
            lambda: read_pull_plainly(self._line, number, self.me()),
        )
        self._hand.me = state.me
        return state

    def open_pulls(self) -> tuple[int, ...]:
        """List the open pull requests, the oldest first."""
        listed = self._line.pages("/pulls", state="open", sort="created", direction="asc")
        return tuple(pull.number("number") for pull in listed)

    def pulls_at(self, head: str, branch: str) -> tuple[int, ...]:
        """List the open pull requests at a commit, or else from a branch of that name."""
        return self._either(
            lambda: origins.read_pulls_at(self._line, head, branch),
            lambda: origins.read_pulls_at_plainly(self._line, head, branch),
        )

    def merged_labels(self, paths: Collection[str], commit: str) -> dict[str, tuple[str, ...]]:
        """Give for files the labels of the pull request by whose merge each was last changed."""
        return self._either(
            lambda: origins.read_merged_labels(self._line, paths, commit),
            lambda: origins.read_merged_labels_plainly(self._line, paths, commit),
        )

    def verdicts(self, commit: str) -> tuple[tuple[Check, ...], tuple[Status, ...]]:
        """List the Steward's check runs and the statuses on a commit that is no pull request's."""
        return checks_named(self._line, commit, CHECK), statuses_of(self._line, commit)

    def required_checks(self, branch: str) -> frozenset[str]:
        """Name the checks that a branch requires, beyond those told along with a pull request."""
        return required.read_required(self._line, branch, plainly=not self.can(GRAPHQL))

    def changes(self, pull: Pull) -> Changes:
        """List what a pull request changes, between its base and its head as observed."""
        return read_changes(self._line, pull, self.tree)

    def tree(self, commit: str) -> Tree:
        """List the files of a commit."""
        return self._kept.tree(commit, lambda each: read_tree(self._line, each))

    def read(self, names: Collection[FileName], cap: int) -> dict[FileName, FileText]:
        """Read files; what is not there is absent, what is larger than the cap has no data."""
        return self._kept.read(names, cap, self._read)

    def sync(self, branch: str, base: str) -> SyncState:
        """Observe the write-back branch against the branch that it is for."""
        return read_sync(self._line, branch, base, self.me())

    def role(self, login: str) -> Role:
        """Say what somebody may do in the repository."""
        return people.role_of(self._line, login)

    def members(self, team: str) -> frozenset[str]:
        """List the members of a team, given as ``organisation/team``."""
        return people.members_of(self._line, team)

    def default_branch(self) -> tuple[str, str]:
        """Give the name of the default branch, and its commit."""
        name, tip, me = self._either(
            lambda: branches.default_branch(self._line),
            lambda: branches.default_branch_plainly(self._line),
        )
        self._hand.me = self._hand.me or me
        return name, tip

    @contextmanager
    def slowly(self) -> Iterator[None]:
        """Spread out what is written inside, where it was opened with a pace."""
        self._is_slow = True
        try:
            yield
        finally:
            self._is_slow = False

    def perform(self, action: Action, known: Known) -> None:
        """Do one deed; a way that is refused is closed for the rest of the run."""
        if self.pace and self._is_slow:
            self.pace.admit(action)
        try:
            DEEDS[type(action)](self._hand, action, known)
        except RefusedError as error:
            if error.way == action.way:
                self.can.close(error.way, str(error))
            raise

    def _read(self, names: Collection[FileName], cap: int) -> dict[FileName, FileText]:
        return self._either(
            lambda: read_files(self._line, names, cap, self._foresight),
            lambda: read_files_plainly(self._line, names, cap),
        )
