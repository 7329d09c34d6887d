"""Mutations of a completed document, and the one finding that each has to cause.

Used by the tests on our own templates, and by ``python -m tests.tools.mutate TEMPLATE DOCUMENT``
on any other pair.
"""

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from bot.markdown.decode import decode
from bot.markdown.parse import parse_lines
from bot.model.finding import Finding
from bot.model.policy import Policy
from bot.model.schema import Schema, Tier
from bot.model.spec import Spec, SpecSection
from bot.rules.judge import judge
from bot.schema.derive import derive
from bot.schema.read import read_spec


@dataclass(frozen=True, slots=True)
class Mutation:
    """A changed document and the findings it must have: rule, line, section; no more, no less."""

    name: str
    lines: tuple[str, ...]
    expected: tuple[tuple[str, int | None, str | None], ...]


def read_lines(path: Path) -> tuple[str, ...]:
    """Read a file as lines."""
    return decode(path.read_bytes())


def judged(lines: tuple[str, ...], schema: Schema, path: str) -> tuple[Spec, tuple[Finding, ...]]:
    """Judge lines by a schema under the default policy."""
    spec = read_spec(parse_lines(lines), schema, path, {})
    return spec, judge(spec, Policy())[0]


def mutations(spec: Spec, template: tuple[str, ...]) -> Iterator[Mutation]:
    """Mutate each section of a completed document in each way."""
    lines = spec.document.lines
    standing = [s for s in spec.sections if s.found and s.found.index >= 0]
    for section in standing:
        found = section.found
        assert found is not None
        start, end = found.line - 1, found.end - 1
        yield Mutation(
            f"delete {section.title}",
            lines[:start] + lines[end:],
            _missing(section, standing, deleted=True),
        )
        heading = lines[start : found.start - 1]
        yield Mutation(
            f"empty {section.title}",
            (*lines[:start], *heading, "", *lines[end:]),
            _emptied(section, spec.schema),
        )
        renamed = f"{'#' * found.level} Quux"
        yield Mutation(
            f"rename {section.title}",
            (*lines[:start], renamed, *lines[found.start - 1 :]),
            _missing(section, standing, deleted=False),
        )
        own = _template_text(section, template, spec.schema)
        expected = ("untouched-section", found.line, section.schema.title)
        yield Mutation(
            f"unfill {section.title}",
            (*lines[: found.start - 1], *own, *lines[found.stop - 1 :]),
            (expected,) if section.schema.sample else (),
        )
    yield from _swaps(spec, standing)


def _missing(
    section: SpecSection, standing: list[SpecSection], *, deleted: bool
) -> tuple[tuple[str, int | None, str | None], ...]:
    wanted = section.schema
    if wanted.repeatable:
        family = [
            s for s in standing
            if s.schema.parent == wanted.parent and s.schema.family == wanted.family
        ]  # fmt: skip
        if len(family) > 1 or not deleted:
            return ()
    if wanted.tier is Tier.OPTIONAL:
        return ()
    return (("missing-section", None, wanted.title),)


def _emptied(
    section: SpecSection, schema: Schema
) -> tuple[tuple[str, int | None, str | None], ...]:
    """Expect the part: a frame around a single one is that document with the part deleted."""
    wanted = section.schema
    parts = [s for s in schema.sections if s.parent == wanted.index and s.tier is Tier.REQUIRED]
    if len(parts) == 1 and not wanted.sample:
        return (("missing-section", None, parts[0].title),)
    assert section.found is not None
    return (("empty-section", section.found.line, wanted.title),)


def _template_text(
    section: SpecSection, template: tuple[str, ...], schema: Schema
) -> tuple[str, ...]:
    wanted = section.schema
    following = [s.line for s in schema.sections if s.line > wanted.line and not s.label]
    stop = following[0] - 1 if following else len(template)
    return template[wanted.line : stop]


def _swaps(spec: Spec, standing: list[SpecSection]) -> Iterator[Mutation]:
    lines = spec.document.lines
    for one in standing:
        siblings = [s for s in standing if s.schema.parent == one.schema.parent]
        at = siblings.index(one)
        if at + 1 >= len(siblings):
            continue
        other = siblings[at + 1]
        first, second = one.found, other.found
        assert first is not None
        assert second is not None
        if first.end != second.line or one.schema.repeatable or other.schema.repeatable:
            continue
        a, b, c = first.line - 1, second.line - 1, second.end - 1
        yield Mutation(
            f"swap {one.title} / {other.title}",
            lines[:a] + lines[b:c] + lines[a:b] + lines[c:],
            (("section-order", None, None),),
        )


def failures(template: Path, document: Path, path: str | None = None) -> Iterator[str]:
    """Say of each mutation that does not cause what it has to."""
    source = read_lines(template)
    schema = derive(source, str(template))
    where = path or str(document)
    spec, findings = judged(read_lines(document), schema, where)
    if findings:
        yield f"the completed document has {[(f.rule, f.line, f.message) for f in findings]}"
    for mutation in mutations(spec, source):
        _, after = judged(mutation.lines, schema, where)
        got = [(f.rule, f.line, f.section) for f in after]
        fits = len(got) == len(mutation.expected) and all(
            g[0] == e[0] and e[1] in (None, g[1]) and e[2] in (None, g[2])
            for g, e in zip(got, mutation.expected, strict=True)
        )
        if not fits:
            told = [(f.rule, f.line, f.section, f.message) for f in after]
            yield f"{mutation.name}: expected {mutation.expected}, got {told}"


if __name__ == "__main__":
    found = list(failures(Path(sys.argv[1]), Path(sys.argv[2])))
    print("\n".join(found))
    print(len(found), "failures")
    sys.exit(bool(found))
