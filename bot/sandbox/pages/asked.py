"""What a request for a page says, and how the page is answered."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial

from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, RedirectResponse, Response
from starlette.routing import Route

from bot.sandbox.hub import Hub
from bot.sandbox.pages.paper import Frame, Paper, frame, paper
from bot.sandbox.pages.sundry import missing_page
from bot.sandbox.records import Repository
from bot.sandbox.refusal import Refusal, not_found
from bot.sandbox.state.issues import find_issue
from bot.sandbox.threads import Issue
from bot.sandbox.wire.access import find_repository

_GONE = 404
_DIGITS = re.compile("[0-9]{1,9}")
_SAFE = {
    "Cache-Control": "no-store",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}


@dataclass(frozen=True, slots=True)
class Asked:
    """A request for a page of a repository."""

    hub: Hub
    repository: Repository
    words: Mapping[str, str]
    query: Mapping[str, str]

    def frame(self, tab: str, title: str) -> Frame:
        """Return what stands around the page."""
        return frame(self.hub, self.repository, tab, title)

    @property
    def number(self) -> int:
        """The number that the address has."""
        return _number(self.words["number"])

    @property
    def issue(self) -> Issue:
        """The issue or pull request whose number the address has."""
        found = find_issue(self.hub, self.repository, self.number)
        if found is None:
            raise not_found()
        return found

    @property
    def page(self) -> int:
        """Which page of a list is wanted."""
        return max(1, _number(self.query.get("page", "1")))


Answer = tuple[Frame, Markup] | Response
Page = Callable[[Asked], Answer]


def route(hub: Hub, path: str, page: Page) -> Route:
    """Return the route of a page."""
    return Route(path, partial(_serve, hub, page), methods=["GET"])


def moved(path: str) -> Response:
    """Lead elsewhere, on this server."""
    return RedirectResponse(path, 302, _SAFE)


def plain(data: bytes) -> Response:
    """Send a file as it is: as text, which no browser takes for a page."""
    policy = "default-src 'none'; sandbox"
    headers = {**_SAFE, "Content-Security-Policy": policy}
    return Response(data, headers=headers, media_type="text/plain; charset=utf-8")


async def _serve(hub: Hub, page: Page, request: Request) -> Response:
    """Answer a request; where there is no such page, API clients hear it in JSON."""
    with hub.lock, hub.store.transaction():
        try:
            answer = page(_asked(hub, request))
        except Refusal as refusal:
            if "text/html" not in request.headers.get("accept", ""):
                return JSONResponse(refusal.body, refusal.status)
            around = frame(hub, hub.repository, "", "Page not found")
            return _sent(paper(around, missing_page(around)), _GONE)
        return answer if isinstance(answer, Response) else _sent(paper(*answer))


def _asked(hub: Hub, request: Request) -> Asked:
    words = {name: str(value) for name, value in request.path_params.items()}
    repository: Repository | None = hub.repository
    if "owner" in words:
        repository = find_repository(hub, words["owner"], words["repo"])
    if repository is None:
        raise not_found()
    return Asked(hub, repository, words, dict(request.query_params))


def _sent(made: Paper, status: int = 200) -> Response:
    return HTMLResponse(made.html, status, {**_SAFE, "Content-Security-Policy": made.policy})


def _number(digits: str) -> int:
    """Read a number that the database can take; anything else is none of ours."""
    return int(digits) if _DIGITS.fullmatch(digits) else 0
