"""One pass over the lines: what each goes on with, what it starts, and what it ends.

This is the strategy of CommonMark's own parsers. A line first goes on with the lists and quotes
that are open; what is left of it may open others; the rest goes on with a block of text or starts
one. No line is read twice, so the work grows with the text alone, however it is nested.
"""

from collections.abc import Iterable, Sequence

from bot.markdown import tokens
from bot.markdown.blocks import Blocks
from bot.markdown.leaf import FENCE, INDENTED, PROSE, TABLE
from bot.markdown.starts import STARTS
from bot.markdown.state import State
from bot.model.document import Span

_NOT_PLAIN = frozenset((*STARTS, " ", "\t", ""))


def read_blocks(lines: Sequence[str], skip: Iterable[Span] = ()) -> Blocks:
    """Read lines into blocks, taking those of ``skip`` for blank."""
    text = list(lines)
    for span in skip:
        text[span.start - 1 : span.stop - 1] = [""] * (span.stop - span.start)
    state = State()
    leaf, opened = state.leaf, state.containers.open
    for at, line in enumerate(text):
        if not opened:  # most lines, so they go first
            kind = leaf.kind
            if kind <= PROSE:
                if line[:1] not in _NOT_PLAIN:
                    if not kind:
                        leaf.begin(PROSE, at)
                    leaf.parts.append(line)
                    continue
                if not line:
                    leaf.finish(at)
                    continue
            elif kind == FENCE and leaf.fence.mark not in line:
                continue
        state.at = at
        _read_line(state, line)
    state.at, state.matched = len(text), 0
    state.shut()
    return state.blocks


def _read_line(state: State, line: str) -> None:
    if "\t" in line:
        line = tokens.untabbed(line)
    state.matched = 0
    if state.containers.open:
        line, state.matched = state.containers.go_on(line, state.at)
    if state.leaf.kind >= FENCE and state.is_inside():
        state.leaf.swallow(line, state.at)
        return
    state.rest = line
    while (rest := state.rest) is not None:
        state.rest = None
        _read(state, rest)
        state.matched = len(state.containers.open)


def _read(state: State, rest: str) -> None:
    bare = rest.lstrip(" ")
    indent = len(rest) - len(bare)
    if not bare:
        _read_blank(state)
        return
    if indent >= tokens.TAB:
        _read_indented(state, bare)
        return
    for starts in STARTS.get(bare[0], ()):
        if starts(state, bare, indent):
            return
    _read_prose(state, bare)


def _read_blank(state: State) -> None:
    if not state.is_inside():
        state.shut()
    elif state.leaf.kind in (PROSE, TABLE):
        state.leaf.finish(state.at)


def _read_indented(state: State, bare: str) -> None:
    if state.leaf.kind == PROSE:  # a paragraph goes on, whatever the indentation
        state.leaf.parts.append(bare)
        return
    if state.leaf.kind != INDENTED or not state.is_inside():
        state.begin(INDENTED)
    state.leaf.last = state.at


def _read_prose(state: State, bare: str) -> None:
    if state.leaf.kind == TABLE and state.is_inside():
        return  # another row
    if state.leaf.kind != PROSE:
        state.end()
        state.leaf.begin(PROSE, state.at)
    state.leaf.parts.append(bare)
