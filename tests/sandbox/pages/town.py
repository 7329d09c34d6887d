"""A sandbox in which about everything has happened that a page can show."""

from dataclasses import dataclass

from bot.sandbox.clock import SteadyClock
from bot.sandbox.hub import Hub
from bot.sandbox.scene import Scene
from bot.sandbox.state.comments import change_comment, react
from bot.sandbox.state.issues import assign, reword, set_milestone, unassign
from bot.sandbox.state.milestones import create_milestone
from bot.sandbox.verdicts import CheckRun, Pull
from tests.sandbox.pages.folk import actor, person
from tests.sandbox.pages.verdict import family, judge, review

LINES = "\n".join(f"line {number}" for number in range(1, 40))


@dataclass(frozen=True)
class Town:
    """The hub and what is in it."""

    hub: Hub
    scene: Scene
    pull: Pull
    epic: int
    run: CheckRun


def build(hub: Hub) -> Town:
    """Let everything happen."""
    scene = Scene(hub)
    for login, role in (("ann", "admin"), ("bob", "write"), ("eve", "none")):
        scene.person(login, role)
    scene.workflow()
    scene.push("feat/long", {"docs/a.md": "# A\n\none\n2\nthree\n", "new.bin": b"\0\1"}, "Do\n\nSo")
    pull = scene.pull("ann", "feat/long", "A change", "Closes #2, cc @bob and @nobody.")
    number = pull.number
    run = judge(hub, pull)
    _talk(scene, number)
    review(scene, pull)
    epic = family(scene)
    scene.push("other", {"x y/ü.md": "# X\n"}, "Other")
    scene.merge("ann", scene.pull("bob", "other", "Another").number)
    scene.push("third", {"docs/a.md": "# A\n\nEINS\n"}, "Conflicts")
    scene.push("main", {"docs/a.md": "# A\n\nUNO\n"}, "Moves on")
    scene.pull("bob", "third", "In conflict")
    scene.push("fourth", {"z.md": LINES}, "Fourth")
    draft = scene.pull("bob", "fourth", "No more")
    scene.close("bob", draft.number)
    return Town(hub, scene, pull, epic, run)


def _talk(scene: Scene, number: int) -> None:
    hub = scene.hub
    scene.define_label("phase", "1d76db", "Steps")
    scene.label("ann", number, "phase", "white one")
    scene.unlabel("ann", number, "phase")
    old = scene.comment("github-actions[bot]", number, "An old report")
    new = scene.comment("github-actions[bot]", number, "> [!NOTE]\n> New\n\n- [x] done\n- [ ] not")
    clock = hub.clock
    assert isinstance(clock, SteadyClock)
    clock.advance(90)
    with hub.lock, hub.store.transaction():
        hub.store.change(old, minimized="OUTDATED")
        change_comment(hub, new, new.body, new.author_id)
        for login, content in (("ann", "rocket"), ("bob", "rocket"), ("eve", "eyes")):
            react(hub, new.id, content, actor(hub, login))
        thread, ann = scene.thread(number), actor(hub, "ann")
        assign(hub, thread, [person(hub, "bob"), person(hub, "ann")], ann)
        unassign(hub, thread, [person(hub, "bob")], ann)
        reword(hub, thread, "A better change", thread.body, ann)
        plan = create_milestone(hub, hub.repository, "v1", None, None, ann)
        set_milestone(hub, scene.thread(number), plan, ann)
    scene.label("ann", number, "phase")
    scene.close("ann", number)
    scene.reopen("ann", number)
