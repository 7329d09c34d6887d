"""A conversation in its order: what was said, done, pushed and judged."""

from collections.abc import Iterator
from datetime import UTC, datetime
from operator import itemgetter

from bot.sandbox.git.objects import Commit
from bot.sandbox.hub import Hub
from bot.sandbox.pages.dates import moment, moment_of
from bot.sandbox.pages.deeds import deed, joined
from bot.sandbox.pages.entries import Deed, Entry, Push, Said, Stance
from bot.sandbox.pages.people import person
from bot.sandbox.pages.reactions import reactions
from bot.sandbox.pages.remarks import find_threads, of_review
from bot.sandbox.pages.text.gfm import render_comment
from bot.sandbox.pages.text.setting import Setting
from bot.sandbox.records import Repository, User
from bot.sandbox.state.people import association
from bot.sandbox.state.pulls import commits_of
from bot.sandbox.threads import Comment, Event, Issue
from bot.sandbox.verdicts import Pull, Review

_Dated = tuple[datetime, int, Entry]


def description(hub: Hub, issue: Issue) -> Said:
    """Return what an issue or a pull request begins with."""
    setting = _setting(hub, issue)
    return Said(
        anchor=f"issue-{issue.id}",
        author=person(hub, issue.author_id),
        role=_role(setting, issue.author_id),
        date=moment(issue.created_at),
        edited=False,
        text=render_comment(setting, issue.body),
        reactions=reactions(hub, issue.id),
    )


def conversation(hub: Hub, issue: Issue, pull: Pull | None = None) -> tuple[Entry, ...]:
    """Return what followed, oldest first."""
    told: list[Entry] = []
    pushed = _pushed(hub, pull) if pull else ()
    dated = [*_said(hub, issue), *_done(hub, issue), *_judged(hub, issue), *pushed]
    for _, _, entry in sorted(dated, key=itemgetter(0, 1)):
        last = told[-1] if told else None
        both = joined(last, entry) if isinstance(entry, Deed) else None
        told[-1:] = [each for each in ((both,) if both else (last, entry)) if each]
    return tuple(told)


def push(commit: Commit) -> Push:
    """Return a commit."""
    subject, _, body = commit.message.partition("\n")
    date = moment_of(commit.committer.date)
    return Push(commit.sha, commit.author.name, subject, body.strip(), date)


def _said(hub: Hub, issue: Issue) -> Iterator[_Dated]:
    setting = _setting(hub, issue)
    for each in hub.store.find(Comment, "issue_id = ?", issue.id):
        said = Said(
            anchor=f"issuecomment-{each.id}",
            author=person(hub, each.author_id),
            role=_role(setting, each.author_id),
            date=moment(each.created_at),
            edited=each.edited_at is not None,
            text=render_comment(setting, each.body),
            folded=(each.minimized or "").lower().replace("_", " "),
            reactions=reactions(hub, each.id),
        )
        yield _time(each.created_at), each.id, said


def _done(hub: Hub, issue: Issue) -> Iterator[_Dated]:
    for each in hub.store.find(Event, "issue_id = ?", issue.id):
        yield _time(each.created_at), each.id, deed(hub, each)


def _judged(hub: Hub, issue: Issue) -> Iterator[_Dated]:
    threads = find_threads(hub, issue)
    setting = _setting(hub, issue)
    for each in hub.store.find(Review, "issue_id = ?", issue.id):
        if each.submitted_at is None:
            continue
        begun = of_review(threads, each.id)
        if each.state == "COMMENTED" and not each.body and not begun:
            continue  # answers in a thread come as reviews of their own, and stand there
        stance = Stance(
            anchor=f"pullrequestreview-{each.id}",
            author=person(hub, each.author_id),
            date=moment(each.submitted_at),
            state=each.state,
            text=render_comment(setting, each.body),
            threads=begun,
        )
        yield _time(each.submitted_at), each.id, stance


def _pushed(hub: Hub, pull: Pull) -> Iterator[_Dated]:
    for place, commit in enumerate(commits_of(hub, pull)):
        yield commit.committer.date.astimezone(UTC), place, push(commit)


def _time(stamp: str) -> datetime:
    return datetime.fromisoformat(stamp)


def _setting(hub: Hub, issue: Issue) -> Setting:
    return Setting(hub, hub.store.get(Repository, issue.repository_id))


def _role(setting: Setting, key: int) -> str:
    """Say how somebody stands to the repository, as the sign at their comments does."""
    user = setting.hub.store.get(User, key)
    words = {"OWNER": "Owner", "COLLABORATOR": "Collaborator"}
    return words.get(association(setting.hub, setting.repository, user), "")
