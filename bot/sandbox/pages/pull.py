"""A pull request's pages: the conversation, commits, checks and files."""

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from bot.sandbox.hub import Hub
from bot.sandbox.pages.conversation import conversation, description, push
from bot.sandbox.pages.files import files_page
from bot.sandbox.pages.marks import State, chips_of, state_of
from bot.sandbox.pages.merge import Merging, merging
from bot.sandbox.pages.paper import Frame, fill
from bot.sandbox.pages.people import Person, person, show_user
from bot.sandbox.pages.runs import marks_of, runs_of
from bot.sandbox.records import Repository, User
from bot.sandbox.state.issues import assignees_of
from bot.sandbox.state.pulls import commits_of, files_of
from bot.sandbox.threads import Issue, Milestone
from bot.sandbox.verdicts import Pull


@dataclass(frozen=True, slots=True)
class Head:
    """What stands above each of its tabs."""

    number: int
    title: str
    state: State
    author: Person
    base: str
    head: str
    merged_by: Person | None
    commits: int
    checks: int
    files: int
    added: int
    removed: int


def head(hub: Hub, issue: Issue, pull: Pull) -> Head:
    """Return the head of a pull request's pages."""
    files = files_of(hub, pull)
    repository = hub.store.get(Repository, pull.repository_id)
    owner = hub.store.get(User, pull.head_owner_id).login
    foreign = pull.head_repository_id != pull.repository_id
    return Head(
        number=issue.number,
        title=issue.title,
        state=state_of(issue, pull),
        author=person(hub, issue.author_id),
        base=pull.base_ref,
        head=f"{owner}:{pull.head_ref}" if foreign else pull.head_ref,
        merged_by=person(hub, pull.merged_by_id) if pull.merged_by_id else None,
        commits=len(commits_of(hub, pull)),
        checks=len(marks_of(hub, repository, pull.head_sha)),
        files=len(files),
        added=sum(each.additions for each in files),
        removed=sum(each.deletions for each in files),
    )


def conversation_tab(hub: Hub, around: Frame, issue: Issue, pull: Pull) -> Markup:
    """Write what was said and done, with the side bar and the state of the merge."""
    box: Merging = merging(hub, issue, pull)
    return fill(
        "conversation",
        around,
        number=issue.number,
        entries=(description(hub, issue), *conversation(hub, issue, pull)),
        box=box,
        chips=chips_of(hub, issue),
        reviewers=box.reviewers,
        assignees=[show_user(each) for each in assignees_of(hub, issue)],
        milestone=milestone_of(hub, issue),
        family=None,
    )


def milestone_of(hub: Hub, issue: Issue) -> str:
    """Return the title of the milestone; empty where there is none."""
    return hub.store.get(Milestone, issue.milestone_id).title if issue.milestone_id else ""


def checks_tab(hub: Hub, around: Frame, _: Issue, pull: Pull) -> Markup:
    """Write the check runs in full."""
    repository = hub.store.get(Repository, pull.repository_id)
    statuses = [each for each in marks_of(hub, repository, pull.head_sha) if not each.run_id]
    runs = runs_of(hub, repository, pull.head_sha)
    return fill("checks", around, runs=runs, statuses=statuses, sha=pull.head_sha)


def commits_tab(hub: Hub, around: Frame, _: Issue, pull: Pull) -> Markup:
    """Write the commits, oldest first."""
    return fill("commits", around, commits=[push(each) for each in commits_of(hub, pull)])


def files_tab(hub: Hub, around: Frame, issue: Issue, pull: Pull) -> Markup:
    """Write the changed files with what was said at their lines."""
    return files_page(hub, around, issue, pull)


def with_head(around: Frame, top: Head, tab: str, inside: Markup) -> Markup:
    """Put the head above a tab."""
    return fill("pull", around, head=top, tab=tab, inside=inside)


def in_full(around: Frame, top: Head, parts: Sequence[tuple[str, str, Markup]]) -> Markup:
    """Put all tabs one under the other, for a file that stands alone."""
    return fill("whole", around, head=top, parts=parts)
