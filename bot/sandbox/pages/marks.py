"""Labels and states as pages show them: a word and how it is painted."""

from dataclasses import dataclass
from urllib.parse import quote

from bot.sandbox.hub import Hub
from bot.sandbox.state.labels import labels_of
from bot.sandbox.threads import Issue
from bot.sandbox.verdicts import Pull


@dataclass(frozen=True, slots=True)
class Chip:
    """A label; ``path`` leads to what has it, under the repository's pages."""

    name: str
    color: str
    about: str = ""

    @property
    def path(self) -> str:
        """The rest of the address of its page."""
        return f"/labels/{quote(self.name, safe='')}"


@dataclass(frozen=True, slots=True)
class State:
    """How it stands with an issue or a pull request."""

    icon: str
    word: str


def chips_of(hub: Hub, issue: Issue) -> tuple[Chip, ...]:
    """Return the labels on an issue."""
    return tuple(
        Chip(each.name, each.color, each.description or "") for each in labels_of(hub, issue)
    )


def state_of(issue: Issue, pull: Pull | None = None) -> State:
    """Say how it stands."""
    if pull is not None:
        return _state_of_pull(issue, pull)
    if issue.state == "open":
        return State("open", "Open")
    if issue.state_reason in {"not_planned", "duplicate"}:
        return State("dropped", "Closed as " + issue.state_reason.replace("_", " "))
    return State("done", "Closed")


def _state_of_pull(issue: Issue, pull: Pull) -> State:
    if pull.merged_at is not None:
        return State("merged", "Merged")
    if issue.state != "open":
        return State("closed-pull", "Closed")
    return State("draft", "Draft") if pull.draft else State("pull", "Open")
