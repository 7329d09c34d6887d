"""Lists of issues and of pull requests."""

from dataclasses import dataclass

from markupsafe import Markup

from bot.sandbox.hub import Hub
from bot.sandbox.pages.dates import Moment, moment
from bot.sandbox.pages.family import Progress, progress_of
from bot.sandbox.pages.marks import Chip, State, chips_of, state_of
from bot.sandbox.pages.paper import Frame, fill
from bot.sandbox.pages.people import Person, person
from bot.sandbox.pages.runs import marks_of
from bot.sandbox.records import Repository
from bot.sandbox.state.pulls import find_pull
from bot.sandbox.threads import Comment, Issue, Label, Milestone
from bot.sandbox.verdicts import Pull

_PAGE = 50


@dataclass(frozen=True, slots=True)
class Row:
    """An issue or a pull request in a list; ``checks`` is how its checks went."""

    number: int
    path: str
    title: str
    state: State
    author: Person
    date: Moment
    chips: tuple[Chip, ...]
    comments: int
    progress: Progress | None
    checks: str


@dataclass(frozen=True, slots=True)
class Choice:
    """What of a list is looked at; ``kind`` is issues, pulls, or a label's or milestone's both."""

    kind: str
    state: str = "open"
    page: int = 1
    label: Label | None = None
    milestone: Milestone | None = None

    def condition(self, repository: Repository, state: str) -> tuple[str, tuple[object, ...]]:
        """Return it as a condition of the database."""
        where = "repository_id = ? AND state = ?"
        values: list[object] = [repository.id, state]
        if self.label is not None:
            where += " AND id IN (SELECT issue_id FROM Labelling WHERE label_id = ?)"
            values.append(self.label.id)
        elif self.milestone is not None:
            where += " AND milestone_id = ?"
            values.append(self.milestone.id)
        else:
            where += f" AND is_pull = {int(self.kind == 'pulls')}"
        return where, tuple(values)


def list_page(hub: Hub, around: Frame, repository: Repository, choice: Choice) -> Markup:
    """Write a list, newest first."""
    counts = {
        state: hub.store.count(Issue, where, *values)
        for state in ("open", "closed")
        for where, values in [choice.condition(repository, state)]
    }
    where, values = choice.condition(repository, choice.state)
    window = f"{where} ORDER BY number DESC LIMIT {_PAGE} OFFSET {_PAGE * (choice.page - 1)}"
    return fill(
        "list",
        around,
        rows=[row(hub, each) for each in hub.store.find(Issue, window, *values)],
        choice=choice,
        chip=_chip(choice.label),
        counts=counts,
        pages=-(-counts[choice.state] // _PAGE),
    )


def row(hub: Hub, issue: Issue) -> Row:
    """Return an issue or a pull request as lists have it."""
    pull = find_pull(hub, issue) if issue.is_pull else None
    return Row(
        number=issue.number,
        path=f"/{'pull' if issue.is_pull else 'issues'}/{issue.number}",
        title=issue.title,
        state=state_of(issue, pull),
        author=person(hub, issue.author_id),
        date=moment(issue.created_at),
        chips=chips_of(hub, issue),
        comments=hub.store.count(Comment, "issue_id = ?", issue.id),
        progress=progress_of(hub, issue),
        checks=_checks(hub, issue, pull),
    )


def _checks(hub: Hub, issue: Issue, pull: Pull | None) -> str:
    if pull is None:
        return ""
    marks = marks_of(hub, hub.store.get(Repository, issue.repository_id), pull.head_sha)
    return marks[0].icon if marks else ""


def _chip(label: Label | None) -> Chip | None:
    return None if label is None else Chip(label.name, label.color, label.description or "")
