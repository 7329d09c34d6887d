"""Where things stand in a document, and where missing ones would go."""

from bot.model.spec import Spec, SpecSection


def place_of(spec: Spec, missing: SpecSection) -> int:
    """Give the line before which a missing section goes, in the template's own order."""
    found = {s.schema.index: s.found for s in spec.sections if s.found}
    parent = found.get(missing.schema.parent)
    siblings = [
        s for s in spec.schema.sections if s.parent == missing.schema.parent and not s.label
    ]
    before = [s for s in siblings if s.index < missing.schema.index and s.index in found]
    after = [s for s in siblings if s.index > missing.schema.index and s.index in found]
    beyond = len(spec.document.lines) + 1
    limit = parent.end if parent else beyond
    for sibling in reversed(before):
        at = found[sibling.index]
        if at.index >= 0 and (not parent or parent.line < at.line < parent.end):
            return min(at.end, limit)
    for sibling in after:
        at = found[sibling.index]
        if at.index >= 0 and (not parent or parent.line < at.line < parent.end):
            return at.line
    return parent.stop if parent else beyond


def shown_line(spec: Spec, line: int) -> int:
    """Give a line that the document has, for a place that may lie behind its end."""
    lines = spec.document.lines
    last = len(lines) - 1 if len(lines) > 1 and not lines[-1] else len(lines)
    return max(1, min(line, last))


def field_line(spec: Spec) -> int:
    """Give the line of the document's metadata, or of its title, where it has none."""
    known = [field.found.line for field in spec.fields if field.found]
    if known:
        return max(known)
    title = next((s.line for s in spec.document.sections if s.level == 1), 1)
    return min(title, len(spec.document.lines))


def section_at(spec: Spec, line: int) -> str | None:
    """Give the title of the template's section that a line is in, the innermost one."""
    around = [s for s in spec.sections if s.found and s.found.line <= line < s.found.end]
    inner = max(around, key=lambda s: s.line or 0, default=None)
    return inner.schema.title if inner else None
