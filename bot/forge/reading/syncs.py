"""The write-back branch: its commits over the base, and the pull requests from it."""

from collections.abc import Iterable
from itertools import islice
from urllib.parse import quote

from bot.forge.answer import Answer
from bot.forge.line import Line
from bot.forge.reading.branches import tip_of
from bot.forge.reading.people import is_ours, person
from bot.model.pull import PullStage
from bot.model.sync import SyncPull, SyncState
from bot.plan.sync_past import with_past

_AT_ONCE = 30  # each comes with two whole repositories


def read_sync(line: Line, branch: str, base: str, me: str) -> SyncState:
    """Observe the branch against the one that it is for."""
    head = tip_of(line, branch)
    past = tuple(_pulls(line, branch, me))
    pulls = tuple(pull for pull in past if pull.state is PullStage.OPEN)
    if head is None:
        return with_past(SyncState(branch, pulls=pulls), past)
    compared = line.get(f"/compare/{quote(base)}...{head}")
    commits = list(compared.parts("commits"))
    authors = [person(commit.at("author")) for commit in commits]
    state = SyncState(
        branch=branch,
        head=head,
        parent=compared.text_or_none("merge_base_commit", "sha"),
        mine=all(is_ours(author, me) for author in authors),
        files=tuple(
            (file.text("filename"), "" if file.text("status") == "removed" else file.text("sha"))
            for file in compared.parts("files")
        ),
        pulls=pulls,
    )
    return with_past(state, past)


def _pulls(line: Line, branch: str, me: str) -> Iterable[SyncPull]:
    """Give those that are open, and the latest; an old one may have been opened again."""
    words = {"head": f"{line.owner}:{branch}", "sort": "created", "direction": "desc"}
    pages = line.pages("/pulls", state="all", per_page=_AT_ONCE, **words)
    newest = [_pull(each, me) for each in islice(pages, _AT_ONCE)]
    is_whole = len(newest) < _AT_ONCE
    others = [] if is_whole else [_pull(each, me) for each in line.pages("/pulls", **words)]
    return {pull.number: pull for pull in (*newest, *others)}.values()


def _pull(each: Answer, me: str) -> SyncPull:
    closed = PullStage.MERGED if each.text("merged_at") else PullStage.CLOSED
    return SyncPull(
        number=each.number("number"),
        title=each.text("title"),
        body=each.text("body"),
        mine=is_ours(person(each.at("user")), me),
        state=PullStage.OPEN if each.text("state") == "open" else closed,
    )
