"""The boxes that the write-back is about to change, by name, each with what it is to say.

The name is the number of the issue that a box has, or that of the issue which lists it and, behind
a dot, the name of the box in its text.
"""

from collections.abc import Mapping
from types import MappingProxyType

Waits = Mapping[str, bool]
NONE: Waits = MappingProxyType({})


def said_before(waits: Waits, name: str, known: bool) -> bool:
    """Say what the document said of a box last: one that waits was not changed there yet.

    What both sides are ``known`` to have agreed on does not tell: it is remembered only after the
    write-back holds it.
    """
    return not waits[name] if name in waits else known


def both(waits: Waits, others: Waits) -> Waits:
    """Give the boxes that are to say the same by both."""
    return {name: done for name, done in waits.items() if others.get(name) is done}
