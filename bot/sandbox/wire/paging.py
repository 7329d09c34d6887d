"""Lists come in pages, and say in ``Link`` where the others are."""

from collections.abc import Callable, Sequence
from typing import TypeVar
from urllib.parse import urlencode

from bot.sandbox.view import View
from bot.sandbox.wire.call import Call, Reply

T = TypeVar("T")

_USUAL = 30
_MOST = 100


def paged(
    call: Call, things: Sequence[T], shape: Callable[[View, T], object], envelope: str = ""
) -> Reply:
    """Answer with the page that was asked for; in an envelope, with the number of all."""
    size, page = span(call)
    found = [shape(call.view, thing) for thing in things[(page - 1) * size : page * size]]
    last = max(1, -(-len(things) // size))
    headers = links(call, page, last)
    if not envelope:
        return Reply(found, headers=headers)
    body = {"total_count": len(things), envelope: found}
    return Reply(body, headers=headers)


def span(call: Call) -> tuple[int, int]:
    """Return the size and the number of the page that was asked for."""
    size = _number(call, "per_page", _USUAL)
    return min(size or _USUAL, _MOST), _number(call, "page", 1) or 1


def links(call: Call, page: int, last: int) -> dict[str, str]:
    """Return the header that leads to other pages; none where there is only one."""
    others: dict[str, int] = {}
    if page > 1:
        others["prev"] = min(page - 1, last)
    if page < last:
        others |= {"next": page + 1, "last": last}
    if page > 1:
        others["first"] = 1
    if not others:
        return {}
    start = call.view.api + call.path
    if call.found is not None:
        start = f"{call.view.api}/repositories/{call.found.id}{call.path}"
    said = (
        f'<{start}?{urlencode({**call.query, "page": number})}>; rel="{name}"'
        for name, number in others.items()
    )
    return {"Link": ", ".join(said)}


def _number(call: Call, name: str, usual: int) -> int:
    value = call.query.get(name, "")
    return int(value) if value.isdecimal() else usual
