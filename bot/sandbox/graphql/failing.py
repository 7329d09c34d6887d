"""Parts of an answer that fail on request, so that errors come beside data."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from starlette.types import Scope

from bot.sandbox.graphql.refusal import refused
from bot.sandbox.wire.faulting import FAULT
from bot.sandbox.wire.faults import Fault

if TYPE_CHECKING:
    from graphql import GraphQLResolveInfo

_KINDS = {403: "FORBIDDEN", 404: "NOT_FOUND", None: ""}

Resolve = Callable[..., object]


def failing(scope: Scope) -> list[Resolve]:
    """Return what stands between a query and its answer: nothing, if all is well."""
    fault = scope.get(FAULT)
    if not isinstance(fault, Fault) or not fault.parts:
        return []

    def fail(
        resolve: Resolve, source: object, info: "GraphQLResolveInfo[object]", **arguments: object
    ) -> object:
        names = [part for part in info.path.as_list() if isinstance(part, str)]
        if ".".join(names) in fault.parts:
            raise refused(_KINDS.get(fault.status, ""), fault.body)
        return resolve(source, info, **arguments)

    return [fail]
