"""The middleware that lets requests fail as the faults say."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass

from starlette.types import ASGIApp, Receive, Scope, Send

from bot.sandbox.wire.faults import Fault, Faults
from bot.sandbox.wire.message import Message, collect, reply
from bot.sandbox.wire.past import Past

Drop = Callable[[Scope], bool]
FAULT = "bot.sandbox.fault"  # where in a request the endpoint finds what is to fail within it
_READS = ("GET", "HEAD")
_GRAPHQL = ("/graphql", "/api/graphql")


@dataclass(frozen=True, slots=True)
class Faulting:
    """The middleware; ``drop`` cuts the connection of a request, stale reads see the ``past``."""

    app: ASGIApp
    faults: Faults
    drop: Drop
    past: Past

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request, or let it fail."""
        path = str(scope.get("path", ""))
        if scope["type"] != "http" or path.startswith("/_sandbox/"):
            await self.app(scope, receive, send)
            return
        if self.faults.may_be_stale and scope["method"] not in _READS and path not in _GRAPHQL:
            self.past.keep()
        fault = self.faults.take(scope["method"], path)
        if fault is None:
            await self.app(scope, receive, send)
            return
        await asyncio.sleep(fault.delay)
        app = self.past.app or self.app if fault.stale else self.app
        done = None
        if fault.after_deed or fault.parts or not (fault.drop or fault.status):
            done = await collect(app, {**scope, FAULT: fault}, receive)
        if done and (fault.parts or not (fault.drop or fault.status)):
            await reply(done, send)
        elif not fault.drop:
            await reply(_failure(fault), send)
        elif not self.drop(scope):
            raise ConnectionResetError("the sandbox dropped this connection")
        else:
            await asyncio.sleep(0.01)  # until the server has noticed, too


def _failure(fault: Fault) -> Message:
    kind = ("Content-Type", "application/json; charset=utf-8")
    return Message(fault.status or 500, (kind, *fault.headers), fault.body.encode())
