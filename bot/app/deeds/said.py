"""A deed in plain words: as it was done, and as it would be."""

from typing import NamedTuple


class Said(NamedTuple):
    """``done`` tells it as past; ``plain`` goes after “would” and “to”."""

    done: str
    plain: str


def said(verb: str, rest: str, plain: str = "") -> Said:
    """Say both with one ending: “wrote the check” and “write the check”."""
    return Said(f"{verb} {rest}", f"{plain or verb} {rest}")
