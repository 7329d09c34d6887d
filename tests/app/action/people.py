"""People around the pull request of a town: they label, comment, review and push."""

from collections.abc import Mapping
from dataclasses import replace

from bot.forge.door import FileName
from bot.model.pull import Comment, Label, Person, Review
from bot.model.role import Role
from tests.app.action.town import Files, Town

ROLES = {"ann": Role.WRITE, "bob": Role.MAINTAIN, "cid": Role.WRITE, "eve": Role.READ}
"""ann has opened the pull request"""


class Village(Town):
    """A town whose people have rights, and a clock that goes on with each thing they do."""

    def __init__(
        self, head: Files, base: Files | None = None, roles: Mapping[str, Role] = ROLES
    ) -> None:
        super().__init__(head, base)
        self.door.roles |= roles

    @property
    def label_now(self) -> str:
        """Give the status label, of which there is one."""
        (name,) = [name for name in self.state.labels if name.casefold().startswith("spec: ")]
        return name.removeprefix("spec: ")

    def labels(self, login: str, *words: str) -> None:
        """Let somebody set labels."""
        for word in words:
            name = f"spec: {word}"
            if name not in self.state.labels:
                self.door.change_pull(self.number, labels=(*self.state.labels, name))
                self.door.known_labels.append(Label(name))
                self.door.labelled(self.number, _person(login), name, is_set=True)

    def unlabels(self, login: str, word: str) -> None:
        """Let somebody take a label off."""
        name = f"spec: {word}"
        left = tuple(each for each in self.state.labels if each != name)
        if left != self.state.labels:
            self.door.change_pull(self.number, labels=left)
            self.door.labelled(self.number, _person(login), name, is_set=False)

    def says(self, login: str, body: str, *, is_edited: bool = False) -> int:
        """Let somebody comment; give the comment's number."""
        id_ = self.door.number()
        at, by = self.door.stamp(), _person(login)
        said = Comment(id_, f"IC_{id_}", "u", by, body, mine=False, at=at, is_edited=is_edited)
        self.door.change_pull(self.number, comments=(*self.state.comments, said))
        return id_

    def reviews(self, login: str, state: str = "approved", commit: str | None = None) -> None:
        """Let somebody review the head, or another commit."""
        can_push = self.door.role(login).rank >= Role.WRITE.rank
        at, commit = self.door.stamp(), commit or self.state.pull.head
        said = Review(self.door.number(), _person(login), state, commit, at, can_push=can_push)
        self.door.change_pull(self.number, reviews=(*self.state.reviews, said))

    def reactions(self, comment: int) -> set[str]:
        """Give the Steward's reactions to a comment."""
        (found,) = [each for each in self.state.comments if each.id == comment]
        return set(found.reactions)

    def landed(self, path: str, *labels: str) -> None:
        """Say which labels the pull request had by which a file was merged."""
        number = self.door.number()
        self.door.pulls[number] = replace(self.state, labels=labels)
        self.door.landed[FileName(self.state.pull.base, path)] = number

    def settle(self) -> int:
        """Run until nothing is left to do; give how often something was."""
        for times in range(5):
            self.run()
            if not self.kinds:
                return times
        raise AssertionError(self.kinds)


def _person(login: str) -> Person:
    return Person(login, login.endswith("[bot]"))
