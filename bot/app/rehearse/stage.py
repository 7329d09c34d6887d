"""The embedded GitHub with the branch on it, and its pull request open."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from bot.app.rehearse.branches import Branches
from bot.app.rehearse.copied import copy_branches
from bot.app.rehearse.people import login_of
from bot.app.stand_in import WORKFLOW, name_on_github
from bot.errors import StewardError
from bot.sandbox.app import Desk
from bot.sandbox.git.objects import read_commit
from bot.sandbox.hub import Hub
from bot.sandbox.pages.routes import pages
from bot.sandbox.refusal import Refusal
from bot.sandbox.scene import Scene
from bot.sandbox.serve import running
from bot.sandbox.state.issues import TITLE
from bot.sources.git import Git


@dataclass(frozen=True, slots=True)
class Stage:
    """Where a rehearsal takes place. It is there until its server ends."""

    desk: Desk
    url: str
    name: str
    author: str
    branches: Branches
    number: int
    title: str

    @property
    def hub(self) -> Hub:
        """Give all that is remembered."""
        return self.desk.hub

    @property
    def page(self) -> str:
        """Give the address of the pull request's page, while it is served."""
        return f"{self.url}/{self.name}/pull/{self.number}"

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
        pull = scene.pull(author, branches.head.name, title)
        with running(desk, pages(hub)) as url:
            yield Stage(desk, url, name, author, branches, pull.number, title)
    finally:
        hub.close()


def _title(hub: Hub, branches: Branches) -> str:
    """Name the pull request as GitHub proposes: after its one commit, or after its branch."""
    head = branches.head
    subject = ""
    if branches.commits == 1:
        message = read_commit(hub.mirror, head.commit).message.lstrip()
        subject = " ".join(message.partition("\n\n")[0].split())
    words = head.name.replace("-", " ").replace("_", " ")
    return (subject or words[:1].upper() + words[1:])[:TITLE]
