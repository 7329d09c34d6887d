"""What a document points at: other specs by their ids, documents by their paths."""

import re
from collections.abc import Iterator

from bot.markdown.inline import links_in, plain
from bot.model.document import Document
from bot.model.schema import Schema
from bot.model.spec import Reference

_KINDS = (
    (
        "superseded-by",
        re.compile(r"\bsuperseded[ -]by\b|\breplaced[ -]by\b|\bobsoleted[ -]by\b", re.I),
    ),
    ("supersedes", re.compile(r"\bsupersedes\b|\breplaces\b|\bobsoletes\b", re.I)),
    (
        "requires",
        re.compile(r"\brequires?\b|\bdepends on\b|\bblocked by\b|\bdependenc(?:y|ies)\b", re.I),
    ),
    ("blocks", re.compile(r"\bblocks\b", re.I)),
    ("integrates-with", re.compile(r"\bintegrates? with\b", re.I)),
    ("implements", re.compile(r"\bimplements\b|\bimplementation guide\b", re.I)),
)
_PATH = re.compile(r"`((?:\.{0,2}/)?(?:[\w.*{},-]+/)+[\w.*{},-]+\.[A-Za-z0-9{},]{1,12})`")
_LABELLED = re.compile(r"\W*([A-Za-z][\w -]{2,30}?)\W*:")


def read_references(document: Document, schema: Schema, own: str | None) -> tuple[Reference, ...]:
    """Read the references of a document, in order; the same target once a line."""
    ids = (
        re.compile(rf"(?<![\w-])(?:{schema.id_pattern})(?![\w-])") if _is_telling(schema) else None
    )
    code = {n for span in document.code for n in range(span.start, span.stop)}
    titles = {s.line for s in document.sections if s.level == 1}
    found: list[Reference] = []
    for number, line in enumerate(document.lines, start=1):
        if number not in code:
            found.extend(_in_line(line, number, ids, own, schema, heading=number in titles))
    return tuple(found)


def _is_telling(schema: Schema) -> bool:
    """Digits alone name nothing in running text."""
    return bool(schema.id_pattern) and not str(schema.id_pattern).startswith("\\d")


def _in_line(
    line: str,
    number: int,
    ids: re.Pattern[str] | None,
    own: str | None,
    schema: Schema,
    *,
    heading: bool,
) -> Iterator[Reference]:
    seen: set[str] = set()
    kind = _kind_in(line)
    for match in _PATH.finditer(line) if "`" in line else ():
        seen.add(match[1])
        yield Reference("document", match[1], number)
    for link in links_in(line, number):
        target = link.target.partition("#")[0]
        if (
            target
            and "://" not in target
            and not target.startswith(("mailto:", "#"))
            and target not in seen
        ):
            seen.add(target)
            yield Reference("document", target, number)
    for match in ids.finditer(line) if ids else ():
        target = match[0]
        if target in seen:
            continue
        seen.add(target)
        if target != own:
            yield Reference(kind or "mentions", target, number)
        elif schema.guide and (heading or kind == "implements"):
            yield Reference("implements", target, number)


def _kind_in(line: str) -> str | None:
    """Read the kind from the label of a line: ``- **Requires**: …`` or ``requires: …``."""
    label = _LABELLED.match(line)
    head = plain(label[1]) if label else line[:60]
    return next((kind for kind, pattern in _KINDS if pattern.search(head)), None)
