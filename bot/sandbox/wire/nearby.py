"""Requests to the sandbox's own routes: only of this machine, and of no page of elsewhere."""

from collections.abc import Awaitable, Callable
from functools import wraps

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from bot.errors import StewardError
from bot.sandbox.refusal import Refusal

_HERE = ("127.0.0.1", "::1", "localhost", "testclient")
_LIST = "GET /_sandbox/ lists what there is, docs/sandbox.md tells what each takes"

Answer = Callable[[Request], Awaitable[Response]]


def nearby(answer: Answer) -> Answer:
    """Let only requests of this machine through, and say in JSON what was wrong with one."""

    @wraps(answer)
    async def guarded(request: Request) -> Response:
        if _is_strange(request):
            mend = "ask from the machine on which it runs, and from no page of another site"
            return wrong("this is for requests of this machine alone", mend, 403)
        try:
            return await answer(request)
        except StewardError as error:
            place = f"{error.where}: " if error.where else ""
            return wrong(f"{place}{error.what}", error.mend or _LIST)
        except Refusal as refusal:
            return JSONResponse({"mend": _LIST, **refusal.body}, refusal.status)
        except (AttributeError, KeyError, TypeError, ValueError) as error:
            return wrong(f"this cannot be read: {error}", _LIST)

    return guarded


def wrong(what: str, mend: str, status: int = 422, **more: object) -> Response:
    """Say what is wrong with a request, and how to mend it."""
    return JSONResponse({"message": what, "mend": mend, **more}, status)


def _is_strange(request: Request) -> bool:
    """Tell whether it comes from another machine, or a browser sends it for another site."""
    if request.client is not None and request.client.host not in _HERE:
        return True
    origin = request.headers.get("origin")
    return origin is not None and origin != f"{request.url.scheme}://{request.url.netloc}"
