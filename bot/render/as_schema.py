"""A schema for people: what a template asks for, at a glance."""

from collections.abc import Iterator

from bot.model.schema import FieldSchema, Schema, SectionKind, SectionSchema, Tier
from bot.render.defuse import prose

_MARKS = {Tier.REQUIRED: "●", Tier.EXPECTED: "◐", Tier.OPTIONAL: "○"}


def render_schema(schema: Schema) -> str:
    """Write a schema as an outline."""
    lines = [
        f"{schema.name}  from {prose(schema.source)}",
        f"  ids         {schema.id_pattern or 'none'}",
        f"  file names  {schema.path_pattern or 'any'}",
        f"  status      {_status(schema)}",
        "",
        "Fields",
        *(f"  {_field(field)}" for field in schema.fields or ()),
        *(("  none",) if not schema.fields else ()),
        "",
        "Sections  ● required  ◐ expected  ○ optional",
        *_sections(schema.sections),
        "",
        f"{len(schema.placeholders)} placeholders",
    ]
    return "\n".join(lines) + "\n"


def _status(schema: Schema) -> str:
    if schema.status is None:
        return "no field: the label is the status"
    words = ", ".join(
        f"{value} ({schema.status.stages[value]})" if value in schema.status.stages else value
        for value in schema.status.values
    )
    return words if schema.status.closed else f"{words}, or another"


def _field(field: FieldSchema) -> str:
    values = f"  one of {', '.join(field.values)}" if field.closed else ""
    optional = "" if field.required else "  optional"
    return f"{prose(field.name)}  {field.kind}{optional}{values}"


def _sections(sections: tuple[SectionSchema, ...]) -> Iterator[str]:
    for section in sections:
        notes: list[str] = [section.kind] if section.kind is not SectionKind.PROSE else []
        notes += ["may repeat"] if section.repeatable else []
        notes += [section.why] if section.why else []
        tail = f"  [{'; '.join(notes)}]" if notes else ""
        indent = "  " * len(section.path)
        yield f"{indent}{_MARKS[section.tier]} {prose(section.title)}{tail}"
