"""The application: routes, and what every request passes on its way to them."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import partial

from starlette.applications import Starlette
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.routing import BaseRoute, Route
from starlette.types import ASGIApp, Scope

from bot.sandbox.events.routes import EventRoutes
from bot.sandbox.graphql.endpoint import GraphQL
from bot.sandbox.hub import Hub
from bot.sandbox.rest.table import ROUTES
from bot.sandbox.scene import Scene
from bot.sandbox.staging import Staging
from bot.sandbox.wire.address import Addressing
from bot.sandbox.wire.answer import Answering
from bot.sandbox.wire.control import Control
from bot.sandbox.wire.faulting import Drop, Faulting
from bot.sandbox.wire.faults import Faults
from bot.sandbox.wire.journal import Journal, Writing
from bot.sandbox.wire.limits import Limits
from bot.sandbox.wire.past import Past
from bot.sandbox.wire.unknown import Unknown

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


def create_app(desk: Desk, pages: Sequence[BaseRoute] = (), drop: Drop = _nothing) -> ASGIApp:
    """Make the application; ``pages`` come after GitHub's API, ``drop`` cuts a connection."""
    own = (
        *Control(desk.faults, desk.journal, desk.limits).routes(),
        *Staging(Scene(desk.hub)).routes(),
        *EventRoutes(desk.hub).routes(),
    )
    own = (*own, *Unknown(own).routes())
    past = Past(desk.hub, lambda hub: _github(hub, desk.limits))
    app: ASGIApp = Faulting(_github(desk.hub, desk.limits, (*own, *pages)), desk.faults, drop, past)
    # its tokens are known to everybody: no page of elsewhere may get here under another name
    return TrustedHostMiddleware(Writing(app, desk.journal), _HOSTS, www_redirect=False)


def _github(hub: Hub, limits: Limits, more: Sequence[BaseRoute] = ()) -> ASGIApp:
    """Serve what a hub remembers, as GitHub would."""
    answering = Answering(hub, limits)
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
        *more,
        Route("/{rest:path}", answering.refuse, methods=_METHODS),
    ]
    app = Starlette(routes=routes)
    app.router.redirect_slashes = False
    return Addressing(app, hub)
