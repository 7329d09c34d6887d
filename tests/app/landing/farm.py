"""A repository in memory whose default branch has specs, and people who work on their issues."""

from collections.abc import Callable, Collection, Mapping
from copy import copy
from dataclasses import dataclass, field, fields, replace
from functools import cache, wraps
from typing import ParamSpec

from bot.app.action.setup import Setup
from bot.app.landing.land import Landed, land
from bot.app.landing.look import BRANCH
from bot.errors import RefusedError
from bot.forge.can import Can
from bot.forge.door import FileName, FileText, Tree
from bot.model.blob_id import blob_id
from bot.model.entry import FileEntry, FileKind
from bot.model.issue import Child, Issue, Reason
from bot.model.pull import PullStage, PullState
from bot.model.sync import SyncPull, SyncState
from bot.plan.actions import Action, CloseIssue, CommitFiles, CreateIssue
from bot.plan.known import Known
from bot.plan.marker import LABEL
from tests.forge.memory import PULL, Memory

P = ParamSpec("P")

SETUP = Setup("acme/widgets", "https://github.test")
SPEC = "docs/specs/001-search.md"
CONFIG = ".github/spec-steward.yml"
TEMPLATE = """# Spec: [Title]

- **Status:** Draft | Review | Accepted | Implementing | Done

## Context

Why is this needed?

## Implementation plan

### Phase 1: [Name]

- [ ] [Task]
"""
WHOLE = """# Spec: Parcel search

- **Status:** Accepted

## Context

Support looks parcels up by hand.

## Implementation plan

### Phase 1: Index

- **Duration**: 2 weeks

- [ ] Choose an index
- [ ] Fill the index from the old table
  - [ ] Parcels of this year
  - [ ] All others

### Phase 2: Search

- [ ] Write the query
- [ ] Show the results
"""
HEAD = WHOLE.partition("### Phase 1")[0]
RULES = {"docs/specs/TEMPLATE.md": TEMPLATE}


class CrashError(Exception):
    """The run is cut off."""


@dataclass
class Barn(Memory):
    """A door that counts its deeds, and can break after any of them.

    As GitHub does, it lists what bears the label. For ``lag`` looks it lists nothing that was made
    since; ``between`` is what happens once so many more calls have been made.
    """

    deeds: list[Action] = field(default_factory=list)
    left: int | None = None
    looks: int = 0
    lag: int = 0
    written: dict[str, bytes] = field(default_factory=dict)
    refusing: set[str] = field(default_factory=set)
    written_on: str = ""
    between: tuple[int, Callable[[], object]] | None = None
    fresh: dict[int, int] = field(default_factory=dict)

    def issues(self) -> tuple[Issue, ...]:
        """List what bears the label, and what the Steward has made; what is new comes late."""
        self._pass()
        self.looks += 1
        late = {number for number, since in self.fresh.items() if self.looks <= since + self.lag}
        listed = (i for i in super().issues() if i.mine or LABEL in i.labels)
        found = (i for i in listed if i.number not in late)
        return tuple(replace(issue, children=self.parts(issue)) for issue in found)

    def sync(self, branch: str, base: str) -> SyncState:
        self._pass()
        return super().sync(branch, base)

    def whereabouts(self, numbers: Collection[int]) -> Mapping[int, Issue]:
        found = super().whereabouts(numbers)
        return {n: replace(issue, children=self.parts(issue)) for n, issue in found.items()}

    def parts(self, issue: Issue) -> tuple[Child, ...]:
        """Give the parts of an issue, whoever has opened, closed or deleted them."""
        there = [part.number for part in issue.children if part.number in self.standing]
        return tuple(Child(number, self.standing[number].is_open) for number in there)

    def perform(self, action: Action, known: Known) -> None:
        self._pass()
        if action.way in self.refusing:
            why = "Resource not accessible by integration"
            self.can.close(action.way, why)
            raise RefusedError(why, way=action.way, status=403, grant=f"{action.way}: write")
        if self.left is not None:
            if self.left <= 0:
                raise CrashError
            self.left -= 1
        if isinstance(action, CommitFiles):
            self.written, self.written_on = dict(action.wish.files), action.wish.base
        if isinstance(action, CloseIssue):
            issue = self.standing[self.of(action.ref, known)]
            assert not any(part.is_open for part in self.parts(issue)), "it has open parts"
        self.deeds.append(action)
        super().perform(action, known)
        if isinstance(action, CreateIssue):
            self.fresh[self.last] = self.looks

    def copy(self) -> "Barn":
        """Give another one; what its collections hold does not change."""
        assert self.between is None, "what happens then would happen here"
        other = replace(
            self, **{each.name: copy(getattr(self, each.name)) for each in fields(self)}
        )
        other.can = Can(dict(self.can.refused), dict(self.can.unseen))
        return other

    def _pass(self) -> None:
        """Let happen what is to happen in between."""
        if self.between:
            left, happen = self.between
            self.between = (left - 1, happen) if left else None
            if not left:
                happen()


