"""The form of an issue's title, as a configuration may give it: ``{id}: {text}``."""

import re

FORM = "{id}: {text}"
"""of a task's title, unless configured"""
NAMES = ("id", "title", "phase", "text")
"""what a form may use: the spec's id and title, the phase, and the words of the task"""

_NAMED = re.compile(r"\{([^{}]*)\}")
_PARTING = " \t:;,·|/\N{EN DASH}\N{EM DASH}-"


def filled(form: str, values: dict[str, str]) -> str:
    """Fill in a form; what is empty takes along the marks that part it from the rest."""
    for name in NAMES:
        if not values.get(name):
            named = rf"\{{{name}\}}"
            around = rf"(?:\({named}\)|\[{named}\]|{named})[{re.escape(_PARTING)}]*"
            shorter = re.sub(around, "", form)
            form = form if shorter == form else shorter.rstrip(_PARTING)
    return _NAMED.sub(lambda match: values.get(match[1], match[0]), form)
