"""Addresses that mean the same: with and without ``/api/v3``, by name and by number."""

import re
from dataclasses import dataclass

from starlette.types import ASGIApp, Receive, Scope, Send

from bot.sandbox.hub import Hub
from bot.sandbox.records import Repository, User

PREFIX = "bot.sandbox.prefix"  # where in a request the prefix is left that it came with
_ENTERPRISE = "/api/v3"
_NUMBER = re.compile(r"/repositories/(\d+)(?=/|$)")


@dataclass(frozen=True, slots=True)
class Addressing:
    """The middleware that leads all of them to one."""

    app: ASGIApp
    hub: Hub

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request at its usual address."""
        if scope["type"] == "http":
            scope = {**scope, **self._moved(str(scope["path"]))}
        await self.app(scope, receive, send)

    def _moved(self, path: str) -> dict[str, str]:
        prefix = ""
        if path == "/api/graphql":
            prefix, path = _ENTERPRISE, "/graphql"
        elif path == _ENTERPRISE or path.startswith(f"{_ENTERPRISE}/"):
            prefix, path = _ENTERPRISE, path.removeprefix(_ENTERPRISE) or "/"
        match = _NUMBER.match(path)
        if match is not None:
            path = self._named(int(match[1]), path[match.end() :]) or path
        return {"path": path, PREFIX: prefix}

    def _named(self, key: int, rest: str) -> str | None:
        with self.hub.lock:
            found = self.hub.store.first(Repository, "id = ? AND NOT deleted", key)
            if found is None:
                return None
            return f"/repos/{self.hub.store.get(User, found.owner_id).login}/{found.name}{rest}"
