"""The JSON Schema that editors get."""

from collections.abc import Iterator

import jsonschema
import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from bot.config.load import load_policy
from bot.config.published import published_schema
from bot.model.slugs import RULE_SLUGS
from bot.model.stage import Stage
from tests.config.example import EXAMPLE

SCHEMA = published_schema()
VALIDATOR = jsonschema.Draft202012Validator(SCHEMA)


def properties(schema: object) -> Iterator[tuple[str, dict[str, object]]]:
    """Give every property of every mapping in a schema."""
    if isinstance(schema, dict):
        found = schema.get("properties", {})
        yield from found.items()
        for word, part in schema.items():
            if word not in {"default", "examples"}:
                yield from properties(part)
    elif isinstance(schema, list):
        for part in schema:
            yield from properties(part)


def test_it_is_a_schema_of_its_dialect() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    assert SCHEMA["$schema"] == "https://json-schema.org/draft/2020-12/schema"


def test_it_takes_the_example_of_the_contract() -> None:
    VALIDATOR.validate(yaml.safe_load(EXAMPLE))


@pytest.mark.parametrize(
    "text",
    [
        "labels: [a]",
        "version: 2",
        "rules: {placehodler: warning}",
        "rules: {placeholder: fatal}",
        "rules: {placeholder: {draft: note}}",
        "templates: [{paths: [a]}]",
        "templates: [{template: a, path: b}]",
        "status: {stages: {Accepted: aproved}}",
        "status: {commit: often}",
        "approvals: {aproved: {minimum: 2}}",
        "approvals: {approved: {from: [acme/x]}}",
        "templates: [{template: a, approvals: {aproved: {minimum: 2}}}]",
        "templates: [{template: a, approvals: {approved: {minimum: 101}}}]",
        "issues: {max_new: 2}",
        "issues: {max-new: many}",
        "issues: {title: '{id}'}",
        "limits: {size: 2 GB}",
    ],
)
def test_it_refuses(text: str) -> None:
    assert not VALIDATOR.is_valid(yaml.safe_load(text))


def test_every_key_is_described_with_an_example() -> None:
    keys = dict(properties(SCHEMA))
    assert keys.keys() > {"from", "max-new", "templates", "required", *RULE_SLUGS, *Stage}
    for key, schema in keys.items():
        assert schema["description"], key
        assert schema["examples"], key


def test_the_examples_are_right() -> None:
    for schema in (part for _, part in properties(SCHEMA)):
        resolver = VALIDATOR.evolve(schema={"$defs": SCHEMA["$defs"], **schema})
        for example in schema["examples"]:  # type: ignore[attr-defined]
            resolver.validate(example)


words = st.text(alphabet="abyz-_ é😀", min_size=1).filter(str.strip)
stages = st.sampled_from([stage.value for stage in Stage])
severities = st.sampled_from(["error", "warning", "note", "off"])
approvals = st.dictionaries(
    stages, st.fixed_dictionaries({}, optional={"minimum": st.integers(0, 100)})
)
configurations = st.fixed_dictionaries(
    {},
    optional={
        "version": st.just(1),
        "templates": st.lists(
            st.fixed_dictionaries({"template": words}, optional={"approvals": approvals}),
            max_size=2,
        ),
        "rules": st.dictionaries(
            st.sampled_from(RULE_SLUGS), severities | st.dictionaries(stages, severities)
        ),
        "status": st.fixed_dictionaries(
            {"stages": st.dictionaries(words, stages, max_size=1)},
            optional={"commit": st.booleans()},
        ),
        "approvals": approvals,
        "issues": st.fixed_dictionaries(
            {}, optional={"enabled": st.booleans(), "max-new": st.integers(0, 10_000)}
        ),
        "limits": st.fixed_dictionaries({"size": st.integers(1, 100_000_000)}),
    },
)


@given(configurations)
def test_what_it_takes_is_taken(configuration: dict[str, object]) -> None:
    VALIDATOR.validate(configuration)
    load_policy(yaml.safe_dump(configuration, allow_unicode=True), "spec-steward.yml")
