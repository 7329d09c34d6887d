"""The write-back branch: its commits over the base, and the pull requests from it."""

from collections.abc import Iterable
from dataclasses import replace
from itertools import islice
from urllib.parse import quote

from bot.errors import ForgeError
from bot.forge.answer import Answer
from bot.forge.line import Line
from bot.forge.reading.branches import tip_of
from bot.forge.reading.people import is_ours, person
from bot.model.pull import PullStage
from bot.model.sync import SyncPull, SyncState
from bot.plan.sync_marker import digest_of, last_word
from bot.plan.sync_past import with_past

_AT_ONCE = 30  # each comes with two whole repositories
_NOT_FOUND = 404


def read_sync(line: Line, branch: str, base: str, me: str) -> SyncState:
    """Observe the branch against the one that it is for."""
    head = tip_of(line, branch)
    past = tuple(_pulls(line, branch, me))
    pulls = tuple(pull for pull in past if pull.state is PullStage.OPEN)
    state = with_past(SyncState(branch, head, pulls=pulls), past)
    if head is None:
        return replace(state, message=_left_in(line, state.own, base, me))
    compared = _compared(line, base, head)
    ours = [is_ours(person(commit.at("author")), me) for commit in compared.parts("commits")]
    return replace(
        state,
        parent=compared.text_or_none("merge_base_commit", "sha"),
        mine=all(ours),
        files=tuple(
            (file.text("filename"), "" if file.text("status") == "removed" else file.text("sha"))
            for file in compared.parts("files")
        ),
        message=_message(compared, me),
    )


def _compared(line: Line, base: str, head: str) -> Answer:
    return line.get(f"/compare/{quote(base)}...{head}")


def _message(compared: Answer, me: str) -> str:
    """Give what our newest commit says, whatever others have said above it."""
    ours = (each for each in compared.parts("commits") if is_ours(person(each.at("author")), me))
    return last_word([commit.text("commit", "message") for commit in ours])


def _left_in(line: Line, own: SyncPull | None, base: str, me: str) -> str:
    """Ask for the commits of one that was closed and says nothing: GitHub keeps them with it."""
    if own is None or own.state is not PullStage.CLOSED or digest_of(own.body) is not None:
        return ""
    try:
        return _message(_compared(line, base, own.head), me)
    except ForgeError as error:
        if error.status != _NOT_FOUND:
            raise
        return ""


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
        head=each.text("head", "sha"),
    )
