"""The mapping that stands for a template: what it governs, and what holds for that alone."""

from typing import Self

from pydantic import Field, model_validator

from bot.config.mapping import Mapping, clash
from bot.config.parts import Approval
from bot.config.wording import quoted
from bot.config.words import Glob, ManyWords, StageKey, Text


class Sections(Mapping):
    """Titles of the template's sections, by how much each is wanted."""

    required: ManyWords = Field(
        default=(),
        description="Sections whose absence is an error, by their title in the template.",
        examples=[["Context"]],
    )
    expected: ManyWords = Field(
        default=(),
        description="Sections whose absence is a warning, by their title in the template.",
        examples=[["Diagrams"]],
    )
    optional: ManyWords = Field(
        default=(),
        description="Sections that nobody misses, by their title in the template.",
        examples=[["Appendix"]],
    )

    @model_validator(mode="after")
    def _one_tier_each(self) -> Self:
        seen: dict[str, str] = {}
        for tier in ("required", "expected", "optional"):
            for place, title in enumerate(getattr(self, tier)):
                other = seen.setdefault(title.casefold(), tier)
                if other != tier:
                    raise clash(f"{quoted(title)} stands under {other} too", tier, place)
        return self


class Template(Mapping):
    """A template and the documents that are made from it."""

    template: Text = Field(
        description="The template's file, or the name of a built-in one.",
        examples=["docs/tech-spec/TEMPLATE.md", "tech-spec"],
    )
    paths: tuple[Glob, ...] = Field(
        default=(),
        description="The documents that it governs, as globs from the repository's root. "
        "Absent: those that the template's own text or its folder tells.",
        examples=[["docs/tech-spec/*.md"]],
    )
    exclude: tuple[Glob, ...] = Field(
        default=(),
        description="Globs of documents among those that are no specs.",
        examples=[["docs/tech-spec/README.md"]],
    )
    sections: Sections = Field(
        default=Sections(),
        description="How much sections are wanted, over what the template says.",
        examples=[{"required": ["Context"], "optional": ["Appendix"]}],
    )
    approvals: dict[StageKey, Approval] = Field(
        default={},
        description="Who has to say yes before one of these documents enters a stage, "
        "stage by stage over what is said for all.",
        examples=[{"approved": {"minimum": 2, "from": ["@acme/architects"]}}],
    )
