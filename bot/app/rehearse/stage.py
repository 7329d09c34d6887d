"""The embedded GitHub with the branch on it, and its pull request open."""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from bot.app.rehearse.branches import Branches
from bot.app.rehearse.copied import copy_branches
from bot.app.rehearse.named import named_issues
from bot.app.rehearse.people import login_of
from bot.app.stand_in import WORKFLOW, name_on_github
from bot.errors import StewardError
from bot.sandbox.app import Desk
from bot.sandbox.git.objects import read_commit
from bot.sandbox.hub import Hub
from bot.sandbox.pages.routes import pages
from bot.sandbox.pages.standalone import render_standalone
from bot.sandbox.refusal import Refusal
from bot.sandbox.scene import Scene
from bot.sandbox.serve import running
from bot.sandbox.state.issues import TITLE, find_issue
from bot.sources.git import Git


@dataclass(frozen=True, slots=True)
class Stage:
    """Where a rehearsal takes place. It is there until its server ends.

    ``known`` are the numbers of issues that were there before, for boxes name them.
    """

    desk: Desk
    url: str
    name: str
    author: str
    branches: Branches
    number: int
    title: str
    known: frozenset[int] = frozenset()

    @property
    def hub(self) -> Hub:
        """Give all that is remembered."""
        return self.desk.hub

    @property
    def page(self) -> str:
        """Give the address of the pull request's page, while it is served."""
        return f"{self.url}/{self.name}/pull/{self.number}"

    def standalone(self) -> str:
        """Write the pull request as a page of its own, without the issues that were there before.

        It lists all issues as what came of the merge, so it is made from a copy that lacks them.
        """
        hub = replace(self.hub, store=self.hub.store.copy())
        with closing(hub.store):
            for number in self.known:
                thread = find_issue(hub, hub.repository, number)
                if thread and thread.parent_id is None:  # else it stands in a tree that is shown
                    hub.store.drop(thread)
            return render_standalone(hub, self.number, self.url)

    def merge(self) -> None:
        """Merge the pull request, as its author."""
        try:
            Scene(self.hub).merge(self.author, self.number)
        except Refusal as refusal:
            base, head = self.branches.base.name, self.branches.head.name
            what = f"{head} cannot be merged: it conflicts with {base}"
            raise StewardError(what, where=self.name, mend=f"rebase it on {base}") from refusal


@contextmanager
def staged(git: Git, branches: Branches, folder: Path) -> Iterator[Stage]:
    """Set the stage in a folder, and serve it."""
    name = name_on_github(git)
    copy = copy_branches(git, branches, folder / "branches.git")
    hub = Hub.create(copy, folder / "hub", name)
    try:
        place, base = hub.repository, branches.base.name
        hub.store.change(place, default_branch=base)
        author, title = login_of(git.user_name()), _title(hub, branches)
        scene, desk = Scene(hub), Desk.at(hub)
        scene.workflow(WORKFLOW)
        scene.person(author)
        known = frozenset(_open_known(scene, author, branches))
        pull = scene.pull(author, branches.head.name, title)
        with running(desk, pages(hub)) as url:
            yield Stage(desk, url, name, author, branches, pull.number, title, known)
    finally:
        hub.close()


def _open_known(scene: Scene, author: str, branches: Branches) -> Iterator[int]:
    """Let there be the issues that boxes name, or the Action would find them unknown."""
    hub, base, head = scene.hub, branches.base.commit, branches.head.commit
    with hub.lock, hub.store.transaction():
        for each in named_issues(hub.mirror, base, head):
            title = each.title[:TITLE].strip() or f"Issue {each.number}"
            scene.issue(author, title, number=each.number)
            if each.is_done:
                scene.close(author, each.number)
            yield each.number


def _title(hub: Hub, branches: Branches) -> str:
    """Name the pull request as GitHub proposes: after its one commit, or after its branch."""
    head = branches.head
    subject = ""
    if branches.commits == 1:
        message = read_commit(hub.mirror, head.commit).message.lstrip()
        subject = " ".join(message.partition("\n\n")[0].split())
    words = head.name.replace("-", " ").replace("_", " ")
    return (subject or words[:1].upper() + words[1:])[:TITLE]
