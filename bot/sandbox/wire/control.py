"""The sandbox's own routes: faults, the journal, forgetting. GitHub has none of these."""

from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from bot.sandbox.wire.faults import Fault, Faults
from bot.sandbox.wire.journal import Journal
from bot.sandbox.wire.limits import Limits

_HERE = ("127.0.0.1", "::1", "localhost", "testclient")


@dataclass(frozen=True, slots=True)
class Control:
    """What can be controlled, by requests from this machine alone."""

    faults: Faults
    journal: Journal
    limits: Limits

    def routes(self) -> list[Route]:
        """Return the routes."""
        return [
            Route("/_sandbox/faults", self._fault, methods=["POST", "DELETE"]),
            Route("/_sandbox/requests", self._requests, methods=["GET"]),
            Route("/_sandbox/reset", self._reset, methods=["POST"]),
        ]

    async def _fault(self, request: Request) -> Response:
        if _is_strange(request):
            return Response(status_code=403)
        if request.method == "DELETE":
            self.faults.clear()
            return Response(status_code=204)
        given = await request.json()
        try:
            fault = Fault(**{**given, "headers": tuple(given.get("headers", {}).items())})
        except (AttributeError, TypeError) as error:
            return JSONResponse({"message": str(error)}, 422)
        self.faults.add(fault)
        return Response(status_code=204)

    async def _requests(self, request: Request) -> Response:
        if _is_strange(request):
            return Response(status_code=403)
        return JSONResponse([entry.as_json() for entry in self.journal.entries])

    async def _reset(self, request: Request) -> Response:
        """Forget faults, journal and limits; what GitHub would remember stays."""
        if _is_strange(request):
            return Response(status_code=403)
        self.faults.clear()
        self.journal.clear()
        self.limits.clear()
        return Response(status_code=204)


def _is_strange(request: Request) -> bool:
    return request.client is not None and request.client.host not in _HERE
