"""Blocks of Markdown, written anew: paragraphs, lists with their boxes, code, quotes, tables.

Nothing of the text is passed on: each block is read, and written by us, so that whatever is not
known here is mere text. Headings become bold, for the page has its own; comments are gone.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from typing import TypeAlias

from bot.render.defuse import fence
from bot.render.taming.comments import without_comments
from bot.render.taming.ground import Ground
from bot.render.taming.inline import tamed_line
from bot.render.taming.opening import Fence, Item, fence_at, is_across, item_at, starts_block
from bot.render.taming.rows import starts_table, tamed_table

_Writer: TypeAlias = Callable[[Sequence[str], Ground, int], Iterator[str]]

_DEEP = 8  # lists in lists; what is deeper is text
_INDENT = 4
_HEADING = re.compile(r" {0,3}#{1,6}(?:[ \t]+(.*?))?(?:[ \t]+#+)?[ \t]*")
_QUOTE = re.compile(r" {0,3}> ?")
_TURN = re.compile(r"(?: {2,}|\\)$")
_LINE_ENDS = re.compile(r"\r\n|\r|\n")


def tamed(text: str, ground: Ground) -> str:
    """Write Markdown of anybody's such that it shows, and does nothing else."""
    lines = without_comments([_untabbed(line) for line in _LINE_ENDS.split(text)])
    return "\n".join(_blocks(lines, ground, 0)).strip("\n")


def _blocks(lines: Sequence[str], ground: Ground, depth: int) -> list[str]:
    done: list[str] = []
    last: _Writer | None = None
    at = 0
    while at < len(lines):
        line = lines[at]
        if not line.strip() or is_across(line):
            _part(done)
            at += 1
            continue
        stop, write = _block(lines, at, depth)
        block = list(write(lines[at:stop], ground, depth))
        # only a list may follow something else at once, and not where it would go on with a number
        if block and (write is not _item or (last is not _item and block[0][0].isdigit())):
            _part(done)
        if block:
            done += block
            last = write
        at = stop
    return done


def _block(lines: Sequence[str], at: int, depth: int) -> tuple[int, _Writer]:
    """Find the block at a line: where it stops, and how it is written."""
    line = lines[at]
    if depth >= _DEEP:
        return len(lines), _paragraph
    if opening := fence_at(line):
        return _fence_stop(lines, at, opening), _fence
    if line.startswith(" " * _INDENT):
        stop = _while(lines, at, lambda each: not each.strip() or each.startswith(" " * _INDENT))
        return stop, _indented
    if _QUOTE.match(line):
        stop = _while(lines, at, lambda each: bool(each.strip()) and not _is_other(each))
        return stop, _quote
    if item := item_at(line):
        return _item_stop(lines, at, item), _item
    if _HEADING.fullmatch(line):
        return at + 1, _heading
    if starts_table(lines, at):
        return _while(lines, at, lambda each: "|" in each), _table
    return _paragraph_stop(lines, at), _paragraph


def _while(lines: Sequence[str], at: int, holds: Callable[[str], bool]) -> int:
    return next((n for n in range(at + 1, len(lines)) if not holds(lines[n])), len(lines))


def _is_other(line: str) -> bool:
    return starts_block(line) and not _QUOTE.match(line)


def _fence_stop(lines: Sequence[str], at: int, opening: Fence) -> int:
    stop = _while(lines, at, lambda each: not opening.is_closed_by(each))
    return min(stop + 1, len(lines))


def _item_stop(lines: Sequence[str], at: int, item: Item) -> int:
    """Find where an entry ends: at a line that is neither indented as it is nor goes on with it."""
    inside = " " * item.width
    stop = at + 1
    for n in range(at + 1, len(lines)):
        line = lines[n]
        if not line.strip():
            continue
        goes_on = n == stop and not (starts_block(line) or item_at(line) or is_across(line))
        if not line.startswith(inside) and not goes_on:
            break
        stop = n + 1
    return stop


def _paragraph_stop(lines: Sequence[str], at: int) -> int:
    return _while(
        lines,
        at,
        lambda each: bool(each.strip()) and not starts_block(each) and not is_across(each),
    )


def _fence(lines: Sequence[str], _: Ground, __: int) -> Iterator[str]:
    opening = fence_at(lines[0])
    if opening is None:  # `_block` has seen one
        return
    is_closed = len(lines) > 1 and opening.is_closed_by(lines[-1])
    inside = lines[1 : -1 if is_closed else None]
    text = "\n".join(opening.unindented(line) for line in inside)
    yield from fence(text, opening.language).split("\n")


def _indented(lines: Sequence[str], _: Ground, __: int) -> Iterator[str]:
    text = "\n".join(line[_INDENT:] for line in lines).strip("\n")
    yield from fence(text).split("\n")


def _quote(lines: Sequence[str], ground: Ground, depth: int) -> Iterator[str]:
    inside = _blocks([_QUOTE.sub("", line, count=1) for line in lines], ground, depth + 1)
    yield from (f"> {line}".rstrip() for line in _bare(inside))


def _item(lines: Sequence[str], ground: Ground, depth: int) -> Iterator[str]:
    item = item_at(lines[0])
    if item is None:  # `_block` has seen one
        return
    rest = [line[item.width :] if not line[: item.width].strip() else line for line in lines[1:]]
    head = f"{item.mark} {item.box}"
    if item.box:
        stop = _paragraph_stop(["", *rest], 0) - 1
        inside = [*_paragraph([item.rest, *rest[:stop]], ground, depth)]
        if stop < len(rest) and not rest[stop].strip():
            _part(inside)
        inside += _blocks(rest[stop:], ground, depth + 1)
    else:
        inside = _blocks([item.rest, *rest], ground, depth + 1)
    pad = " " * (len(item.mark) + 1)
    shown = _bare(inside)
    if shown[0]:  # a mark alone would make a heading of the line above it
        yield f"{head}{shown[0]}"
        yield from (f"{pad}{line}".rstrip() for line in shown[1:])


def _heading(lines: Sequence[str], ground: Ground, _: int) -> Iterator[str]:
    match = _HEADING.fullmatch(lines[0])
    if match and (said := tamed_line(match[1] or "", ground)):
        yield f"<b>{said}</b>"


def _table(lines: Sequence[str], ground: Ground, _: int) -> Iterator[str]:
    yield from tamed_table(lines, ground)


def _paragraph(lines: Sequence[str], ground: Ground, _: int) -> Iterator[str]:
    """Put it on one line, for each end of a line would be shown; those that are meant stay."""
    said = ""
    for line in lines:
        turns = _TURN.search(line)
        said += line[: turns.start()].strip() + "\n" if turns else f"{line.strip()} "
    if written := tamed_line(said, ground):
        yield written


def _part(done: list[str]) -> None:
    if done and done[-1]:
        done.append("")


def _bare(lines: list[str]) -> list[str]:
    return "\n".join(lines).strip("\n").split("\n")


def _untabbed(line: str) -> str:
    bare = line.lstrip(" \t")
    return line[: len(line) - len(bare)].expandtabs(_INDENT) + bare
