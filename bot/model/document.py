"""A Markdown document as the rules see it: its structure by line numbers, no judgement.

Lines count from 1, as editors do; spans are half-open, ``start`` within and ``stop`` beyond.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and what belongs to it.

    From ``start`` to ``stop`` is its own text, up to the next heading of any level; ``end`` lies
    beyond its last subsection. ``parent`` is the index of the section around it, -1 for none.
    """

    index: int
    title: str
    level: int
    line: int
    start: int
    stop: int
    end: int
    parent: int


@dataclass(frozen=True, slots=True)
class Label:
    """A line in bold that heads what follows (``**Decision Log**:``) without being a heading."""

    title: str
    line: int
    stop: int
    section: int


@dataclass(frozen=True, slots=True)
class Field:
    """A piece of metadata: ``Status: Draft`` in any of the shapes that teams write it in."""

    name: str
    value: str
    line: int
    shape: str
    comment: str = ""


@dataclass(frozen=True, slots=True)
class ListItem:
    """One entry of a list. ``ticked`` is None where it has no box; ``depth`` 0 is outermost."""

    text: str
    line: int
    depth: int
    ticked: bool | None
    ordered: bool


@dataclass(frozen=True, slots=True)
class Span:
    """A run of lines: code, a comment, a table."""

    start: int
    stop: int
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Link:
    """A link to somewhere: ``[text](target)``, or a definition ``[text]: target``."""

    text: str
    target: str
    line: int


@dataclass(frozen=True, slots=True)
class Waiver:
    """``<!-- steward: waive RULE "Section": reason -->``, as it stands in a document."""

    rule: str
    section: str | None
    reason: str
    line: int


@dataclass(frozen=True, slots=True)
class Document:
    """All that is read out of one text, before any template is held against it."""

    lines: tuple[str, ...]
    sections: tuple[Section, ...] = ()
    labels: tuple[Label, ...] = ()
    fields: tuple[Field, ...] = ()
    items: tuple[ListItem, ...] = ()
    code: tuple[Span, ...] = ()
    comments: tuple[Span, ...] = ()
    tables: tuple[Span, ...] = ()
    front: Span | None = None
    metadata: tuple[Span, ...] = ()
    waivers: tuple[Waiver, ...] = ()

    def text(self, start: int, stop: int) -> str:
        """Give the lines of a span as one text."""
        return "\n".join(self.lines[start - 1 : stop - 1])

    def children(self, index: int) -> tuple[Section, ...]:
        """Give the sections directly below one, or the outermost ones below -1."""
        return tuple(section for section in self.sections if section.parent == index)
