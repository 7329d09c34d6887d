"""Spec → the work that it sets out, each task with what the document says around it."""

import re
import textwrap
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from bot.markdown.inline import plain
from bot.markdown.referring import places_in
from bot.model.document import Document, ListItem
from bot.model.schema import Schema
from bot.model.spec import Item, Spec
from bot.model.stage import Stage
from bot.model.work import Checklist, Step, Task
from bot.schema.items import issues_in
from bot.schema.references import read_references
from bot.schema.struck import is_struck
from bot.schema.unwritten import says_nothing, template_lines
from bot.schema.within import titles_around
from bot.work.phases import read_phases

_BOX = re.compile(r"\[[ xX]\][ \t]+(?=\S)")
_MARK = re.compile(r"[\s>]*(?:[-*+]|\d{1,9}[.)])\s+")


def read_checklist(spec: Spec, word: str, stage: Stage | None) -> Checklist:
    """Read all work of a spec; its status is told, for a guide has that of its spec.

    What is struck through was given up, and is no work; nor is what the template says.
    """
    every = [item for item in spec.items if item.may_be_work]
    given = template_lines(spec.sections, spec.leftovers)
    able = [item for item in every if not is_struck(item.text) and not says_nothing(item.text)]
    work = [item for item in able if item.kind == "work" and item.line not in given]
    phases, names = read_phases(spec.document, [(item.line, item.phase or "") for item in work])
    rest = [item for item in able if item not in work]
    heads = [next(map(plain, titles_around(spec.document, item.line)), "") for item in rest]
    loose, places = read_phases(
        spec.document, [(item.line, head) for item, head in zip(rest, heads, strict=True)]
    )
    return Checklist(
        path=spec.path,
        spec_id=spec.id or "",
        title=spec.title or "",
        template=spec.schema.name,
        word=word,
        stage=stage,
        phases=phases,
        tasks=tuple(_task(spec.document, i, name) for i, name in zip(work, names, strict=True)),
        requires=tuple(_requires(spec.document, spec.schema, spec.id)) if work else (),
        line=min((*(p.line for p in phases), *(item.line for item in work)), default=1),
        given_up=frozenset(i.issue for i in every if i.issue and is_struck(i.text)),
        spare=tuple(_task(spec.document, i, name) for i, name in zip(rest, places, strict=True)),
        loose=loose,
        places=tuple(places_in(spec.document.lines, spec.document.code).items()),
    )


def _task(document: Document, item: Item, phase: str) -> Task:
    at = bisect_left(document.items, item.line, key=_line)
    while document.items[at].ticked is None:  # a list may begin on the line of its entry
        at += 1
    own = document.items[at]
    inner = _inner(document.items, at)
    return Task(
        text=item.text,
        line=item.line,
        done=item.done,
        phase=phase,
        numbers=issues_in(own.text),
        section=next(map(plain, titles_around(document, item.line)), ""),
        detail=_detail(document, own, at),
        steps=tuple(
            Step(each.text, each.line, each.depth - own.depth, each.ticked)
            for each in inner
            if each.ticked is not None
        ),
    )


def _inner(items: Sequence[ListItem], at: int) -> Iterator[ListItem]:
    """Give the entries that are nested in one."""
    for each in items[at + 1 :]:
        if each.depth <= items[at].depth:
            return
        yield each


def _detail(document: Document, own: ListItem, at: int) -> str:
    """Give what stands in an entry below its own paragraph, as if it stood alone."""
    start = own.line + _height(document.lines, own)
    found: list[str] = []
    stop = _stop(document, own, at)
    for line in document.lines[start - 1 : stop - 1]:
        if line.strip() and not line.startswith((" ", "\t")):
            break
        found.append(line.expandtabs(4))
    return textwrap.dedent("\n".join(found)).strip("\n").rstrip()


def _stop(document: Document, own: ListItem, at: int) -> int:
    """Give the line at which something else begins: an entry beside it, or a heading."""
    index = bisect_right(document.sections, own.line, key=_line)
    beyond = len(document.lines) + 1
    heading = document.sections[index].line if index < len(document.sections) else beyond
    beside = next((e.line for e in document.items[at + 1 :] if e.depth <= own.depth), beyond)
    return min(heading, beside)


def _height(lines: Sequence[str], own: ListItem) -> int:
    """Count the lines that the paragraph of an entry goes over."""
    first = lines[own.line - 1]
    mark = _MARK.match(first)
    text = first[mark.end() :] if mark else first.strip()
    box = _BOX.match(text)
    said = text[box.end() :].strip() if box else text.strip()
    height = 1
    while len(said) < len(own.text) and own.line + height <= len(lines):
        said = f"{said} {lines[own.line + height - 1].strip()}"
        if not own.text.startswith(said):
            break
        height += 1
    return height


def _requires(document: Document, schema: Schema, own: str | None) -> Iterator[str]:
    found = read_references(document, schema, own)
    yield from dict.fromkeys(each.target for each in found if each.kind == "requires")


def _line(entry: object) -> int:
    return int(entry.line)  # type: ignore[attr-defined]