class Farm:
    """A default branch, and what happens on it and to the issues of its specs."""

    def __init__(self, files: Mapping[str, str | None], config: str = "") -> None:
        self.door = Barn()
        self.files: dict[str, bytes] = {}
        own = {CONFIG: config} if config else {}
        self.push({**RULES, **own, **files})

    def copy(self) -> "Farm":
        """Give another one that stands just so; what happens on it changes nothing here."""
        other = copy(self)
        other.files = dict(self.files)
        other.door = self.door.copy()
        return other

    def push(self, files: Mapping[str, str | bytes | None]) -> None:
        """Let files be so on the default branch; None deletes one."""
        for path, text in files.items():
            if text is None:
                self.files.pop(path, None)
            else:
                self.files[path] = text.encode() if isinstance(text, str) else text
        commit = blob_id(repr(sorted(self.files.items())).encode())
        entries = [FileEntry(path, blob_id(data)) for path, data in sorted(self.files.items())]
        self.door.trees[commit] = Tree(tuple(entries))
        for path, data in self.files.items():
            held = FileText(blob_id(data), FileKind.REGULAR, len(data), data)
            self.door.texts[FileName(commit, path)] = held
        stays = {n.path: at for n, at in self.door.landed.items() if n.commit == self.door.tip}
        self.door.landed |= {FileName(commit, path): at for path, at in stays.items()}
        self.door.tip = commit

    def move(self, old: str, new: str) -> None:
        """Rename a file."""
        self.push({new: self.files[old], old: None})

    def text(self, path: str = SPEC) -> str:
        return self.files[path].decode()

    def edit(self, old: str, new: str, path: str = SPEC) -> None:
        """Let somebody change a document."""
        assert old in self.text(path), old
        self.push({path: self.text(path).replace(old, new, 1)})

    def run(self, *, forgets: bool = False, is_dry: bool = False) -> Landed:
        """Let the Steward run once; what was refused is known for a run, and no longer."""
        self.door.deeds.clear()
        self.door.can = Can()
        return land(self.door, replace(SETUP, is_dry=is_dry), forgets=forgets)

    def break_after(self, deeds: int) -> None:
        """Let a run be cut off after so many deeds, if it does as many."""
        self.door.left = deeds
        try:
            self.run()
        except CrashError:
            pass
        finally:
            self.door.left = None

    def settle(self) -> Landed:
        """Let it run; the next run has nothing left to do, and is not counted."""
        landed = self.run()
        deeds = list(self.door.deeds)
        again = self.run()
        assert again.plan == (), [action.kind for action in again.plan]
        self.door.deeds.extend(deeds)
        return landed

    def landed(self, path: str, *labels: str) -> None:
        """Say which labels the pull request had by which a file was merged."""
        number = self.door.number()
        self.door.pulls[number] = PullState(PULL, "steward[bot]", labels=labels)
        self.door.landed[FileName(self.door.tip, path)] = number

    def foreign(self, title: str, **values: object) -> int:
        """Let somebody open an issue of their own."""
        number = self.door.number()
        self.door.standing[number] = Issue(number * 7, number, title, "", mine=False)
        self.door.change_issue(number, **values)
        return number

    def lose(self, words: str) -> int:
        """Let somebody delete an issue, or transfer it."""
        gone = self.issue(words)
        del self.door.standing[gone.number]
        for issue in self.issues:
            parts = tuple(part for part in issue.children if part.number != gone.number)
            others = tuple(number for number in issue.blocked_by if number != gone.number)
            self.door.change_issue(issue.number, children=parts, blocked_by=others)
            if issue.parent == gone.number:
                self.door.change_issue(issue.number, parent=None)
        return gone.number

    @property
    def kinds(self) -> list[str]:
        """Give the kinds of the deeds of the last run."""
        return [action.kind for action in self.door.deeds]

    @property
    def issues(self) -> list[Issue]:
        return list(self.door.standing.values())

    def issue(self, words: str) -> Issue:
        """Find the one issue whose title has these words."""
        (found,) = [issue for issue in self.issues if words in issue.title]
        return found

    def close(self, words: str, reason: Reason = Reason.COMPLETED) -> None:
        number = self.issue(words).number
        self.door.change_issue(number, is_open=False, reason=reason)

    def reopen(self, words: str) -> None:
        self.door.change_issue(self.issue(words).number, is_open=True, reason=None)

    @property
    def sync(self) -> SyncState:
        return self.door.sync(BRANCH, "main")

    def sync_pull(self) -> SyncPull:
        (pull,) = self.sync.pulls
        return pull

    def merge_sync(self, files: Mapping[str, str | bytes] | None = None) -> None:
        """Let somebody merge the write-back: as it stands on its branch, or as ``files`` then."""
        pull = self.sync_pull()
        self.push(files or self.door.written)
        self._end(pull, PullStage.MERGED)

    def refuse_sync(self) -> None:
        """Let somebody close the write-back."""
        self._end(self.sync_pull(), PullStage.CLOSED)

    def describe_sync(self, body: str) -> None:
        """Let somebody replace all that the write-back says of itself."""
        state, pull = self.door.branches[BRANCH], replace(self.sync_pull(), body=body)
        self.door.branches[BRANCH] = replace(state, pulls=(pull,))

    def reword_commit(self) -> None:
        """Let somebody rewrite the message of the write-back's commit."""
        self.door.branches[BRANCH] = replace(self.door.branches[BRANCH], message="")

    def open_sync(self) -> None:
        """Let somebody open a pull request of their own from the branch of the write-back."""
        pull = SyncPull(self.door.number(), "Tick it", "So that checks run.", mine=False)
        self.door.branches[BRANCH] = replace(self.door.branches[BRANCH], pulls=(pull,))

    def take_sync(self, *, is_back: bool = False) -> None:
        """Let somebody else commit to the branch of the write-back, or take that back."""
        state = self.door.branches[BRANCH]
        head = blob_id(f"{state.head} and more".encode())
        self.door.branches[BRANCH] = replace(state, head=head, mine=is_back)

    def delete_branch(self) -> None:
        """Let somebody delete the branch of the write-back, once its pull request has ended.

        That keeps its commits.
        """
        self.door.branches[BRANCH] = SyncState(BRANCH, message=self.sync.message)

    def delete(self, number: int) -> None:
        """Let somebody delete an issue, or move it to another repository."""
        gone = self.door.standing.pop(number)
        for issue in self.issues:
            parts = tuple(part for part in issue.children if part.number != number)
            parent = None if issue.parent == gone.number else issue.parent
            after = tuple(n for n in issue.blocked_by if n != number)
            self.door.change_issue(issue.number, children=parts, parent=parent, blocked_by=after)

    def hang(self, number: int, parent: int | None) -> None:
        """Let somebody put an issue under another one, or under none."""
        for issue in self.issues:
            parts = [part for part in issue.children if part.number != number]
            added = [Child(number)] if issue.number == parent else []
            self.door.change_issue(issue.number, children=(*parts, *added))
        self.door.change_issue(number, parent=parent)

    def _end(self, pull: SyncPull, stage: PullStage) -> None:
        state = self.door.branches[BRANCH]
        self.door.branches[BRANCH] = replace(state, pulls=())
        gone = self.door.past.get(BRANCH, ())
        self.door.past[BRANCH] = (*gone, replace(pull, state=stage, head=state.head or ""))


def created(farm: Farm) -> list[str]:
    """Give the titles of the issues that the last run opened."""
    return [deed.wish.title for deed in farm.door.deeds if isinstance(deed, CreateIssue)]


def once(make: Callable[P, Farm]) -> Callable[P, Farm]:
    """Make a farm once, and give each test a copy of its own."""
    made = cache(make)

    @wraps(make)
    def copied(*args: P.args, **values: P.kwargs) -> Farm:
        return made(*args, **values).copy()  # type: ignore[arg-type]  # all of them are words

    return copied
