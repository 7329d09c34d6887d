"""How our own classes are told from those in the text of people, which are dropped."""

import secrets

_MARK = secrets.token_hex(8) + "-"  # nobody can write it into a text beforehand


def marked(*names: str) -> str:
    """Return classes as the sanitiser lets them pass."""
    return " ".join(_MARK + name for name in names)


def unmarked(value: str) -> str | None:
    """Return those of the classes that are ours, by their true names; None where none is."""
    ours = [name.removeprefix(_MARK) for name in value.split() if name.startswith(_MARK)]
    return " ".join(ours) or None
