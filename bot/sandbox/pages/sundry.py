"""Small pages: a commit, a check run, the labels, somebody, nothing."""

from markupsafe import Markup

from bot.sandbox.git.differences import list_changes
from bot.sandbox.git.objects import kind_of, read_commit
from bot.sandbox.hub import Hub
from bot.sandbox.pages.conversation import push
from bot.sandbox.pages.files import changed
from bot.sandbox.pages.listing import row
from bot.sandbox.pages.marks import Chip
from bot.sandbox.pages.paper import Frame, fill
from bot.sandbox.pages.people import show_user
from bot.sandbox.pages.runs import marks_of, runs_of, show_run
from bot.sandbox.records import Repository, User
from bot.sandbox.refusal import not_found
from bot.sandbox.state.people import given_role
from bot.sandbox.threads import Issue, Label, Labelling
from bot.sandbox.verdicts import CheckRun, Pull

_NOTHING = "4b825dc642cb6eb9a060e54bf8d69288fbee4904"  # git's empty tree
_SHOWN = 50


def commit_page(hub: Hub, around: Frame, repository: Repository, sha: str) -> Markup:
    """Write a commit: its message and what it changes."""
    if kind_of(hub.mirror, sha) != "commit":
        raise not_found()
    commit = read_commit(hub.mirror, sha)
    base = commit.parents[0] if commit.parents else _NOTHING
    notes = [note for run in runs_of(hub, repository, sha) for note in run.notes]
    files = [changed(each, notes) for each in list_changes(hub.mirror, base, sha)]
    marks = marks_of(hub, repository, sha)
    return fill(
        "commit",
        around,
        commit=push(commit),
        parents=commit.parents,
        icon=marks[0].icon if marks else "",
        files=files,
    )


def run_page(hub: Hub, around: Frame, repository: Repository, key: int) -> Markup:
    """Write one check run, and which pull requests it speaks of."""
    found = hub.store.first(CheckRun, "id = ? AND repository_id = ?", key, repository.id)
    if found is None:
        raise not_found()
    where = "repository_id = ? AND head_sha = ?"
    pulls = hub.store.find(Pull, where, repository.id, found.head_sha)
    run = show_run(hub, found)
    return fill("run", around, run=run, sha=found.head_sha, pulls=[each.number for each in pulls])


def labels_page(hub: Hub, around: Frame, repository: Repository) -> Markup:
    """Write all labels, and how many open threads have each."""
    where = "repository_id = ? ORDER BY name COLLATE NOCASE"
    labels = hub.store.find(Label, where, repository.id)
    is_open = "label_id = ? AND issue_id IN (SELECT id FROM Issue WHERE state = 'open')"
    rows = [
        (
            Chip(each.name, each.color, each.description or ""),
            hub.store.count(Labelling, is_open, each.id),
        )
        for each in labels
    ]
    return fill("labels", around, rows=rows)


def person_page(hub: Hub, around: Frame, user: User) -> Markup:
    """Write who somebody is here, and what they began."""
    where = f"author_id = ? ORDER BY number DESC LIMIT {_SHOWN}"
    return fill(
        "person",
        around,
        who=show_user(user),
        called=user.name or "",
        kind=user.type,
        role=given_role(hub, hub.repository, user),
        rows=[row(hub, each) for each in hub.store.find(Issue, where, user.id)],
    )


def missing_page(around: Frame) -> Markup:
    """Say that there is no such page."""
    return fill("missing", around)
