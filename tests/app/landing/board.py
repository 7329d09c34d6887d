"""What people find in the repository after a run: the issues as a tree, and the write-back."""

import re
from collections.abc import Iterator
from itertools import takewhile
from typing import NamedTuple

from bot.app.landing.look import BRANCH
from bot.markdown.inline import plain
from bot.model.spec import Item
from bot.render.reading import CLOSED, readable
from bot.sandbox.git.objects import find_entry, read_blob
from bot.sandbox.hub import Hub
from bot.sandbox.refusal import existing
from bot.sandbox.state.families import blockers_of, children_of
from bot.sandbox.state.issues import find_issue
from bot.sandbox.state.labels import labels_of
from bot.sandbox.state.pulls import branch_tip, files_of
from bot.sandbox.threads import Comment, Issue
from bot.sandbox.verdicts import Pull

_BOX = re.compile(r"\s*- (\[[ x]\] .*)")
_PROGRESS = re.compile(r"[▰▱]+ \*\*(.*)\*\*")
_SIGNS = {"open": "○", "completed": "✓", "not_planned": "✗", "reopened": "○"}


class Seen(NamedTuple):
    """All that there is to see; an issue and its boxes are one block of lines."""

    issues: tuple[str, ...] = ()
    write_back: tuple[str, ...] = ()


def issues_of(hub: Hub) -> Iterator[str]:
    """Give the issues as lines: how each stands, what it says of progress, its boxes."""
    with hub.lock, hub.store.transaction():
        for root in hub.store.find(Issue, "is_pull = 0 AND parent_id IS NULL ORDER BY number"):
            yield from _tree(hub, root, "")


def _tree(hub: Hub, issue: Issue, indent: str) -> Iterator[str]:
    sign = _SIGNS[(issue.state_reason or issue.state) if issue.state == "closed" else "open"]
    waits = ", ".join(f"#{each.number}" for each in blockers_of(hub, issue))
    after = f" (blocked by {waits})" if waits else ""
    body = issue.body or ""
    said = _PROGRESS.search(body)
    far = f": {said[1]}" if said else ""
    boxes = [f"{indent}      {box[1]}" for line in body.split("\n") if (box := _BOX.match(line))]
    yield "\n".join((f"{indent}{sign} #{issue.number} {issue.title}{far}{after}", *boxes))
    for child in children_of(hub, issue):
        yield from _tree(hub, child, f"{indent}  ")


def write_back(hub: Hub) -> Pull | None:
    """Find the write-back where it is open."""
    with hub.lock, hub.store.transaction():
        for pull in hub.store.find(Pull, "head_ref = ? AND merged_at IS NULL", BRANCH):
            if _thread(hub, pull).state == "open":
                return pull
    return None


def write_back_lines(hub: Hub) -> Iterator[str]:
    """Give the write-back as lines: its title, and what it writes."""
    pull = write_back(hub)
    if pull is None:
        return
    with hub.lock, hub.store.transaction():
        thread, files = _thread(hub, pull), files_of(hub, pull)
    yield f"write-back #{thread.number}: {thread.title}"
    for file in files:
        assert file.additions == file.deletions
        for line in (file.patch or "").split("\n"):
            if line.startswith("+"):
                yield f"    {line[1:].strip()}"


def number_of(hub: Hub, pull: Pull) -> int:
    with hub.lock, hub.store.transaction():
        return _thread(hub, pull).number


def is_on_main(hub: Hub, path: str) -> bool:
    with hub.lock, hub.store.transaction():
        tip = branch_tip(hub, hub.repository, "main")
        return find_entry(hub.mirror, tip or "", path) is not None


def text_on_main(hub: Hub, path: str) -> str:
    """Read a document as the default branch has it."""
    with hub.lock, hub.store.transaction():
        tip = branch_tip(hub, hub.repository, "main")
        entry = find_entry(hub.mirror, tip or "", path)
        assert entry is not None
        return (read_blob(hub.mirror, entry.sha) or b"").decode()


def _thread(hub: Hub, pull: Pull) -> Issue:
    return hub.store.get(Issue, pull.issue_id)


def boxes_on(text: str) -> str:
    """Count the boxes of a document."""
    ticked, all_of_them = text.count("- [x]"), len(re.findall(r"- \[[ x]\]", text))
    return f"{ticked} of {all_of_them} boxes ticked"


def seen(hub: Hub) -> Seen:
    return Seen(tuple(issues_of(hub)), tuple(write_back_lines(hub)))


def news(before: Seen, after: Seen) -> Iterator[str]:
    """Give what was not there before, and say if the write-back is there no longer."""
    for block in after.issues:
        if block not in before.issues:
            yield from block.split("\n")
    head, *lines = after.write_back or ("",)
    if after.write_back and after.write_back != before.write_back:
        yield head
        yield from (line for line in lines if line not in before.write_back)
    if before.write_back and not after.write_back:
        yield "no write-back is open any more"


def said_on(hub: Hub, number: int) -> Iterator[str]:
    """Give what the comment on a pull request says of issues."""
    with hub.lock, hub.store.transaction():
        thread = existing(find_issue(hub, hub.repository, number))
        labels = [each.name for each in labels_of(hub, thread)]
        comments = hub.store.find(Comment, "issue_id = ?", thread.id)
    yield from labels
    for comment in comments:
        lines = readable(comment.body.partition("\n")[2], 0)
        yield from takewhile(lambda line: not line.startswith(CLOSED), filter(None, lines))


def issue_about(hub: Hub, item: Item) -> Issue:
    """Find the issue of a task: the one that it names, or before that one of its words."""
    with hub.lock, hub.store.transaction():
        if item.issue:
            return existing(find_issue(hub, hub.repository, item.issue))
        known = hub.store.find(Issue, "is_pull = 0 ORDER BY number")
    (found,) = [issue for issue in known if plain(item.text) in issue.title]
    return found
