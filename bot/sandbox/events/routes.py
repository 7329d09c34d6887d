"""Where a script gets the event of something that happened, and what a runner says of it."""

import json
import re
from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route

from bot.errors import StewardError
from bot.sandbox.events.payload import event_payload
from bot.sandbox.events.runner import runner_environment
from bot.sandbox.hub import Hub
from bot.sandbox.refusal import Json
from bot.sandbox.wire.nearby import nearby

_OBJECTS = ("inputs", "changes")
_NUMBER = re.compile(r"[0-9]{1,18}")


@dataclass(frozen=True, slots=True)
class EventRoutes:
    """Events of a hub; what the call of a function names, a request names in its query."""

    hub: Hub

    def routes(self) -> list[Route]:
        """Return the routes."""
        return [
            Route("/_sandbox/events/{name}", nearby(self._payload), methods=["GET"]),
            Route("/_sandbox/environment/{name}", nearby(self._environment), methods=["GET"]),
        ]

    async def _payload(self, request: Request) -> Response:
        return JSONResponse(self._told(request))

    async def _environment(self, request: Request) -> Response:
        """Answer in lines ``NAME=value``, as ``docker run --env-file`` takes them."""
        told = self._told(request)
        said = runner_environment(self.hub, _url(request), request.path_params["name"], told)
        return PlainTextResponse("".join(f"{name}={value}\n" for name, value in said.items()))

    def _told(self, request: Request) -> Json:
        query = {"url": _url(request), **request.query_params}
        action, number = query.pop("action", ""), _number(query.pop("number", "0"))
        details: Json = {
            name: _object(name, value) if name in _OBJECTS else value
            for name, value in query.items()
        }
        return event_payload(self.hub, request.path_params["name"], action, number, **details)


def _number(text: str) -> int:
    if not _NUMBER.fullmatch(text):
        mend = "give that of a pull request or an issue: number=1"
        raise StewardError(f"the number {text!r} is none", mend=mend)
    return int(text)


def _object(name: str, text: str) -> object:
    try:
        return json.loads(text)
    except ValueError as error:
        mend = f'write it so, percent-encoded: {name}={{"key": "value"}}'
        raise StewardError(f"{name} is no JSON: {error}", mend=mend) from None


def _url(request: Request) -> str:
    return f"{request.url.scheme}://{request.url.netloc}"
