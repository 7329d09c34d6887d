"""Bodies, read and written."""

import json

from bot.sandbox.refusal import Json, Refusal
from bot.sandbox.wire.call import Reply


def encoded(reply: Reply) -> bytes:
    """Write the body of an answer."""
    if isinstance(reply.body, bytes):
        return reply.body
    if reply.body is None:
        return b""
    return json.dumps(reply.body, ensure_ascii=False, separators=(",", ":")).encode(
        "utf-8", "backslashreplace"
    )


def parsed(body: bytes) -> Json:
    """Read a body. A bare list, as was once usual for labels, counts as labels."""
    if not body.strip():
        return {}
    try:
        read = json.loads(body)
    except ValueError as error:
        raise Refusal(400, "Problems parsing JSON") from error
    if isinstance(read, list):
        return {"labels": read}
    if not isinstance(read, dict):
        raise Refusal(400, "Body should be a JSON object")
    return read
