"""The sandbox's own routes: faults, the journal, forgetting. GitHub has none of these."""

import re
from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from bot.errors import StewardError
from bot.sandbox.wire.faults import Fault, Faults
from bot.sandbox.wire.given import given_to
from bot.sandbox.wire.journal import Journal
from bot.sandbox.wire.limits import Limits
from bot.sandbox.wire.nearby import nearby


@dataclass(frozen=True, slots=True)
class Control:
    """What can be controlled, by requests from this machine alone."""

    faults: Faults
    journal: Journal
    limits: Limits

    def routes(self) -> list[Route]:
        """Return the routes."""
        return [
            Route("/_sandbox/faults", nearby(self._fault), methods=["POST", "DELETE"]),
            Route("/_sandbox/requests", nearby(self._requests), methods=["GET"]),
            Route("/_sandbox/reset", nearby(self._reset), methods=["POST"]),
        ]

    async def _fault(self, request: Request) -> Response:
        if request.method == "DELETE":
            self.faults.clear()
            return Response(status_code=204)
        given = await given_to(request, Fault, headers=dict[str, str])
        headers = given.pop("headers", {})
        try:
            re.compile(given.get("path", ""))
        except re.error as error:
            what, mend = f"path is no regular expression: {error}", "such as “/issues$”"
            raise StewardError(what, mend=mend) from None
        self.faults.add(Fault(**given, headers=tuple(headers.items())))
        return Response(status_code=204)

    async def _requests(self, _: Request) -> Response:
        return JSONResponse([entry.as_json() for entry in self.journal.entries])

    async def _reset(self, _: Request) -> Response:
        """Forget faults, journal and limits; what GitHub would remember stays."""
        self.faults.clear()
        self.journal.clear()
        self.limits.clear()
        return Response(status_code=204)
