"""What happened, to whom it is told, and who did it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from bot.errors import StewardError
from bot.sandbox.hub import Hub
from bot.sandbox.records import Repository, User
from bot.sandbox.refusal import Json
from bot.sandbox.shapes.people import user
from bot.sandbox.shapes.repository import plain
from bot.sandbox.state.issues import find_issue
from bot.sandbox.state.people import find_user
from bot.sandbox.state.pulls import find_pull
from bot.sandbox.threads import Event, Issue
from bot.sandbox.verdicts import Pull
from bot.sandbox.view import View


@dataclass(frozen=True, slots=True)
class Happening:
    """An action on the issue or pull request of a number; 0 where it is about none.

    The details say what the records do not know, or which of several things is meant.
    """

    view: View
    name: str
    action: str
    number: int
    details: Mapping[str, object]

    @property
    def hub(self) -> Hub:
        """What is remembered."""
        return self.view.hub

    @property
    def repository(self) -> Repository:
        """Where it happened."""
        return self.hub.repository

    @property
    def issue(self) -> Issue:
        """The issue, or the issue side of the pull request."""
        found = find_issue(self.hub, self.repository, self.number)
        if found is None:
            raise self.wrong(f"there is no #{self.number}", "give the number of one that there is")
        return found

    @property
    def pull(self) -> Pull:
        """The pull request."""
        found = find_pull(self.hub, self.issue)
        if found is None:
            mend = "give the number of a pull request"
            raise self.wrong(f"#{self.number} is no pull request", mend)
        return found

    @property
    def record(self) -> Event | None:
        """The last record of such an action, where GitHub keeps a record of it."""
        query = "issue_id = ? AND event = ? ORDER BY id DESC"
        kind = "renamed" if self.action == "edited" else self.action
        return self.hub.store.first(Event, query, self.issue.id, kind)

    def word(self, name: str, usual: str = "") -> str:
        """Return a text among the details."""
        value = self.details.get(name)
        return usual if value is None else str(value)

    def told(self, doer: int, **more: object) -> Json:
        """Write the payload: what is told of every event, and more of this one."""
        act: Json = {"action": self.action} if self.action else {}
        place = {**plain(self.view, self.repository), "custom_properties": {}}
        return {**act, **more, "repository": place, "sender": self.sender(doer)}

    def sender(self, doer: int) -> Json:
        """Write who did it; another one than the records say where the details name somebody."""
        return user(self.view, self.sender_account(doer))

    def sender_account(self, doer: int) -> User:
        """Return who did it."""
        login = self.word("sender")
        found = find_user(self.hub, login) if login else self.view.user(doer)
        if found is None:
            raise self.wrong(f"there is nobody named {login}", "make the account first")
        return found

    def wrong(self, what: str, mend: str) -> StewardError:
        """Return the error that says so of this event."""
        return StewardError(what, where=f"{self.name} {self.action}".strip(), mend=mend)


Telling = Callable[[Happening], Json]
