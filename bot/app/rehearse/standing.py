"""What stands on the pull request, and on the repository, after a run."""

from collections.abc import Collection, Iterator

from bot.app.landing.look import BRANCH
from bot.app.rehearse.seen import Checked, Issued, Remark, Standing, WrittenBack
from bot.model.own_labels import FAMILY
from bot.plan.marker import spec_in
from bot.sandbox.hub import ACTIONS, Hub
from bot.sandbox.refusal import existing
from bot.sandbox.state.checks import annotations_of, latest_runs
from bot.sandbox.state.issues import find_issue
from bot.sandbox.state.labels import labels_of
from bot.sandbox.state.people import find_user
from bot.sandbox.state.pulls import files_of, find_pull
from bot.sandbox.threads import Comment, Issue, Milestone
from bot.sandbox.verdicts import Pull


def standing(hub: Hub, number: int, known: Collection[int] = ()) -> Standing:
    """Look at a pull request; ``known`` are the issues that were there before."""
    with hub.lock, hub.store.transaction():
        thread = existing(find_issue(hub, hub.repository, number))
        pull = existing(find_pull(hub, thread))
        labels = (each.name for each in labels_of(hub, thread))
        return Standing(
            comment=_comment(hub, thread),
            label=next((name for name in labels if name.startswith(FAMILY)), ""),
            check=_check(hub, pull.head_sha),
            issues=tuple(each for each in _issues(hub) if each.number not in known),
            write_back=_write_back(hub),
        )


def _issues(hub: Hub) -> Iterator[Issued]:
    for each in hub.store.find(Issue, "is_pull = 0 ORDER BY number"):
        above = hub.store.get(Issue, each.parent_id).number if each.parent_id else None
        stone = hub.store.get(Milestone, each.milestone_id).title if each.milestone_id else ""
        yield Issued(each.number, each.title, each.state, above, spec_in(each.body or ""), stone)


def _write_back(hub: Hub) -> WrittenBack | None:
    for pull in hub.store.find(Pull, "head_ref = ? ORDER BY number DESC", BRANCH):
        thread = hub.store.get(Issue, pull.issue_id)
        if thread.state == "open":
            files = tuple((each.path, each.additions) for each in files_of(hub, pull))
            return WrittenBack(thread.number, thread.title, files)
    return None


def _comment(hub: Hub, thread: Issue) -> str:
    robot = find_user(hub, f"{ACTIONS}[bot]")
    where = "issue_id = ? AND author_id = ?"
    found = hub.store.first(Comment, where, thread.id, robot.id if robot else 0)
    return found.body if found else ""


def _check(hub: Hub, commit: str) -> Checked | None:
    for run in latest_runs(hub, hub.repository, commit):
        remarks = (
            Remark(
                each.path, each.start_line, each.annotation_level, each.title or "", each.message
            )
            for each in annotations_of(hub, run)
        )
        return Checked(run.conclusion or "", run.title or "", tuple(remarks))
    return None
