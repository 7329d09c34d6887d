"""The configuration's tiers over the template's."""

import pytest

from bot.errors import StewardError
from bot.model.policy import TemplatePolicy
from bot.model.schema import Schema, Tier
from bot.registry.tiers import with_tiers
from bot.schema.derive import derive

TEMPLATE = ("# T", "", "## Design", "", "### API", "text", "", "### Data", "text", "", "## Risks")
SCHEMA = derive(TEMPLATE, "t.md", {}, "t")


def _wanted(*tiers: tuple[str, Tier]) -> TemplatePolicy:
    return TemplatePolicy("t", tiers=tiers)


def _tiers(schema: Schema) -> dict[str, Tier]:
    return {section.title: section.tier for section in schema.sections}


def test_without_wishes_nothing_changes() -> None:
    assert with_tiers(SCHEMA, TemplatePolicy("t"), "steward.yml") is SCHEMA


def test_a_section_is_what_the_team_says() -> None:
    schema = with_tiers(SCHEMA, _wanted(("risks", Tier.EXPECTED)), "steward.yml")
    assert _tiers(schema) == {**_tiers(SCHEMA), "Risks": Tier.EXPECTED}
    assert schema.sections[-1].why == "configuration"
    assert schema.digest != SCHEMA.digest
    assert schema.sections[0] == SCHEMA.sections[0]


def test_parts_follow_what_is_made_optional_unless_they_are_named() -> None:
    wanted = _wanted(("Design", Tier.OPTIONAL), ("Data", Tier.REQUIRED))
    schema = with_tiers(SCHEMA, wanted, "steward.yml")
    assert _tiers(schema) == {
        "Design": Tier.OPTIONAL,
        "API": Tier.OPTIONAL,
        "Data": Tier.REQUIRED,
        "Risks": _tiers(SCHEMA)["Risks"],
    }
    assert [section.why for section in schema.sections[:3]] == [
        "configuration",
        "within “Design”",
        "configuration",
    ]


def test_what_is_within_an_expected_section_is_no_more_than_expected() -> None:
    schema = with_tiers(SCHEMA, _wanted(("Design", Tier.EXPECTED)), "steward.yml")
    assert _tiers(schema)["API"] is Tier.EXPECTED
    assert _tiers(schema)["Risks"] is Tier.REQUIRED


@pytest.mark.parametrize(
    ("title", "mend"),
    [("riskss", "Risks"), ("Risk list", "Risks"), ("zzz", "it has Design, API, Data, Risks")],
)
def test_an_unknown_section_is_an_error(title: str, mend: str) -> None:
    with pytest.raises(StewardError) as caught:
        with_tiers(SCHEMA, _wanted((title, Tier.OPTIONAL)), "steward.yml")
    assert title in str(caught.value)
    assert caught.value.where == "steward.yml"
    assert mend in (caught.value.mend or "")
