"""What a request to one of the sandbox's own routes gives, held against what its deed takes."""

import inspect
import json
from collections.abc import Callable, Mapping
from difflib import get_close_matches
from typing import Any, cast, get_type_hints

from starlette.requests import Request

from bot.errors import StewardError
from bot.sandbox.refusal import Json


async def given_to(
    request: Request, deed: Callable[..., object], **other: object
) -> dict[str, Any]:
    """Read the words for a deed out of a request's body; ``other`` are kinds that differ in JSON.

    A parameter whose kind is a class of ours is none of the request's.
    """
    hints = {**get_type_hints(deed), **other}
    parameters = inspect.signature(deed).parameters
    known = {name: hints[name] for name in parameters if not _is_ours(hints[name])}
    needed = [name for name in known if parameters[name].default is inspect.Parameter.empty]
    keys = ", ".join(f"{name} (required)" if name in needed else name for name in known)
    given = await _body(request, f"its keys: {keys}")
    for name in given:
        if name not in known:
            near = get_close_matches(name, known, n=1)
            mend = f"did you mean “{near[0]}”? " if near else ""
            raise StewardError(f"there is no key “{name}”", mend=f"{mend}its keys: {keys}")
    for name in needed:
        if name not in given:
            raise StewardError(f"the key “{name}” is missing", mend=f"its keys: {keys}")
    return {name: _value(name, value, known[name]) for name, value in given.items()}


async def _body(request: Request, mend: str) -> Json:
    try:
        given = json.loads(await request.body() or b"{}")
    except ValueError as error:
        raise StewardError(
            f"the body is no JSON: {error}", mend=f"send an object; {mend}"
        ) from None
    if not isinstance(given, Mapping):
        raise StewardError("the body is no JSON object", mend=f"send one; {mend}")
    return dict(given)


def _value(name: str, value: object, kind: object) -> object:
    from pydantic import TypeAdapter, ValidationError  # noqa: PLC0415 - slow to load, seldom needed

    try:
        adapter = TypeAdapter(cast("type[object]", kind))
        return adapter.validate_json(json.dumps(value), strict=True)
    except ValidationError as error:
        detail = error.errors()[0]
        place = "".join(f"[{step!r}]" for step in detail["loc"])
        mend = f"got {json.dumps(detail['input'])}"
        raise StewardError(f"{name}{place}: {detail['msg']}", mend=mend) from None


def _is_ours(kind: object) -> bool:
    return isinstance(kind, type) and kind.__module__.startswith("bot.")
