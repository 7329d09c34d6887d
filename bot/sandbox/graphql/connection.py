"""Lists in GraphQL: a part of the whole, between two cursors."""

import binascii
from base64 import b64decode, b64encode
from collections.abc import Callable, Sequence
from typing import TypeVar

from bot.sandbox.graphql.refusal import refused

T = TypeVar("T")
Node = dict[str, object]

_MOST = 100


def connection(
    name: str, things: Sequence[T], shape: Callable[[T], object], arguments: dict[str, object]
) -> Node:
    """Return the part of a list that is asked for; how much has to be said.

    Where a shape is an error, that one of the nodes is refused.
    """
    first, last = arguments.get("first"), arguments.get("last")
    count = first if isinstance(first, int) else last
    if not isinstance(count, int):
        said = "You must provide a `first` or `last` value to properly paginate the "
        said += f"`{name}` connection."
        raise refused("MISSING_PAGINATION_BOUNDARIES", said)
    if not 0 <= count <= _MOST:
        said = (
            f"Requesting {count} records on the `{name}` connection "
            f"exceeds the `first` limit of {_MOST} records."
        )
        raise refused("EXCESSIVE_PAGINATION", said)
    start = _place(arguments.get("after"), -1) + 1
    end = _place(arguments.get("before"), len(things))
    if isinstance(first, int):
        end = min(end, start + count)
    else:
        start = max(start, end - count)
    found = things[start:end]
    return {
        "totalCount": len(things),
        "nodes": [shape(each) for each in found],
        "pageInfo": {
            "hasNextPage": end < len(things),
            "hasPreviousPage": start > 0,
            "startCursor": _cursor(start) if found else None,
            "endCursor": _cursor(start + len(found) - 1) if found else None,
        },
    }


def _cursor(place: int) -> str:
    return b64encode(f"cursor:v2:{place}".encode()).decode()


def _place(cursor: object, usual: int) -> int:
    if not isinstance(cursor, str):
        return usual
    try:
        return int(b64decode(cursor).decode().removeprefix("cursor:v2:"))
    except (binascii.Error, ValueError) as error:
        raise refused("INVALID_CURSOR_ARGUMENTS", f"`{cursor}` is not a valid cursor.") from error
