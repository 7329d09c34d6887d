"""The application: routes, and what every request passes on its way to them."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import partial

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.routing import BaseRoute, Route
from starlette.types import Scope

from bot.sandbox.graphql.endpoint import GraphQL
from bot.sandbox.hub import Hub
from bot.sandbox.rest.table import ROUTES
from bot.sandbox.wire.address import Addressing
from bot.sandbox.wire.answer import Answering
from bot.sandbox.wire.control import Control
from bot.sandbox.wire.faults import Drop, Faulting, Faults
from bot.sandbox.wire.journal import Journal, Writing
from bot.sandbox.wire.limits import Limits

_HOSTS = ["127.0.0.1", "localhost"]
_METHODS = ["GET", "POST", "PUT", "PATCH", "DELETE"]


@dataclass(frozen=True, slots=True)
class Desk:
    """What surrounds a hub while it is served, and is forgotten afterwards."""

    hub: Hub
    limits: Limits
    faults: Faults = field(default_factory=Faults)
    journal: Journal = field(default_factory=Journal)

    @classmethod
    def at(cls, hub: Hub) -> "Desk":
        """Make one for a hub."""
        return cls(hub, Limits(hub.clock))


def _nothing(_: Scope) -> bool:
    return False


def create_app(desk: Desk, pages: Sequence[BaseRoute] = (), drop: Drop = _nothing) -> Starlette:
    """Make the application; ``pages`` come after GitHub's API, ``drop`` cuts a connection."""
    answering = Answering(desk.hub, desk.limits)
    routes: list[BaseRoute] = [
        Route("/graphql", GraphQL(answering).serve, methods=["POST"]),
        Route("/rate_limit", answering.rates, methods=["GET"]),
        *(
            Route(
                each.path if each.alone else f"/repos/{{owner}}/{{repo}}{each.path}",
                partial(answering.serve, each),
                methods=[each.method],
            )
            for each in ROUTES
        ),
        *Control(desk.faults, desk.journal, desk.limits).routes(),
        *pages,
        Route("/{rest:path}", answering.refuse, methods=_METHODS),
    ]
    middleware = [
        # its tokens are known to everybody: no page of elsewhere may get here under another name
        Middleware(TrustedHostMiddleware, allowed_hosts=_HOSTS, www_redirect=False),
        Middleware(Writing, journal=desk.journal),
        Middleware(Faulting, faults=desk.faults, drop=drop),
        Middleware(Addressing, hub=desk.hub),
    ]
    app = Starlette(routes=routes, middleware=middleware)
    app.router.redirect_slashes = False
    return app
