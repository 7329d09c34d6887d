"""The journal of requests, for those who count them."""

from collections.abc import MutableMapping
from dataclasses import asdict, dataclass, field
from typing import Any

from starlette.types import ASGIApp, Receive, Scope, Send

from bot.sandbox.refusal import Json

VIEWER = "bot.sandbox.viewer"  # where in a request its handler notes who asked for what
NUMBER = "bot.sandbox.number"  # where its place in the journal stands


@dataclass(frozen=True, slots=True)
class Entry:
    """A request: ``status`` is 0 where the connection was dropped, ``size`` is of the answer."""

    method: str
    path: str
    query: str
    status: int
    size: int
    login: str | None
    operation: str | None = None

    def as_json(self) -> Json:
        """Write it as JSON."""
        return asdict(self)


@dataclass(slots=True)
class Journal:
    """All requests so far, oldest first."""

    entries: list[Entry] = field(default_factory=list)

    def clear(self) -> None:
        """Begin anew."""
        self.entries.clear()

    def writes(self) -> list[Entry]:
        """Return those that meant to change something; a GraphQL query does not."""
        return [
            each
            for each in self.entries
            if each.method not in {"GET", "HEAD"} and each.operation != "query"
        ]


@dataclass(frozen=True, slots=True)
class Writing:
    """The middleware that keeps the journal."""

    app: ASGIApp
    journal: Journal

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request, and write it down."""
        path = str(scope.get("path", ""))
        if scope["type"] != "http" or path.startswith("/_sandbox/"):
            await self.app(scope, receive, send)
            return
        noted: dict[str, str | None] = {}
        method, query = str(scope["method"]), scope["query_string"].decode()
        place = len(self.journal.entries)  # that of its arrival, not that of its answer
        open_entry = Entry(method, path, query, 0, 0, None)
        self.journal.entries.append(open_entry)
        scope = {**scope, VIEWER: noted, NUMBER: place + 1}
        status = size = 0

        async def count(message: MutableMapping[str, Any]) -> None:  # Any: this is ASGI's own type
            nonlocal status, size
            status = int(message.get("status", status))
            size += len(message.get("body", b""))
            if message["type"] == "http.response.body" and not message.get("more_body"):
                write_down()  # before whoever asked has it all, and may read the journal
            await send(message)

        def write_down() -> None:
            login, operation = noted.get("login"), noted.get("operation")
            held = self.journal.entries[place : place + 1]
            if held and held[0] is open_entry:  # else it is written, or was cleared meanwhile
                entry = Entry(method, path, query, status, size, login, operation)
                self.journal.entries[place] = entry

        try:
            await self.app(scope, receive, count)
        finally:
            write_down()
