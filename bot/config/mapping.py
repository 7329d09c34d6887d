"""What every mapping of the configuration does: it knows its keys, and takes no others."""

from collections.abc import Iterator, Sequence
from typing import get_args

from pydantic import BaseModel, ConfigDict
from pydantic_core import PydanticCustomError


class Mapping(BaseModel):
    """A mapping of known keys, and no others."""

    model_config = ConfigDict(strict=True, extra="forbid", frozen=True)

    @classmethod
    def keys(cls) -> tuple[str, ...]:
        """Give the keys as the file spells them."""
        return tuple(field.alias or name for name, field in cls.model_fields.items())

    @classmethod
    def homes(cls, home: str = "") -> Iterator[tuple[str, str]]:
        """Give every key at any depth, and the key under which it stands (empty at the top)."""
        keys = cls.keys()
        for key in keys:
            yield key, home
            if inner := cls._inner(key)[0]:
                yield from inner.homes(key)

    @classmethod
    def at(cls, path: Sequence[str | int]) -> "type[Mapping]":
        """Give the form of the mapping that stands at a path."""
        if not path:
            return cls
        inner, is_entry = cls._inner(path[0])
        return (inner or cls).at(path[1 + is_entry :])

    @classmethod
    def _inner(cls, key: str | int) -> "tuple[type[Mapping] | None, bool]":
        """Give the form of what stands under a key, and whether that is in entries of it."""
        fields = dict(zip(cls.keys(), cls.model_fields.values(), strict=True))
        kind = fields[str(key)].annotation
        for each, is_entry in ((kind, False), *((arg, True) for arg in get_args(kind))):
            if isinstance(each, type) and issubclass(each, Mapping):
                return each, is_entry
        return None, False


def too_many(noun: str, most: int) -> PydanticCustomError:
    """Refuse more in all than any team needs, in pydantic's own way for a single list."""
    return PydanticCustomError("too_long", "too_long", {"noun": noun, "max_length": most})


def clash(what: str, *steps: str | int, mend: str = "keep one of the two") -> PydanticCustomError:
    """Refuse what another place already says otherwise; the steps lead there from the mapping."""
    return PydanticCustomError("clash", "clash", {"what": what, "steps": steps, "mend": mend})
