"""The sandbox's own routes, told to who asks for one that is not there."""

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import get_close_matches

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from bot.sandbox.wire.nearby import nearby, wrong

_METHODS = ("GET", "POST", "PUT", "PATCH", "DELETE")


@dataclass(frozen=True, slots=True)
class Unknown:
    """What answers below ``/_sandbox`` where none of the known routes does."""

    known: Sequence[Route]

    def routes(self) -> list[Route]:
        """Return the routes, which come after the known ones."""
        return [
            Route("/_sandbox/", nearby(self._list), methods=["GET"]),
            Route("/_sandbox/{rest:path}", nearby(self._refuse), methods=_METHODS),
        ]

    async def _list(self, _: Request) -> Response:
        return JSONResponse({"routes": self._names()})

    async def _refuse(self, request: Request) -> Response:
        path = str(request.scope["path"])
        names = self._names()
        same = [name for name in names if name.partition(" ")[2] == path]
        words = {_word(name): name for name in reversed(names)}
        near = same or [words[each] for each in get_close_matches(_word(path), words, n=1)]
        mend = f"did you mean {near[0]}?" if near else "take one of the routes that are listed here"
        what = f"there is no {request.method} {path}"
        return wrong(what, mend, 405 if same else 404, routes=names)

    def _names(self) -> list[str]:
        return [
            f"{method} {route.path}"
            for route in self.known
            for method in sorted(route.methods or ())
            if method != "HEAD"
        ]


def _word(name: str) -> str:
    """Give the word by which a route is known: ``events`` of ``GET /_sandbox/events/{name}``."""
    return name.partition("/_sandbox/")[2].partition("/")[0]
