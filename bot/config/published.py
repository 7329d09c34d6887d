"""The JSON Schema of `.github/spec-steward.yml`, for editors: `steward schema --config`.

It is made from the form itself, so that the two cannot drift apart.
"""

from collections.abc import Iterable

from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue

from bot.config.form import Config
from bot.model.slugs import RULE_SLUGS
from bot.model.stage import Stage

_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_OPEN = {"additionalProperties", "patternProperties", "propertyNames"}


class _Untitled(GenerateJsonSchema):
    """Leaves out the titles that pydantic makes of names: the key itself says as much."""

    def field_title_should_be_set(self, schema: object) -> bool:  # noqa: ARG002 - pydantic's own
        """Say no."""
        return False


def published_schema() -> dict[str, object]:
    """Give the schema, with every key that there is named in it."""
    schema = Config.model_json_schema(schema_generator=_Untitled)
    tables: JsonSchemaValue = schema["properties"]
    (setting,) = tables["rules"]["patternProperties"].values()
    schema["$defs"]["Setting"] = setting
    tables["rules"] = _named(tables["rules"], map(_rule, RULE_SLUGS))
    for keys in (tables, schema["$defs"]["Template"]["properties"]):
        keys["approvals"] = _named(keys["approvals"], map(_approval, Stage))
    return {
        "$schema": _DIALECT,
        **schema,
        "title": "The configuration of Spec Steward",
        "description": "What stands in .github/spec-steward.yml. Every key is optional.",
    }


def _named(table: JsonSchemaValue, keys: Iterable[tuple[str, JsonSchemaValue]]) -> JsonSchemaValue:
    # A pattern of keys says as much, but editors complete only those that are named.
    rest = {word: value for word, value in table.items() if word not in _OPEN}
    return {**rest, "properties": dict(keys), "additionalProperties": False}


def _rule(slug: str) -> tuple[str, JsonSchemaValue]:
    return slug, {
        "$ref": "#/$defs/Setting",
        "description": f"How much a finding of {slug} weighs, at every stage or by stage. "
        f"`steward explain {slug}` tells what it looks for.",
        "examples": ["warning", {"drafting": "note"}],
    }


def _approval(stage: Stage) -> tuple[str, JsonSchemaValue]:
    return stage.value, {
        "$ref": "#/$defs/Approval",
        "description": f"Who has to say yes before a spec is {stage}.",
        "examples": [{"minimum": 2, "from": ["codeowners"]}],
    }
