"""What is set up before a door is tried: the same scene behind each of them.

One pull request, #1 where it is up to us, whose branch adds, changes, renames and deletes; and
people who comment, label and review. Behind the embedded GitHub, or a real one, it is set up by
requests; in memory by hand; for a recording it has happened already.
"""

import base64
import json
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Protocol

import requests

from bot.forge.door import Changes, FileName, FileText, Tree
from bot.model.blob_id import blob_id
from bot.model.change import Change, ChangeKind
from bot.model.entry import FileEntry, FileKind
from bot.model.pull import Comment, Labelling, Person, PullStage, PullState, Remark, Review
from bot.model.role import Role
from tests.forge.memory import ME, PULL, Memory

OLD = "".join(f"line {number}\n" for number in range(30))
BASE: dict[str, bytes] = {
    "docs/specs/001-old.md": OLD.encode(),
    "docs/specs/002-moved.md": OLD.replace("line", "row").encode(),
    "docs/specs/003-gone.md": b"# Gone\n",
    "docs/specs/with space & #.md": b"# Odd\n",
}
HEAD: dict[str, bytes] = {
    "docs/specs/001-old.md": OLD.encode() + b"more\n",
    "docs/specs/004-moved.md": OLD.replace("line", "row").encode(),
    "docs/specs/005-bom.md": b"\xef\xbb\xbf# Mark\r\n\r\nand ends\r\n",
    "docs/specs/006-latin.md": b"# Caf\xe9\n",
    "docs/specs/007-zero.bin": b"\0\1\2",
    "docs/specs/with space & #.md": b"# Odd\n",
}
CHANGES = (
    Change("docs/specs/001-old.md", None, ChangeKind.MODIFIED),
    Change("docs/specs/003-gone.md", None, ChangeKind.DELETED),
    Change("docs/specs/004-moved.md", "docs/specs/002-moved.md", ChangeKind.RENAMED),
    Change("docs/specs/005-bom.md", None, ChangeKind.ADDED),
    Change("docs/specs/006-latin.md", None, ChangeKind.ADDED),
    Change("docs/specs/007-zero.bin", None, ChangeKind.ADDED),
)
HUNKS = {
    "docs/specs/001-old.md": ((28, 32),),
    "docs/specs/003-gone.md": (),
    "docs/specs/004-moved.md": (),
    "docs/specs/005-bom.md": ((1, 4),),
    "docs/specs/006-latin.md": ((1, 2),),
    "docs/specs/007-zero.bin": (),
}


class Stage(Protocol):
    """Where people do things that the Steward then finds."""

    pull: int

    def comment(self, login: str, body: str) -> None: ...

    def reword(self, login: str, body: str) -> None:
        """Say something else in the last comment."""
        ...

    def react(self, login: str, content: str) -> None:
        """React to the last comment."""
        ...

    def remark(self, login: str, path: str, line: int, body: str) -> None: ...

    def label(self, login: str, name: str) -> None: ...

    def unlabel(self, login: str, name: str) -> None: ...

    def approve(self, login: str, body: str) -> None: ...

    def merge(self, login: str, method: str) -> None: ...

    def close(self, login: str, number: int) -> None:
        """Close another pull request, without merging it."""
        ...

    def require(self, check: str, by: str) -> None:
        """Let the base branch require a check, by its protection or by a ruleset."""
        ...


