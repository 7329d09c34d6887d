"""Lines to a ``Document``: the outline, and everything that hangs on a line of it."""

import re
from collections.abc import Sequence

from bot.markdown.blocks import Blocks, Heading
from bot.markdown.decode import decode
from bot.markdown.fields import read_fields
from bot.markdown.front import find_blocks
from bot.markdown.reader import read_blocks
from bot.markdown.waivers import read_waivers
from bot.model.document import Document, Label, Section
from bot.model.policy import SIZE_CAP

_LABEL = re.compile(r"(\*\*|__)([^*_\n]{2,80}?):?\1[ \t]*(?::[ \t]*)?$")


def parse(data: bytes, cap: int = SIZE_CAP) -> Document:
    """Read a file; raises ``Unreadable`` where it is no text or nested too deep."""
    return parse_lines(decode(data, cap))


def parse_lines(lines: tuple[str, ...]) -> Document:
    """Read lines that are text already."""
    metadata = find_blocks(lines)
    blocks = read_blocks(lines, metadata)
    sections = _outline(blocks.headings, len(lines) + 1)
    return Document(
        lines=lines,
        sections=sections,
        labels=_labels(lines, sections, blocks),
        fields=read_fields(lines, sections, blocks, metadata),
        items=tuple(blocks.items),
        code=tuple(blocks.code),
        comments=tuple(blocks.comments),
        tables=tuple(blocks.tables),
        front=metadata[0] if metadata and metadata[0].kind == "front" else None,
        metadata=metadata,
        waivers=read_waivers(lines, blocks.code),
    )


def _outline(headings: Sequence[Heading], beyond: int) -> tuple[Section, ...]:
    """Make the tree: a section ends where the next of its level or a higher one begins."""
    count = len(headings)
    ends, parents = [beyond] * count, [-1] * count
    around: list[int] = []
    for index, heading in enumerate(headings):
        while around and headings[around[-1]].level >= heading.level:
            ends[around.pop()] = heading.line
        parents[index] = around[-1] if around else -1
        around.append(index)
    return tuple(
        Section(
            index=index,
            title=heading.title,
            level=heading.level,
            line=heading.line,
            start=heading.stop,
            stop=headings[index + 1].line if index + 1 < count else beyond,
            end=ends[index],
            parent=parents[index],
        )
        for index, heading in enumerate(headings)
    )


def _labels(lines: Sequence[str], sections: Sequence[Section], blocks: Blocks) -> tuple[Label, ...]:
    """Find the lines in bold that head what follows; each reaches to the next one."""
    found = [
        (match[2].strip(), number)
        for number, line in enumerate(lines, start=1)
        if line[:2] in ("**", "__") and (match := _LABEL.match(line))
    ]
    if not found:
        return ()
    hidden = {n for span in (*blocks.code, *blocks.comments) for n in range(span.start, span.stop)}
    found = [(title, number) for title, number in found if number not in hidden]
    labels: list[Label] = []
    owner = 0
    for at, (title, number) in enumerate(found):
        while owner < len(sections) and sections[owner].line < number:
            owner += 1
        stop = sections[owner].line if owner < len(sections) else len(lines) + 1
        if at + 1 < len(found):
            stop = min(stop, found[at + 1][1])
        labels.append(Label(title, number, stop, owner - 1))
    return tuple(labels)
