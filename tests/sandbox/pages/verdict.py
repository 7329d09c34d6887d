"""Checks, reviews and issues under issues, for the town."""

from dataclasses import replace as with_
from typing import Any

from bot.sandbox.hub import Hub
from bot.sandbox.records import App
from bot.sandbox.scene import Scene
from bot.sandbox.state.checks import annotate, suite_for
from bot.sandbox.state.families import add_blocker, add_child
from bot.sandbox.state.issues import assign
from bot.sandbox.state.placing import Remark
from bot.sandbox.state.remarks import add_remark, answer_remark
from bot.sandbox.state.reviews import add_review, dismiss
from bot.sandbox.threads import Issue
from bot.sandbox.verdicts import CheckRun, Pull, Status
from tests.sandbox.pages.folk import actor, person

NOTES: tuple[dict[str, Any], ...] = (
    {"path": "docs/a.md", "start_line": 4, "end_line": 4, "annotation_level": "failure"},
    {"path": "docs/a.md", "start_line": 30, "end_line": 32, "annotation_level": "warning"},
    {"path": "README.md", "start_line": 1, "end_line": 1, "annotation_level": "notice"},
)


def judge(hub: Hub, pull: Pull) -> CheckRun:
    app = hub.store.first(App, "slug = ?", "github-actions")
    assert app is not None
    with hub.lock, hub.store.transaction():
        suite = suite_for(hub, hub.repository, app.id, pull.head_sha)
        run = CheckRun(
            id=hub.store.next_id(),
            repository_id=hub.repository.id,
            suite_id=suite.id,
            app_id=app.id,
            head_sha=pull.head_sha,
            name="steward",
            status="completed",
            conclusion="failure",
            external_id="",
            details_url=None,
            title="3 findings",
            summary="| a | b |\n|---|--:|\n| 1 | 2 |",
            text="More.",
            started_at=hub.now(),
            completed_at=hub.now(),
        )
        hub.store.add(run)
        annotate(hub, run, [{**note, "message": "So\nit is."} for note in NOTES])
        going = with_(run, status="in_progress", conclusion=None, completed_at=None, title=None)
        hub.store.add(with_(going, id=hub.store.next_id(), name="slow"))
        person_id = person(hub, "bob").id
        for state in ("error", "success"):
            hub.store.add(
                Status(
                    hub.store.next_id(), hub.repository.id, person_id, pull.head_sha, state,
                    f"ci/{state}", None, None, hub.now(),
                )
            )  # fmt: skip
    return run


def review(scene: Scene, pull: Pull) -> None:
    hub = scene.hub
    scene.review("bob", pull.number, "APPROVE", "Fine.")
    gone = scene.review("eve", pull.number, "REQUEST_CHANGES", "No.")
    with hub.lock, hub.store.transaction():
        thread, bob = scene.thread(pull.number), actor(hub, "bob")
        review = add_review(hub, thread, pull.head_sha, "COMMENT", "", bob)
        asked = Remark("docs/a.md", "```suggestion\ntwo\n```", 4, start_line=3)
        root = add_remark(hub, pull, review, asked, bob)
        answer = add_review(hub, thread, pull.head_sha, "COMMENT", "", actor(hub, "ann"))
        answer_remark(hub, answer, root, "Yes.", actor(hub, "ann"))
        whole = Remark("docs/a.md", "About the file.", None)
        add_remark(hub, pull, review, whole, bob)
        add_review(hub, thread, pull.head_sha, "", "Not sent yet", bob)
        dismiss(hub, thread, gone, "outdated", bob)


def family(scene: Scene) -> int:
    hub = scene.hub
    issues = [scene.issue("bob", title) for title in ("Epic", "Phase", "Step 1", "Step 2", "Wait")]
    with hub.lock, hub.store.transaction():
        ann = actor(hub, "ann")
        epic, phase, one, two, wait = issues
        for above, below in ((epic, phase), (phase, one), (phase, two)):
            add_child(hub, _fresh(hub, above), _fresh(hub, below), ann, replace=False)
        add_blocker(hub, two, wait, ann)
        add_blocker(hub, epic, wait, ann)
        assign(hub, two, [person(hub, "bob")], ann)
    scene.close("bob", issues[2].number)
    scene.close("bob", issues[4].number, "not_planned")
    scene.reopen("bob", issues[4].number)
    return issues[0].number


def _fresh(hub: Hub, issue: Issue) -> Issue:
    return hub.store.get(Issue, issue.id)
