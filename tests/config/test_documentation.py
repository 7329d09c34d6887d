"""docs/configuration.md: its examples are configurations, and show every key that there is."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from bot.app.court import derive_template
from bot.app.templates import shipped_template
from bot.config.load import load_policy
from bot.config.published import published_schema
from bot.model.finding import Severity
from bot.model.schema import Tier
from bot.model.slugs import RULE_SLUGS
from bot.model.stage import Stage
from bot.registry.tiers import with_tiers
from tests.config.test_published_schema import properties

_PAGE = (Path(__file__).parents[2] / "docs" / "configuration.md").read_text("utf-8")
_EXAMPLES: list[str] = re.findall(r"```yaml\n(.*?)```", _PAGE, re.S)


def _keys(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        for key, inside in value.items():
            yield str(key)
            yield from _keys(inside)
    elif isinstance(value, list):
        for each in value:
            yield from _keys(each)


def test_the_example_as_a_whole_says_what_it_seems_to() -> None:
    policy = load_policy(_EXAMPLES[0], "docs/configuration.md")
    assert policy.templates[0].exclude == ("docs/tech-spec/archive/*",)
    assert policy.severities["missing-section", Stage.DRAFTING] is Severity.WARNING
    assert policy.stages == {"Signed off": Stage.APPROVED}
    assert policy.size_cap == 1_000_000


@pytest.mark.parametrize("example", _EXAMPLES)
def test_each_example_is_taken(example: str) -> None:
    load_policy(example, "docs/configuration.md")


def test_the_sections_that_are_named_are_those_of_the_template() -> None:
    (example,) = (each for each in _EXAMPLES[1:] if "sections:" in each)
    (entry,) = load_policy(example, "docs/configuration.md").templates
    schema = derive_template(shipped_template(entry.template), {})
    tiers = {s.title: s.tier for s in with_tiers(schema, entry, "").sections}
    assert tiers["Diagrams"] is Tier.EXPECTED
    assert tiers["Risks and mitigations"] is Tier.OPTIONAL


def test_every_key_stands_in_an_example() -> None:
    """The rules have a list of their own, and the stages are named where they may stand."""
    keys = {key for key, _ in properties(published_schema())} - {*RULE_SLUGS, *Stage}
    shown = {key for example in _EXAMPLES for key in _keys(yaml.safe_load(example))}
    assert len(keys) > 15
    assert keys <= shown
    assert all(f"`{stage}`" in _PAGE for stage in Stage)
    assert "(rules/README.md)" in _PAGE


def test_every_key_at_the_top_has_a_heading() -> None:
    told = re.findall(r"^### `([\w-]+)`$", _PAGE, re.M)
    assert told == list(published_schema()["properties"])  # type: ignore[call-overload]  # a mapping


def test_the_defaults_are_told_as_they_are() -> None:
    issues, *_ = (example for example in _EXAMPLES if example.startswith("issues:"))
    assert load_policy(issues, "docs/configuration.md").issues == load_policy("", "").issues
