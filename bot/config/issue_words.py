"""The kinds of value that the keys under ``issues`` take, and no others do."""

import re
from typing import Annotated, Literal

from pydantic import (
    Field,
    StringConstraints,
    ValidationError,
    ValidatorFunctionWrapHandler,
    WrapValidator,
)
from pydantic_core import PydanticCustomError

from bot.config.words import wanted
from bot.model.title_form import NAMES

MOST_ASSIGNEES = 10  # that is all GitHub takes
LONGEST_TYPE = 100
LONGEST_TITLE = 200
PLACEHOLDERS = tuple(f"{{{name}}}" for name in NAMES)

_LOGIN = r"^@?[A-Za-z0-9._-]{1,100}(\[bot\])?$"
_TYPE = r"^[^\x00-\x1f\x7f-\x9f]+$"
_TITLE = rf"^([^\x00-\x1f\x7f-\x9f{{}}]|\{{({'|'.join(NAMES)})\}})+$"
_BRACES = re.compile(r"\{[^{}]*\}|[{}]")


def _judge(value: object, handler: ValidatorFunctionWrapHandler) -> object:
    """Name the first thing in braces that stands for nothing."""
    try:
        return handler(value)
    except ValidationError:
        found = _BRACES.findall(value) if isinstance(value, str) else ()
        wrong = [each for each in found if each not in PLACEHOLDERS]
        if wrong:
            context = {"word": wrong[0], "right": PLACEHOLDERS}
            raise PydanticCustomError("placeholder", "placeholder", context) from None
        what = f"a title of 1 to {LONGEST_TITLE} characters"
        raise PydanticCustomError("wanted", "wanted", {"what": what, "right": ()}) from None


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
