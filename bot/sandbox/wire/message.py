"""A whole answer, held back until it is known whether it may go out."""

from collections.abc import MutableMapping
from dataclasses import dataclass
from typing import Any

from starlette.types import ASGIApp, Receive, Scope, Send


@dataclass(frozen=True, slots=True)
class Message:
    """An answer."""

    status: int
    headers: tuple[tuple[str, str], ...]
    body: bytes


async def collect(app: ASGIApp, scope: Scope, receive: Receive) -> Message:
    """Let an app answer, and hold the answer back."""
    status = 500
    headers: list[tuple[str, str]] = []
    body = bytearray()

    async def keep(message: MutableMapping[str, Any]) -> None:  # Any: this is ASGI's own type
        nonlocal status
        if message["type"] == "http.response.start":
            status = int(message["status"])
            headers.extend(
                (k.decode("latin-1"), v.decode("latin-1")) for k, v in message["headers"]
            )
        elif message["type"] == "http.response.body":
            body.extend(message.get("body", b""))

    await app(scope, receive, keep)
    return Message(status, tuple(headers), bytes(body))


async def reply(message: Message, send: Send) -> None:
    """Send an answer."""
    named = {name.lower() for name, _ in message.headers}
    length = () if "content-length" in named else (("content-length", f"{len(message.body)}"),)
    headers = [(k.encode("latin-1"), v.encode("latin-1")) for k, v in (*message.headers, *length)]
    await send({"type": "http.response.start", "status": message.status, "headers": headers})
    await send({"type": "http.response.body", "body": message.body})
