"""What stands on the pull request, and on the repository, after a run."""

from bot.app.rehearse.seen import Checked, Issued, Remark, Standing
from bot.lifecycle.family import FAMILY
from bot.sandbox.hub import ACTIONS, Hub
from bot.sandbox.refusal import existing
from bot.sandbox.state.checks import annotations_of, latest_runs
from bot.sandbox.state.issues import find_issue
from bot.sandbox.state.labels import labels_of
from bot.sandbox.state.people import find_user
from bot.sandbox.state.pulls import find_pull
from bot.sandbox.threads import Comment, Issue


def standing(hub: Hub, number: int) -> Standing:
    """Look at a pull request."""
    with hub.lock, hub.store.transaction():
        thread = existing(find_issue(hub, hub.repository, number))
        pull = existing(find_pull(hub, thread))
        labels = (each.name for each in labels_of(hub, thread))
        return Standing(
            comment=_comment(hub, thread),
            label=next((name for name in labels if name.startswith(FAMILY)), ""),
            check=_check(hub, pull.head_sha),
            issues=tuple(
                Issued(each.number, each.title, each.state)
                for each in hub.store.find(Issue, "is_pull = 0 ORDER BY number")
            ),
        )


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
