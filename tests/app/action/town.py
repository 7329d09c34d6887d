"""A repository in memory with one pull request, pushed to and labelled as a test tells it."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from difflib import SequenceMatcher

from bot.app.action.attend import Attended, attend
from bot.app.action.setup import Setup
from bot.errors import RefusedError
from bot.forge.door import Changes, FileName, FileText, Tree
from bot.model.blob_id import blob_id
from bot.model.change import Change, ChangeKind
from bot.model.entry import FileEntry, FileKind
from bot.model.pull import Check, Comment, PullStage, PullState, Status
from bot.plan.actions import Action
from bot.plan.known import Known
from tests.forge.memory import PULL, Memory

SETUP = Setup("acme/widgets", "https://github.test")
SPEC = "docs/specs/001-search.md"
TEMPLATE = """# Spec: [Title]

- **Status:** Draft | Review | Accepted | Done

## Context

Why is this needed?

## Design

How does it work?

## Open questions

- [ ] [Question]
"""
WHOLE = """# Spec: Parcel search

- **Status:** Draft

## Context

Support looks parcels up by hand.

## Design

A field, and an index behind it.

## Open questions

None
"""
RULES = {"docs/specs/TEMPLATE.md": TEMPLATE}
Files = Mapping[str, str | bytes | FileKind | None]


@dataclass
class Gate(Memory):
    """A door that refuses some ways, and counts the deeds that it let pass."""

    refusing: set[str] = field(default_factory=set)
    deeds: list[Action] = field(default_factory=list)
    looks: int = 0

    def pull(self, number: int) -> PullState:
        self.looks += 1
        return super().pull(number)

    def verdicts(self, commit: str) -> tuple[tuple[Check, ...], tuple[Status, ...]]:
        found = [s for s in self.pulls.values() if s.pull.head == commit]
        return (found[0].checks, found[0].statuses) if found else ((), ())

    def perform(self, action: Action, known: Known) -> None:
        if action.way in self.refusing:
            why, grant = "Resource not accessible by integration", f"{action.way}: write"
            self.can.close(action.way, why)
            raise RefusedError(why, way=action.way, status=403, grant=grant)
        self.deeds.append(action)
        super().perform(action, known)


class Town:
    """A base branch, a pull request on it, and what happens to them."""

    def __init__(self, head: Files, base: Files | None = None) -> None:
        self.door = Gate()
        self.base: dict[str, str | bytes | FileKind] = {}
        self.number = PULL.number
        self.door.pulls[self.number] = PullState(PULL, "steward[bot]")
        self.land({**RULES, **(base or {})})
        self.files: Files = {}
        self.push(head)

    @property
    def state(self) -> PullState:
        return self.door.pulls[self.number]

    def land(self, files: Files) -> None:
        """Put files on the base branch."""
        self.base = _laid(self.base, files)
        entries = [FileEntry(path, None, _kind(text)) for path, text in sorted(self.base.items())]
        self.door.trees[PULL.base] = Tree(tuple(entries))
        self._write(PULL.base, self.base)

    def push(self, files: Files, renamed: Mapping[str, str] | None = None) -> str:
        """Push a head that has these files over those of the base; None deletes one."""
        self.files, head = files, _laid(self.base, files)
        commit = blob_id(repr(sorted(head.items())).encode())
        self._write(commit, head)
        changes = Changes(PULL.base, tuple(_changes(self.base, head, renamed or {})))
        self.door.changed[self.number] = changes
        is_new = commit != self.state.pull.head
        self.change(head=commit)
        if is_new:
            self.door.change_pull(self.number, checks=(), statuses=())
        return commit

    def change(self, **values: object) -> None:
        """Change what the pull request itself is: a draft, merged, from a fork."""
        pull = replace(self.state.pull, **values)  # type: ignore[arg-type]  # by name
        self.door.change_pull(self.number, pull=pull)

    def merge(self) -> None:
        self.change(stage=PullStage.MERGED, merge_commit="c" * 40, merged_at=self.door.stamp())

    def close(self) -> None:
        self.change(stage=PullStage.CLOSED)

    def label(self, *names: str) -> None:
        self.door.change_pull(self.number, labels=(*self.state.labels, *names))

    def run(self, **setup: object) -> Attended:
        """Let the Steward look once."""
        self.door.deeds.clear()
        self.door.looks = 0
        self.door.can.refused.clear()
        return attend(self.door, self.number, replace(SETUP, **setup))  # type: ignore[arg-type]

    @property
    def kinds(self) -> list[str]:
        """Name what the last run has done."""
        return [action.kind for action in self.door.deeds]

    @property
    def comment(self) -> Comment:
        (own,) = [comment for comment in self.state.comments if comment.mine]
        return own

    @property
    def conclusion(self) -> str | None:
        return self.state.checks[-1].conclusion if self.state.checks else None

    def _write(self, commit: str, files: Files) -> None:
        for path, text in files.items():
            if text is not None:
                self.door.texts[FileName(commit, path)] = _text(text)


def _laid(base: Files, files: Files) -> dict[str, str | bytes | FileKind]:
    return {path: text for path, text in {**base, **files}.items() if text is not None}


def _kind(text: str | bytes | FileKind) -> FileKind:
    return text if isinstance(text, FileKind) else FileKind.REGULAR


def _text(text: str | bytes | FileKind) -> FileText:
    if isinstance(text, FileKind):
        return FileText("0" * 40, text, 9, b"elsewhere")
    data = text.encode("utf-8", "surrogatepass") if isinstance(text, str) else text
    return FileText(blob_id(data), FileKind.REGULAR, len(data), data)


def _changes(base: Files, head: Files, renamed: Mapping[str, str]) -> list[Change]:
    old = {new: old for old, new in renamed.items()}
    found = []
    for path in sorted({*base, *head} - set(renamed)):
        if path in old:
            hunks = _hunks(base[old[path]], head[path])
            found.append(Change(path, old[path], ChangeKind.RENAMED, hunks=hunks))
        elif path not in head:
            found.append(Change(path, None, ChangeKind.DELETED))
        elif path not in base:
            found.append(Change(path, None, ChangeKind.ADDED, hunks=_hunks("", head[path])))
        elif base[path] != head[path]:
            hunks = _hunks(base[path], head[path])
            found.append(Change(path, None, ChangeKind.MODIFIED, hunks=hunks))
    return found


def _hunks(
    base: str | bytes | FileKind | None, head: str | bytes | FileKind | None
) -> tuple[tuple[int, int], ...]:
    """Give the lines that a difference shows, three around each that has changed."""
    if not isinstance(base, str) or not isinstance(head, str):
        return ()
    matcher = SequenceMatcher(None, base.split("\n"), head.split("\n"), autojunk=False)
    return tuple((each[0][3] + 1, each[-1][4] + 1) for each in matcher.get_grouped_opcodes(3))
