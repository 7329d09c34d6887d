"""What a template comes to, in one line per field and section: facts that a reader can check.

``python -m tests.tools.outline DIR`` derives each template of a folder and compares it with the
facts in ``tests/golden/_outlines`` that bear its name; where there are none, it prints the outline.
The facts are of the templates that teams have: titles, levels, tiers, kinds; no text of theirs.
Our own templates have the same facts, but for what ``tests/golden/test_outlines.py`` lists.
"""

import sys
from collections.abc import Iterator
from difflib import unified_diff
from pathlib import Path

from bot.markdown.decode import decode
from bot.model.schema import FieldSchema, Schema, SectionSchema
from bot.schema.derive import derive

FACTS = Path(__file__).parent.parent / "golden" / "_outlines"


def outline(schema: Schema) -> list[str]:
    """Give the facts of a schema, one a line."""
    return list(_facts(schema))


def _facts(schema: Schema) -> Iterator[str]:
    yield f"ids: {schema.id_pattern or '-'}"
    yield f"paths: {schema.path_pattern or '-'}"
    yield f"guide: {'yes' if schema.guide else 'no'}"
    if schema.status:
        stages = schema.status.stages
        words = ", ".join(f"{v} = {stages.get(v, '?')}" for v in schema.status.values)
        yield f"status: {'closed' if schema.status.closed else 'open'}: {words}"
    else:
        yield "status: -"
    yield from (_field(field) for field in schema.fields)
    yield from (_section(section) for section in schema.sections)


def _field(field: FieldSchema) -> str:
    wanted = "required" if field.required else "optional"
    values = f" | {', '.join(field.values)}" if field.values else ""
    return f"field {field.name} | {wanted} | {field.kind}{values}"


def _section(section: SectionSchema) -> str:
    facts = [f"{'#' * section.level} {section.title}", section.tier, section.kind]
    facts += [f"family {section.family}"] if section.repeatable else []
    facts += ["label"] if section.label else []
    facts += ["sample"] if section.sample else []
    return " | ".join(facts)


def differences(template: Path) -> list[str]:
    """Compare a template with its facts; without facts, give its outline."""
    found = outline(derive(decode(template.read_bytes()), template.name))
    known = FACTS / f"{template.stem}.txt"
    if not known.exists():
        return found
    facts = known.read_text(encoding="utf-8").splitlines()
    return list(unified_diff(facts, found, "facts", "derived", lineterm="", n=1))


def main(folder: Path) -> int:
    """Print what differs in a folder of templates."""
    failed = 0
    for template in sorted(folder.glob("*.md")):
        different = differences(template)
        print(template.name, "differs" if different else "has the facts")
        print(*different, sep="\n", end="\n" if different else "")
        failed += bool(different)
    return int(failed > 0)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
