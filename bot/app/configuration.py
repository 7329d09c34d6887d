"""The bytes of a configuration → what the repository has decided."""

from bot.errors import StewardError
from bot.model.policy import Policy


def policy_of(data: bytes, where: str) -> Policy:
    """Read a configuration; ``where`` is how complaints call it."""
    from bot.config.load import load_policy  # noqa: PLC0415 - pydantic costs more than all the rest

    return load_policy(_decoded(data, where), where)


def _decoded(data: bytes, where: str) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        at = error.start + (len(data) - len(error.object))  # without the mark at its beginning
        line = data.count(b"\n", 0, at) + 1
        what = f"byte 0x{data[at]:02x} is not UTF-8"
        raise StewardError(what, where=f"{where}:{line}", mend="save it as UTF-8") from None
