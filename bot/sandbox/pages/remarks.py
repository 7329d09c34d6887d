"""Review comments in their threads: what was said at lines of the difference."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from bot.sandbox.git.objects import read_blobs
from bot.sandbox.hub import Hub
from bot.sandbox.pages.dates import Moment, moment
from bot.sandbox.pages.people import Person, person
from bot.sandbox.pages.text.gfm import render_comment
from bot.sandbox.pages.text.sanitising import literal
from bot.sandbox.pages.text.setting import Setting
from bot.sandbox.records import Repository
from bot.sandbox.state.remarks import standing
from bot.sandbox.threads import Issue
from bot.sandbox.verdicts import ReviewComment

_KINDS = {"+": "add", "-": "del", "@": "hunk"}
_SHOWN = 4  # lines of the hunk above a thread


@dataclass(frozen=True, slots=True)
class Remark:
    """One comment in a thread."""

    anchor: str
    author: Person
    date: Moment
    text: Markup


@dataclass(frozen=True, slots=True)
class Thread:
    """A comment at a line, and the answers to it."""

    review_id: int
    path: str
    line: int | None
    start: int | None
    side: str
    hunk: tuple[tuple[str, Markup], ...]
    remarks: tuple[Remark, ...]
    outdated: bool = False

    @property
    def where(self) -> str:
        """Where it stands, in words."""
        if self.outdated:
            return "lines that have changed since"
        if self.line is None:
            return "the file"
        return f"lines {self.start} to {self.line}" if self.start else f"line {self.line}"


def find_threads(hub: Hub, issue: Issue) -> tuple[Thread, ...]:
    """Return all threads of a pull request, oldest first."""
    said = hub.store.find(ReviewComment, "issue_id = ?", issue.id)
    known = {each.id for each in said}
    roots = [each for each in said if each.in_reply_to_id not in known]
    replies = [each for each in said if each.in_reply_to_id in known]
    parents = {each.id: each.in_reply_to_id for each in replies}
    return tuple(
        _thread(hub, issue, [root, *(one for one in replies if _top(one.id, parents) == root.id)])
        for root in roots
    )


def of_review(threads: Iterable[Thread], review_id: int) -> tuple[Thread, ...]:
    """Return the threads that a review began."""
    return tuple(each for each in threads if each.review_id == review_id)


def _top(key: int, parents: dict[int, int | None]) -> int:
    while (parent := parents.get(key)) is not None:
        key = parent
    return key


def _thread(hub: Hub, issue: Issue, said: Sequence[ReviewComment]) -> Thread:
    root = said[0]
    setting = Setting(
        hub, hub.store.get(Repository, issue.repository_id), lines=_replaced(hub, root)
    )
    head, *rest = root.diff_hunk.split("\n")
    remarks = tuple(
        Remark(
            f"discussion_r{each.id}",
            person(hub, each.author_id),
            moment(each.created_at),
            render_comment(setting, each.body),
        )
        for each in said
    )
    shown = rest[-_SHOWN:] or ([head] if head else [])
    hunk = tuple((_KINDS.get(line[:1], "same"), literal(line)) for line in shown)
    line, start, _ = standing(hub, root)
    gone = root.line is not None and line is None
    return Thread(root.review_id, root.path, line, start, root.side, hunk, remarks, gone)


def _replaced(hub: Hub, root: ReviewComment) -> tuple[str, ...]:
    """Return the lines that a suggestion here would replace."""
    if root.line is None or root.side != "RIGHT":
        return ()
    name = f"{root.commit_id}:{root.path}"
    return file_lines(hub, name)[(root.start_line or root.line) - 1 : root.line]


def file_lines(hub: Hub, name: str) -> tuple[str, ...]:
    """Return the lines of a file, by its name in git (``commit:path``)."""
    data = read_blobs(hub.mirror, [name]).get(name, b"")
    return tuple(data.decode("utf-8", "replace").splitlines())
