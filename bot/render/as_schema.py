"""A schema for people: what a template asks for, at a glance, in columns."""

from collections.abc import Iterable, Iterator, Sequence

from bot.model.schema import FieldKind, FieldSchema, Schema, SectionKind, SectionSchema, Tier
from bot.render.defuse import prose
from bot.render.paint import cells
from bot.render.tally import plural

_MARKS = {Tier.REQUIRED: "●", Tier.EXPECTED: "◐", Tier.OPTIONAL: "○"}
_TIERS = (*Tier, "recommended")
_WIDEST = 48  # a longer cell takes its room, and moves no column


def render_schema(schema: Schema) -> str:
    """Write a schema as an outline."""
    lines = [
        f"{schema.name}, as {prose(schema.source)} has it",
        f"  ids         {schema.id_pattern or 'none'}",
        f"  file names  {schema.path_pattern or 'any'}",
        *_status(schema),
        "",
        "Fields",
        *(_columns(map(_field, schema.fields)) or ("  none",)),
        "",
        "Sections  ● required  ◐ expected  ○ optional",
        *_columns(map(_section, schema.sections)),
        "",
        plural(len(schema.placeholders), "placeholder"),
    ]
    return "\n".join(lines) + "\n"


def _status(schema: Schema) -> Iterator[str]:
    """Write each status on a line of its own, with the stage that it means."""
    if schema.status is None:
        yield "  status      no field: the label is the status"
        return
    stages = schema.status.stages
    rows = [(prose(value), stages.get(value, "")) for value in schema.status.values]
    rows += [] if schema.status.closed else [("or another", "")]
    for name, line in zip(("status", *[""] * len(rows)), _columns(rows), strict=False):
        yield f"  {name:10}{line}"


def _field(field: FieldSchema) -> Sequence[str]:
    notes = [] if field.required else ["optional"]
    if field.closed and field.kind is not FieldKind.STATUS:  # whose words stand above
        notes.append(f"one of {', '.join(map(prose, field.values))}")
    return prose(field.name), field.kind.value, ", ".join(notes)


def _section(section: SectionSchema) -> Sequence[str]:
    notes: list[str] = [section.kind.value] if section.kind is not SectionKind.PROSE else []
    notes += ["may repeat"] if section.repeatable else []
    # what a mark or a note says already is not said again
    is_told = section.why.strip("()") in _TIERS or section.why.startswith("repeats ")
    notes += [prose(section.why.strip("()"))] if section.why and not is_told else []
    indent = "  " * (len(section.path) - 1)
    return f"{indent}{_MARKS[section.tier]} {prose(section.title)}", ", ".join(notes)


def _columns(rows: Iterable[Sequence[str]]) -> list[str]:
    """Align the cells of rows, each as wide as the widest of its column that is not too wide."""
    table = [list(row) for row in rows]
    wide = [
        max((w for w in map(cells, column) if w <= _WIDEST), default=0)
        for column in zip(*table, strict=True)
    ]
    lines = (
        "  ".join(f"{cell}{' ' * (w - cells(cell))}" for cell, w in zip(row, wide, strict=True))
        for row in table
    )
    return [f"  {line}".rstrip() for line in lines]
