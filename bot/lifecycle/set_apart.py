"""What blocks say that are no prose: code, tables, metadata, and what stands behind a comment.

Each takes the lines of its block, the first one without what a list or a quote puts in front of it,
and the number of that line; fields of ``skip`` say nothing of the content.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from textwrap import dedent

from bot.lifecycle.said import words_of
from bot.markdown import tokens
from bot.markdown.inline import plain
from bot.markdown.tables import cells
from bot.model.document import Field

Skip = Mapping[int, Sequence[Field]]

_LINE, _CODE, _END, _ROW, _CELL = "\0line", "\0code", "\0end", "\0row", "\0cell"
_RULES = (["---"], ["..."])
_UNDERLINED = 1  # the row of a table that is but dashes
_OPEN = "<!--"
_EMPTY = re.compile(r"<!---?>")
_SHUT = re.compile(r"--!?>")


def metadata_of(lines: Sequence[str], at: int, skip: Skip) -> Iterator[str]:
    """Read a block between lines of dashes, key by key."""
    for number, line in enumerate(lines, start=at):
        words = line.split()
        if number not in skip and words and words not in _RULES:
            yield from (_LINE, *words)


def code_of(lines: Sequence[str], at: int, skip: Skip) -> Iterator[str]:
    """Read code line by line; how far it stands to the right as a whole tells nothing."""
    yield _CODE
    body = [line for number, line in enumerate(lines, start=at) if number not in skip]
    if fence := tokens.fence(lines[0]):
        yield lines[0].lstrip(fence.mark[0]).strip()  # the language, and all that follows it
        body = body[1:]
        if body and tokens.closes(body[-1].lstrip(" \t>"), fence.mark):
            body.pop()
    yield from (line.rstrip() for line in dedent("\n".join(body)).split("\n"))
    yield _END


def table_of(lines: Sequence[str], at: int, skip: Skip) -> Iterator[str]:
    """Read a table cell by cell; a field is a row of it, or a cell below its name."""
    names = [plain(name) for name in cells(lines[0])]
    for number, line in enumerate(lines, start=at):
        row = cells(line.lstrip(" \t>"))
        out = {field.name for field in skip.get(number, ())}
        if number == at + _UNDERLINED or plain(row[0]).rstrip(": ") in out:
            continue
        yield _ROW
        for place, cell in enumerate(row):
            hidden = out and place < len(names) and names[place] in out
            yield from (_CELL, *(() if hidden else words_of(cell)))


def comment_of(lines: Sequence[str], _at: int, _skip: Skip) -> Iterator[str]:
    """Read what a browser shows of a block that starts with a comment, if anything."""
    text = "\n".join(lines)
    at = 0
    while (start := text.find(_OPEN, at)) >= 0:
        end = _EMPTY.match(text, start) or _SHUT.search(text, start + len(_OPEN))
        if end is None:
            break
        yield from text[at:start].split()
        at = end.end()
    yield from text[at:].split()
