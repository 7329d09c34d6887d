"""One request of the REST API, from its token to its answer."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import Response

from bot.sandbox.hub import Hub
from bot.sandbox.records import Repository
from bot.sandbox.refusal import Refusal, existing, moved, not_found
from bot.sandbox.state.renaming import find_renamed
from bot.sandbox.view import View
from bot.sandbox.viewer import Viewer
from bot.sandbox.wire.access import find_repository, identify, require
from bot.sandbox.wire.address import PREFIX
from bot.sandbox.wire.bodies import encoded, parsed
from bot.sandbox.wire.call import Call, Reply
from bot.sandbox.wire.journal import NUMBER, VIEWER
from bot.sandbox.wire.limits import NAMES, Limits, headers
from bot.sandbox.wire.route import Route

_READS = ("GET", "HEAD")
_EVERYWHERE = {
    "X-GitHub-Media-Type": "github.v3; format=json",
    "X-GitHub-Api-Version-Selected": "2022-11-28",
    "Vary": "Accept, Authorization, Cookie, X-GitHub-OTP,Accept-Encoding, Accept, X-Requested-With",
}


@dataclass(frozen=True, slots=True)
class Answering:
    """What all requests share: the hub, and what is left to each token."""

    hub: Hub
    limits: Limits

    async def serve(self, route: Route, request: Request) -> Response:
        """Answer a request; what it began is undone where it is refused."""
        body = await request.body()
        with self.hub.lock:
            viewer = Viewer()
            try:
                viewer = self.enter(request)
                self.limits.spend(viewer)
                with self.hub.store.transaction():
                    reply = route.handler(self._call(route, request, body, viewer))
            except Refusal as refusal:
                reply = Reply(refusal.body, refusal.status, refusal.headers)
            return self._respond(request, reply, viewer)

    async def rates(self, request: Request) -> Response:
        """Say what is left; asking costs nothing."""
        with self.hub.lock:
            viewer = Viewer()
            try:
                viewer = self.enter(request)
                left = {name: self.limits.budget(viewer, name).as_json() for name in NAMES}
                left["search"] = dict(left["core"])
                reply = Reply({"resources": left, "rate": left["core"]})
            except Refusal as refusal:
                reply = Reply(refusal.body, refusal.status, refusal.headers)
            return self._respond(request, reply, viewer)

    async def refuse(self, request: Request) -> Response:
        """Answer what no route takes."""
        refusal = not_found()
        return self._respond(request, Reply(refusal.body, refusal.status), Viewer())

    def enter(self, request: Request, *, required: bool = False) -> Viewer:
        """Return who asks, and note it in the journal."""
        viewer = identify(self.hub, request.headers)
        if required and viewer.user is None:
            raise Refusal(401, "This endpoint requires you to be authenticated.")
        note(request, "login", viewer.user.login if viewer.user else None)
        return viewer

    def view(self, request: Request, viewer: Viewer) -> View:
        """Return from where the request looks at the hub."""
        html = f"{request.url.scheme}://{request.url.netloc}"
        return View(self.hub, html + str(request.scope.get(PREFIX, "")), html, viewer)

    def _call(self, route: Route, request: Request, body: bytes, viewer: Viewer) -> Call:
        words = {name: str(value) for name, value in request.path_params.items()}
        repository, path = None, request.url.path
        if not route.alone:
            repository = self._repository(request, words)
            path = "/" + "/".join(request.scope["path"].split("/")[4:])
        if repository is not None and route.need is not None:
            require(self.hub, viewer, repository, request.method, route.need)
        return Call(
            view=self.view(request, viewer),
            found=repository,
            path=quote(path).rstrip("/"),
            words=words,
            query=dict(request.query_params),
            body=parsed(body),
            accept=request.headers.get("accept", ""),
        )

    def _repository(self, request: Request, words: Mapping[str, str]) -> Repository:
        owner, name = words["owner"], words["repo"]
        found = find_repository(self.hub, owner, name)
        if found is not None:
            return found
        renamed = existing(find_renamed(self.hub, owner, name))
        rest = "/".join(request.scope["path"].split("/")[4:])
        query = f"?{request.url.query}" if request.url.query else ""
        base = self.view(request, Viewer()).api
        rest = quote(f"/repositories/{renamed.id}/{rest}".rstrip("/")) + query
        raise moved(base + rest, keeps=request.method not in _READS)

    def _respond(self, request: Request, reply: Reply, viewer: Viewer) -> Response:
        data = encoded(reply)
        named = {**_EVERYWHERE, **reply.headers, "X-GitHub-Request-Id": _number(request)}
        status = reply.status
        if request.method in {"GET", "HEAD"} and status == 200:  # noqa: PLR2004 - OK
            named["ETag"] = f'W/"{hashlib.sha256(data).hexdigest()}"'
            named["Cache-Control"] = "private, max-age=60, s-maxage=60"
            if named["ETag"] in request.headers.get("if-none-match", ""):
                self.limits.refund(viewer)
                status, data = 304, b""
        named |= headers(self.limits.budget(viewer))
        named["Content-Type"] = reply.media
        return Response(data, status, named)


def note(request: Request, name: str, value: str | None) -> None:
    """Leave something for the journal."""
    noted = request.scope.get(VIEWER)
    if isinstance(noted, dict):
        noted[name] = value


def _number(request: Request) -> str:
    return f"SAND:{request.scope.get(NUMBER, 0):04X}"
