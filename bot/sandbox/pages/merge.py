"""The box at the end of a pull request: what was judged, and whether it can be merged."""

from dataclasses import dataclass

from bot.sandbox.hub import Hub
from bot.sandbox.pages.people import Person, person
from bot.sandbox.pages.runs import Mark, counted, marks_of
from bot.sandbox.records import Repository
from bot.sandbox.state.pulls import is_mergeable
from bot.sandbox.threads import Issue
from bot.sandbox.verdicts import Pull, Review

_STANCES = {"APPROVED": "pass", "CHANGES_REQUESTED": "fail", "COMMENTED": "said"}
_VERDICTS = {
    "fail": "Some checks were not successful",
    "pending": "Some checks have not finished yet",
    "neutral": "No check failed",
    "pass": "All checks have passed",
}


@dataclass(frozen=True, slots=True)
class Reviewer:
    """Somebody who reviewed, and where they stand now."""

    who: Person
    icon: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Merging:
    """All that a merge depends on. ``state`` is open, draft, dirty, closed or merged."""

    state: str
    marks: tuple[Mark, ...]
    icon: str
    verdict: str
    counts: str
    reviewers: tuple[Reviewer, ...]
    base: str

    @property
    def approvals(self) -> int:
        """How many stand by it."""
        return sum(each.icon == "pass" for each in self.reviewers)

    @property
    def objections(self) -> int:
        """How many want something else."""
        return sum(each.icon == "fail" for each in self.reviewers)


def merging(hub: Hub, issue: Issue, pull: Pull) -> Merging:
    """Return how it stands with the merge."""
    marks = marks_of(hub, hub.store.get(Repository, pull.repository_id), pull.head_sha)
    icon = marks[0].icon if marks else ""  # the worst comes first
    return Merging(
        state=_state(hub, issue, pull),
        marks=marks,
        icon=icon,
        verdict=_VERDICTS.get(icon, ""),
        counts=counted(marks),
        reviewers=_reviewers(hub, issue),
        base=pull.base_ref,
    )


def _state(hub: Hub, issue: Issue, pull: Pull) -> str:
    if pull.merged_at is not None:
        return "merged"
    if issue.state != "open":
        return "closed"
    if not is_mergeable(hub, pull):
        return "dirty"
    return "draft" if pull.draft else "open"


def _reviewers(hub: Hub, issue: Issue) -> tuple[Reviewer, ...]:
    """Return each reviewer's last stance; a mere comment does not take one back."""
    last: dict[int, Review] = {}
    for each in hub.store.find(Review, "issue_id = ?", issue.id):
        known = last.get(each.author_id)
        if each.submitted_at is None or each.author_id == issue.author_id:
            continue
        if known is None or each.state != "COMMENTED" or known.state not in _STANCES:
            last[each.author_id] = each
    return tuple(
        Reviewer(
            person(hub, key), _STANCES.get(each.state, "neutral"), f"pullrequestreview-{each.id}"
        )
        for key, each in last.items()
    )
