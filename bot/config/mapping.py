"""What every mapping of the configuration does: it knows its keys, and takes no others."""

from collections.abc import Iterator
from typing import get_args

from pydantic import BaseModel, ConfigDict, model_validator
from pydantic_core import PydanticCustomError


class Mapping(BaseModel):
    """A mapping of known keys, and no others."""

    model_config = ConfigDict(strict=True, extra="forbid", frozen=True)

    @model_validator(mode="before")
    @classmethod
    def _know_every_key(cls, value: object) -> object:
        # Ahead of pydantic's own refusal, which does not say what the right keys are.
        right = cls.keys()
        for key in value if isinstance(value, dict) else ():
            if key not in right:
                context = {"noun": "key", "right": right, "steps": (key,)}
                raise PydanticCustomError("unknown", "unknown", context)
        return value

    @classmethod
    def keys(cls) -> tuple[str, ...]:
        """Give the keys as the file spells them."""
        return tuple(field.alias or name for name, field in cls.model_fields.items())

    @classmethod
    def homes(cls, home: str = "") -> Iterator[tuple[str, str]]:
        """Give every key at any depth, and the key under which it stands (empty at the top)."""
        for key, field in zip(cls.keys(), cls.model_fields.values(), strict=True):
            yield key, home
            for kind in (field.annotation, *get_args(field.annotation)):
                if isinstance(kind, type) and issubclass(kind, Mapping):
                    yield from kind.homes(key)


def too_many(noun: str, most: int) -> PydanticCustomError:
    """Refuse more in all than any team needs, in pydantic's own way for a single list."""
    return PydanticCustomError("too_long", "too_long", {"noun": noun, "max_length": most})


def clash(what: str, *steps: str | int, mend: str = "keep one of the two") -> PydanticCustomError:
    """Refuse what another place already says otherwise; the steps lead there from the mapping."""
    return PydanticCustomError("clash", "clash", {"what": what, "steps": steps, "mend": mend})
