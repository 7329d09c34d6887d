"""Requests to the sandbox's own routes: only of this machine, and of no page of elsewhere."""

from collections.abc import Awaitable, Callable
from functools import wraps

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from bot.errors import StewardError
from bot.sandbox.refusal import Refusal

_HERE = ("127.0.0.1", "::1", "localhost", "testclient")

Answer = Callable[[Request], Awaitable[Response]]


def nearby(answer: Answer) -> Answer:
    """Let only requests of this machine through, and say in JSON what was wrong with one."""

    @wraps(answer)
    async def guarded(request: Request) -> Response:
        if _is_strange(request):
            return Response(status_code=403)
        try:
            return await answer(request)
        except StewardError as error:
            return JSONResponse({"message": str(error)}, 422)
        except Refusal as refusal:
            return JSONResponse(refusal.body, refusal.status)
        except (AttributeError, KeyError, TypeError, ValueError) as error:
            return JSONResponse({"message": f"this cannot be read: {error}"}, 422)

    return guarded


def _is_strange(request: Request) -> bool:
    """Tell whether it comes from another machine, or a browser sends it for another site."""
    if request.client is not None and request.client.host not in _HERE:
        return True
    origin = request.headers.get("origin")
    return origin is not None and origin != f"{request.url.scheme}://{request.url.netloc}"
