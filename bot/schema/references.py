"""What a document points at: other specs by their ids, documents by their paths."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

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
_NEEDS = re.compile(r"\bdependenc(?:y|ies)\b|^\W*(?:depends on|requires)\b", re.I)


@dataclass(frozen=True, slots=True)
class _Reader:
    """What a line has to be held against: the pattern of ids, the document's own, its kind."""

    ids: re.Pattern[str]
    own: str | None
    guide: bool


def read_references(document: Document, schema: Schema, own: str | None) -> tuple[Reference, ...]:
    """Read the references of a document, in order; the same target once a line."""
    code = {n for span in document.code for n in range(span.start, span.stop)}
    titles = {s.line for s in document.sections if s.level == 1}
    needs = [s for s in document.sections if s.level > 1 and _NEEDS.search(s.title)]
    needed = {n for s in needs for n in range(s.start, s.stop)}
    reader = None
    if schema.id_pattern and not schema.id_pattern.startswith("\\d"):  # digits alone name nothing
        ids = re.compile(rf"(?<![\w-])(?:{schema.id_pattern})(?![\w-])")
        reader = _Reader(ids, own, schema.guide)
    found: list[Reference] = []
    for number, line in enumerate(document.lines, start=1):
        if number in code:
            continue
        paths = dict.fromkeys(_paths(line, number))
        found.extend(Reference("document", path, number) for path in paths)
        if reader:
            named = _ids(line, reader, title=number in titles, needed=number in needed)
            found.extend(
                Reference(kind, target, number) for target, kind in named if target not in paths
            )
    return tuple(found)


def _paths(line: str, number: int) -> Iterator[str]:
    if "`" in line:
        yield from (match[1] for match in _PATH.finditer(line))
    for link in links_in(line, number):
        target = link.target.partition("#")[0]
        if target and "://" not in target and not target.startswith("mailto:"):
            yield target


def _ids(line: str, reader: _Reader, *, title: bool, needed: bool) -> Iterator[tuple[str, str]]:
    """Give the ids of a line, each once, with what the line says of them."""
    targets = list(dict.fromkeys(match[0] for match in reader.ids.finditer(line)))
    if not targets:
        return
    label = _LABELLED.match(line)
    kind = _kind_in(label, line)
    # Where dependencies are listed, an id is one, unless a label says something else of it.
    if not kind and needed and not (label and not reader.ids.search(label[1])):
        kind = "requires"
    for target in targets:
        if target != reader.own:
            yield target, kind or "mentions"
        elif reader.guide and (title or kind == "implements"):
            yield target, "implements"


def _kind_in(label: re.Match[str] | None, line: str) -> str | None:
    """Read the kind from the label of a line: ``- **Requires**: …`` or ``requires: …``."""
    head = plain(label[1]) if label else line[:60]
    return next((kind for kind, pattern in _KINDS if pattern.search(head)), None)
