"""The kinds of value that the keys under ``issues`` take, and no others do."""

import re
from typing import Annotated, Literal

from pydantic import (
    AfterValidator,
    Field,
    StringConstraints,
    ValidationError,
    ValidatorFunctionWrapHandler,
    WrapValidator,
)
from pydantic_core import PydanticCustomError

from bot.config import words
from bot.config.mapping import clash
from bot.config.wording import quoted
from bot.config.words import wanted
from bot.model.own_labels import FAMILY, LABEL
from bot.model.title_form import NAMES

MOST_ASSIGNEES = 10  # that is all GitHub takes
LONGEST_TYPE = 100
LONGEST_TITLE = 200
PLACEHOLDERS = tuple(f"{{{name}}}" for name in NAMES)

_LOGIN = r"^@?[A-Za-z0-9._-]{1,100}(\[bot\])?$"
_TYPE = r"^[^\x00-\x1f\x7f-\x9f]+$"
_PIECE = rf"([^\x00-\x1f\x7f-\x9f{{}}]|\{{({'|'.join(NAMES)})\}})"
_OWN_WORDS = "{text}"
_TITLE = rf"^{_PIECE}*\{{text\}}{_PIECE}*$"
_BRACES = re.compile(r"\{[^{}]*\}|[{}]")


def _judge(value: object, handler: ValidatorFunctionWrapHandler) -> object:
    """Name the first thing in braces that stands for nothing, or what has to stand there."""
    try:
        return handler(value)
    except ValidationError:
        found = _BRACES.findall(value) if isinstance(value, str) else ()
        wrong = [each for each in found if each not in PLACEHOLDERS]
        if wrong:
            context = {"word": wrong[0], "right": PLACEHOLDERS}
            raise PydanticCustomError("placeholder", "placeholder", context) from None
        is_short = isinstance(value, str) and 0 < len(value.strip()) <= LONGEST_TITLE
        if is_short and _OWN_WORDS not in str(value):
            what = f"{quoted(str(value))} gives many issues one title"
            raise clash(what, mend=f"put {_OWN_WORDS}, the words of the item, into it") from None
        what = f"a title of 1 to {LONGEST_TITLE} characters"
        raise PydanticCustomError("wanted", "wanted", {"what": what, "right": ()}) from None


def _others(labels: tuple[str, ...]) -> tuple[str, ...]:
    """Refuse the labels that are the Steward's own: they would say what is not so."""
    for place, label in enumerate(labels):
        if label.casefold() == LABEL:
            raise clash(f"every issue has {quoted(label)} by itself", place, mend="take it out")
        if label.casefold().startswith(FAMILY):
            what = f"{quoted(label)} is one of the labels that show a pull request's status"
            raise clash(what, place, mend=f"use one that does not begin with {quoted(FAMILY)}")
    return labels


Labels = Annotated[words.Labels, AfterValidator(_others)]
Login = Annotated[str, StringConstraints(strip_whitespace=True, pattern=_LOGIN), wanted("a login")]
Assignees = Annotated[tuple[Login, ...], Field(max_length=MOST_ASSIGNEES)]
MilestoneBy = Annotated[
    Literal["none", "spec", "phase"],
    wanted("none, spec or phase", "none", "spec", "phase"),
]
IssueType = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1, max_length=LONGEST_TYPE, pattern=_TYPE),
    wanted(f"the name of an issue type, of 1 to {LONGEST_TYPE} characters"),
]
Title = Annotated[
    str,
    StringConstraints(
        strip_whitespace=True, min_length=1, max_length=LONGEST_TITLE, pattern=_TITLE
    ),
    WrapValidator(_judge),
]