@dataclass
class MemoryStage:
    """The scene in memory."""

    memory: Memory
    pull: int = PULL.number

    @classmethod
    def set(cls) -> "MemoryStage":
        memory = Memory(pulls={PULL.number: PullState(PULL, ME.login)})
        files = tuple(replace(c, blob=_blob(c.path), hunks=HUNKS[c.path]) for c in CHANGES)
        memory.changed[PULL.number] = Changes(PULL.base, files)
        for commit, texts in ((PULL.base, BASE), (PULL.head, HEAD)):
            entries = (FileEntry(path, blob_id(data)) for path, data in sorted(texts.items()))
            memory.trees[commit] = Tree(tuple(entries))
            memory.texts |= {
                FileName(commit, path): FileText(blob_id(data), FileKind.REGULAR, len(data), data)
                for path, data in texts.items()
            }
        memory.roles |= {"ann": Role.ADMIN, "bob": Role.WRITE, "eve": Role.TRIAGE}
        return cls(memory)

    def comment(self, login: str, body: str) -> None:
        id_ = self.memory.number()
        made = Comment(id_, f"IC_{id_}", "", Person(login), body, mine=False)
        self.memory.change_pull(self.pull, comments=(*self._state.comments, made))

    def reword(self, login: str, body: str) -> None:  # noqa: ARG002 - anybody here
        *others, last = self._state.comments
        changed = replace(last, body=body, is_edited=True)
        self.memory.change_pull(self.pull, comments=(*others, changed))

    def react(self, login: str, content: str) -> None: ...  # none but our own are seen

    def remark(self, login: str, path: str, line: int, body: str) -> None:  # noqa: ARG002 - no lines
        made = Remark(self.memory.number(), body, mine=False)
        self.memory.change_pull(self.pull, remarks=(*self._state.remarks, made))

    def label(self, login: str, name: str) -> None:
        event = Labelling(name, Person(login), "", is_set=True)
        events = (*self._state.labellings, event)
        self.memory.change_pull(self.pull, labels=(*self._state.labels, name), labellings=events)

    def unlabel(self, login: str, name: str) -> None:
        event = Labelling(name, Person(login), "", is_set=False)
        left = tuple(each for each in self._state.labels if each != name)
        events = (*self._state.labellings, event)
        self.memory.change_pull(self.pull, labels=left, labellings=events)

    def approve(self, login: str, body: str) -> None:
        may = self.memory.roles[login].rank >= Role.WRITE.rank
        number, head = self.memory.number(), self._state.pull.head
        review = Review(number, Person(login), "approved", head, "", body, may)
        self.memory.change_pull(self.pull, reviews=(*self._state.reviews, review))

    def merge(self, login: str, method: str) -> None:  # noqa: ARG002 - all end in one commit
        merged = replace(
            self._state.pull,
            stage=PullStage.MERGED,
            merge_commit="c" * 40,
            merged_at=self.memory.stamp(),
        )
        self.memory.change_pull(self.pull, pull=merged)
        self.memory.tip = "c" * 40
        for change in CHANGES:
            self.memory.landed[FileName("c" * 40, change.path)] = self.pull

    def close(self, login: str, number: int) -> None:  # noqa: ARG002 - anybody here
        for branch, state in self.memory.branches.items():
            (pull,) = (each for each in state.pulls if each.number == number)
            closed = replace(pull, state=PullStage.CLOSED)
            self.memory.past[branch] = (*self.memory.past.get(branch, ()), closed)
            self.memory.branches[branch] = replace(state, pulls=())

    def require(self, check: str, by: str) -> None:
        branch, names = self._state.pull.base_branch, frozenset((check,))
        if by == "ruleset":
            self.memory.rules[branch] = names
        else:
            self.memory.change_pull(self.pull, required=names)

    @property
    def _state(self) -> PullState:
        return self.memory.pulls[self.pull]


def _blob(path: str) -> str | None:
    return blob_id(HEAD[path]) if path in HEAD else None


