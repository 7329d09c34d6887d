"""The form of `.github/spec-steward.yml` as a whole.

Descriptions and examples, here and in the parts, are what editors show through the published
JSON Schema.
"""

from typing import Annotated

from pydantic import AfterValidator, Discriminator, Field, Tag

from bot.config import words
from bot.config.mapping import Mapping, too_many
from bot.config.parts import Approval, Issues, Limits, Status
from bot.config.template import Template
from bot.config.words import MOST, StageKey
from bot.model.policy import MOST_GLOBS

_ALONE, _BY_STAGE = "<alone>", "<by stage>"

Setting = Annotated[
    Annotated[words.SeverityAlone, Tag(_ALONE)]
    | Annotated[dict[StageKey, words.SeverityWord], Tag(_BY_STAGE)],
    Discriminator(lambda value: _BY_STAGE if isinstance(value, dict) else _ALONE),
]


def _in_bounds(templates: tuple[Template, ...]) -> tuple[Template, ...]:
    if sum(len(each.paths) + len(each.exclude) for each in templates) > MOST_GLOBS:
        raise too_many("globs in all", MOST_GLOBS)
    return templates


class Config(Mapping):
    """All of it; every key is optional."""

    version: words.Version = Field(default=1, description="The version of this form.", examples=[1])
    templates: Annotated[tuple[Template, ...], AfterValidator(_in_bounds)] = Field(
        default=(),
        max_length=MOST,
        description="The templates of this repository. Absent: those that are found in it.",
        examples=[[{"template": "docs/tech-spec/TEMPLATE.md", "paths": ["docs/tech-spec/*.md"]}]],
    )
    rules: dict[words.RuleKey, Setting] = Field(
        default={},
        description="How much a rule's findings weigh, at every stage or by stage.",
        examples=[{"placeholder": "warning", "missing-section": {"drafting": "warning"}}],
    )
    status: Status = Field(
        default=Status(),
        description="What the status words mean, which may follow which, and who writes them.",
        examples=[{"stages": {"Accepted": "approved"}}],
    )
    approvals: dict[StageKey, Approval] = Field(
        default={},
        description="Who has to say yes before a stage is entered. Absent: one code owner "
        "before approved, where there are code owners.",
        examples=[{"approved": {"minimum": 2, "from": ["codeowners"]}}],
    )
    issues: Issues = Field(
        default=Issues(),
        description="Whether and how checklists become issues.",
        examples=[{"enabled": True, "when": "approved", "granularity": "item"}],
    )
    limits: Limits = Field(
        default=Limits(), description="How much is read.", examples=[{"size": "2 MB"}]
    )
