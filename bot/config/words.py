"""The kinds of value that keys take, each with the words that say so when it is a wrong one.

The tree gives every scalar as the text that was typed, so numbers, switches and enumerations are
read leniently here while everything around them is strict.
"""

import re
from decimal import Decimal
from typing import Annotated, Literal

from pydantic import (
    BeforeValidator,
    Field,
    StringConstraints,
    ValidationError,
    ValidatorFunctionWrapHandler,
    WithJsonSchema,
    WrapValidator,
)
from pydantic_core import PydanticCustomError

from bot.model.finding import Severity
from bot.model.policy import LONGEST_GLOB
from bot.model.slugs import RULE_SLUGS
from bot.model.stage import Stage

# A strange branch has a configuration too, and what it lists is compared with much else.
MOST = 200
LONGEST = 200
MOST_NEW = 10_000
MOST_APPROVALS = 100
LARGEST = 100_000_000
ROLES = ("read", "triage", "write", "maintain", "admin")

_SIZE = re.compile(r"([0-9]{1,12}(?:\.[0-9]{1,3})?) ?([Bb]|[Kk][Bb]|[Mm][Bb])")
_UNITS = {"B": 1, "KB": 1_000, "MB": 1_000_000}
# One line, and nothing in it that a terminal would act on: these texts end up in messages.
_PRINTABLE = r"^[^\x00-\x1f\x7f-\x9f]+$"
_APPROVER = (
    rf"^(codeowners|role:({'|'.join(ROLES)})|@?[A-Za-z0-9._-]+(\[bot\])?"
    r"|@[A-Za-z0-9._-]+/[A-Za-z0-9._-]+)$"
)


def wanted(what: str, *right: str) -> WrapValidator:
    """Say what a value has to be, in one way for all that pydantic may find wrong with it."""
    return _judged("wanted", {"what": what, "right": right})


def _known(noun: str, *right: str) -> WrapValidator:
    """Say that a key is not one of those there are."""
    return _judged("unknown", {"noun": noun, "right": right})


def _judged(kind: str, context: dict[str, object]) -> WrapValidator:
    def judge(value: object, handler: ValidatorFunctionWrapHandler) -> object:
        try:
            return handler(value)
        except ValidationError:
            raise PydanticCustomError(kind, kind, context) from None

    return WrapValidator(judge)


def _in_bytes(value: object) -> object:
    """Read ``2 MB`` as a number; anything else is left for pydantic to judge."""
    found = _SIZE.fullmatch(value) if isinstance(value, str) else None
    return int(Decimal(found[1]) * _UNITS[found[2].upper()]) if found else value


_SEVERITIES = "error, warning, note or off"
_STAGES = f"a stage ({', '.join(Stage)})"
_Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, pattern=_PRINTABLE)]
_Stage = Annotated[Stage, Field(strict=False)]
_Severity = Annotated[Severity, Field(strict=False)]

Text = Annotated[_Text, wanted("text")]
Words = Annotated[_Text, Field(max_length=LONGEST), wanted(f"1 to {LONGEST} characters")]
ManyWords = Annotated[tuple[Words, ...], Field(max_length=MOST)]
Glob = Annotated[
    _Text, Field(max_length=LONGEST_GLOB), wanted(f"a glob of 1 to {LONGEST_GLOB} characters")
]
Label = Annotated[_Text, Field(max_length=50), wanted("a label of 1 to 50 characters")]
Approver = Annotated[
    str,
    StringConstraints(strip_whitespace=True, pattern=_APPROVER),
    wanted(
        f"a login, “@org/team”, “codeowners” or “role:” and one of {', '.join(ROLES)}",
        "codeowners",
        *(f"role:{role}" for role in ROLES),
    ),
]
Labels = Annotated[tuple[Label, ...], Field(max_length=MOST)]
Approvers = Annotated[tuple[Approver, ...], Field(max_length=MOST)]
StageWord = Annotated[_Stage, wanted(_STAGES, *Stage)]
Stages = Annotated[dict[Words, StageWord], Field(max_length=MOST)]
Transitions = Annotated[dict[Words, ManyWords], Field(max_length=MOST)]
StageKey = Annotated[_Stage, _known("stage", *Stage)]
RuleKey = Annotated[
    str,
    StringConstraints(pattern=f"^({'|'.join(RULE_SLUGS)})$"),
    _known("rule", *RULE_SLUGS),
]
SeverityWord = Annotated[_Severity, wanted(_SEVERITIES, *Severity)]
SeverityAlone = Annotated[_Severity, wanted(f"{_SEVERITIES}, or these by stage", *Severity)]
Switch = Annotated[bool, Field(strict=False), wanted("true or false", "true", "false")]
Granularity = Annotated[
    Literal["item", "phase", "spec"],
    wanted("item, phase or spec", "item", "phase", "spec"),
]
Version = Annotated[
    int,
    Field(strict=False, ge=1, le=1),
    WithJsonSchema({"const": 1}),
    wanted("1, the only version there is"),
]
Minimum = Annotated[
    int,
    Field(strict=False, ge=0, le=MOST_APPROVALS),
    wanted(f"a whole number from 0 to {MOST_APPROVALS}"),
]
MaxNew = Annotated[
    int,
    Field(strict=False, ge=0, le=MOST_NEW),
    wanted(f"a whole number from 0 to {MOST_NEW}"),
]
Size = Annotated[
    int,
    Field(strict=False, ge=1, le=LARGEST),
    BeforeValidator(_in_bytes),
    WithJsonSchema(
        {
            "anyOf": [
                {"type": "integer", "minimum": 1, "maximum": LARGEST},
                {"type": "string", "pattern": f"^{_SIZE.pattern}$"},
            ]
        }
    ),
    wanted("a size from 1 byte to 100 MB, such as 500000 or “2 MB”"),
]