class RestStage:
    """The scene behind REST: a repository to fill, and a token for each of the people."""

    def __init__(self, home: str, tokens: dict[str, str]) -> None:
        self._home = home
        self._tokens = tokens
        self.pull = 0

    def set(self, branch: str = "spec") -> None:
        """Fill the repository, and open the pull request."""
        main = self._do("ann", "GET", "/git/ref/heads/main")["object"]["sha"]
        base = self._commit(main, dict(BASE), "before")
        self._do("ann", "PATCH", "/git/refs/heads/main", {"sha": base, "force": True})
        changed: dict[str, bytes | None] = {p: d for p, d in HEAD.items() if BASE.get(p) != d}
        changed |= {path: None for path in BASE if path not in HEAD}
        head = self._commit(base, changed, "after")
        self._do("ann", "POST", "/git/refs", {"ref": f"refs/heads/{branch}", "sha": head})
        said = {"title": "Add a spec", "head": branch, "base": "main", "body": "Words"}
        self.pull = self._do("ann", "POST", "/pulls", said)["number"]

    def comment(self, login: str, body: str) -> None:
        self._do(login, "POST", f"/issues/{self.pull}/comments", {"body": body})

    def reword(self, login: str, body: str) -> None:
        self._do(login, "PATCH", f"/issues/comments/{self._last(login)}", {"body": body})

    def react(self, login: str, content: str) -> None:
        path = f"/issues/comments/{self._last(login)}/reactions"
        self._do(login, "POST", path, {"content": content})

    def remark(self, login: str, path: str, line: int, body: str) -> None:
        head = self._do(login, "GET", f"/pulls/{self.pull}")["head"]["sha"]
        said = {"body": body, "path": path, "line": line, "commit_id": head}
        self._do(login, "POST", f"/pulls/{self.pull}/comments", said)

    def label(self, login: str, name: str) -> None:
        self._do(login, "POST", f"/issues/{self.pull}/labels", {"labels": [name]})

    def unlabel(self, login: str, name: str) -> None:
        self._do(login, "DELETE", f"/issues/{self.pull}/labels/{name}")

    def approve(self, login: str, body: str) -> None:
        said = {"event": "APPROVE", "body": body}
        self._do(login, "POST", f"/pulls/{self.pull}/reviews", said)

    def merge(self, login: str, method: str) -> None:
        self._do(login, "PUT", f"/pulls/{self.pull}/merge", {"merge_method": method})

    def close(self, login: str, number: int) -> None:
        self._do(login, "PATCH", f"/pulls/{number}", {"state": "closed"})

    def require(self, check: str, by: str) -> None:
        """Ask the embedded GitHub for it; at a real one, rules are set by hand."""
        url = self._home.partition("/repos/")[0] + "/_sandbox/rules"
        said = {"branch": "main", "checks": [check], "by": by}
        requests.post(url, json=said, timeout=30).raise_for_status()

    def _last(self, login: str) -> int:
        return int(self._do(login, "GET", f"/issues/{self.pull}/comments")[-1]["id"])

    def _commit(self, parent: str, files: dict[str, bytes | None], message: str) -> str:
        entries = [
            {"path": path, "mode": "100644", "type": "blob", "sha": data and self._blob(data)}
            for path, data in files.items()
        ]
        tree = self._do("ann", "POST", "/git/trees", {"base_tree": parent, "tree": entries})
        said = {"message": message, "tree": tree["sha"], "parents": [parent]}
        return str(self._do("ann", "POST", "/git/commits", said)["sha"])

    def _blob(self, data: bytes) -> str:
        said = {"content": base64.b64encode(data).decode(), "encoding": "base64"}
        return str(self._do("ann", "POST", "/git/blobs", said)["sha"])

    def _do(self, login: str, method: str, path: str, body: object = None):  # type: ignore[no-untyped-def]  # noqa: ANN202 - JSON
        headers = {"Authorization": f"Bearer {self._tokens[login]}", STAGED: "yes"}
        data = None if body is None else json.dumps(body)
        answer = requests.request(method, self._home + path, data=data, headers=headers, timeout=30)
        answer.raise_for_status()
        return answer.json() if answer.content else None


STAGED = "X-Staged"
"""the header of requests that set a scene up: they are no part of a recording"""


@dataclass
class RecordedStage:
    """The scene as it was when it was recorded; all that people do has happened."""

    pull: int

    @classmethod
    def read(cls, notes: Path) -> "RecordedStage":
        return cls(json.loads(notes.read_text(encoding="utf-8"))["pull"])

    def comment(self, login: str, body: str) -> None: ...

    def reword(self, login: str, body: str) -> None: ...

    def react(self, login: str, content: str) -> None: ...

    def remark(self, login: str, path: str, line: int, body: str) -> None: ...

    def label(self, login: str, name: str) -> None: ...

    def unlabel(self, login: str, name: str) -> None: ...

    def approve(self, login: str, body: str) -> None: ...

    def merge(self, login: str, method: str) -> None: ...

    def close(self, login: str, number: int) -> None: ...

    def require(self, check: str, by: str) -> None: ...
