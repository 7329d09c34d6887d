"""What may start on a line, by its first character; the first that does has it.

Each is given what is left of the line without its indentation, and how wide that was. It says
whether it starts here; a container leaves the rest of the line for what starts within it.
"""

from collections.abc import Callable

from bot.markdown import tokens
from bot.markdown.html import html
from bot.markdown.leaf import COMMENT, FENCE, HTML, TABLE
from bot.markdown.state import State
from bot.markdown.tables import is_table


def _quote(state: State, bare: str, _: int) -> bool:
    state.shut()
    state.containers.add_quote(state.at)
    state.rest = bare[1:].removeprefix(" ")
    return True


def _item(state: State, bare: str, indent: int) -> bool:
    marker = tokens.marker(bare)
    if not marker or (not marker.interrupts and state.in_paragraph()):
        return False
    state.shut()
    pad = " " * (indent + marker.width)
    state.containers.add_item(pad, state.at, bare=not marker.rest)
    depth = state.containers.open[-1].items - 1
    state.leaf.item = (state.at + 1, depth, marker.ordered)
    state.rest = marker.rest
    return True


def _footnote(state: State, bare: str, _: int) -> bool:
    rest = tokens.footnote(bare)
    if rest is None:
        return False
    state.shut()
    state.containers.add_footnote(" " * tokens.TAB, state.at)
    state.rest = rest
    return True


def _heading(state: State, bare: str, _: int) -> bool:
    found = tokens.heading(bare)
    if not found:
        return False
    state.shut()
    level, title = found
    state.add_heading(title, level, state.at + 1)
    return True


def _underline(state: State, bare: str, _: int) -> bool:
    level = tokens.underline(bare) if state.in_paragraph() else 0
    if not level:
        return False
    title, line = state.leaf.as_title()
    state.shut()  # also without a title: a paragraph of definitions alone has ended, and is nothing
    if title:
        state.add_heading(title, level, line)
    return title != ""  # else the line is still to be read: as one across, or as a new paragraph


def _break(state: State, bare: str, _: int) -> bool:
    if not tokens.is_break(bare):
        return False
    state.shut()
    return True


def _fence(state: State, bare: str, _: int) -> bool:
    fence = tokens.fence(bare)
    if not fence:
        return False
    state.begin(FENCE)
    state.leaf.fence = fence
    return True


def _html(state: State, bare: str, _: int) -> bool:
    found = html(bare)
    if not found or (not found.interrupts and state.in_paragraph()):
        return False
    state.begin(COMMENT if found.comment else HTML)
    state.leaf.html_end = found.end
    state.leaf.swallow(bare, state.at)
    return True


def _table(state: State, bare: str, _: int) -> bool:
    if not state.in_paragraph() or not is_table(state.leaf.parts[-1], bare):
        return False
    state.leaf.parts.pop()  # the row above the dashes is the table's
    state.begin(TABLE)
    state.leaf.start -= 1
    return True


STARTS: dict[str, tuple[Callable[[State, str, int], bool], ...]] = {
    "#": (_heading,),
    ">": (_quote,),
    "`": (_fence,),
    "~": (_fence,),
    "<": (_html,),
    "[": (_footnote,),
    "=": (_underline,),
    "-": (_underline, _break, _item, _table),
    "*": (_break, _item),
    "_": (_break,),
    "+": (_item,),
    "|": (_table,),
    ":": (_table,),
    **dict.fromkeys("0123456789", (_item,)),
}
