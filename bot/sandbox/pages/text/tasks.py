"""Task lists: ``- [ ]`` and ``- [x]`` show a box, which cannot be ticked here."""

import re

from markdown_it.rules_core import StateCore
from markdown_it.token import Token

from bot.sandbox.pages.text.mark import marked

_TASK = re.compile(r"\[([ xX])\](?=\s)")
_OPENING = ["list_item_open", "paragraph_open", "inline"]


def draw_tasks(state: StateCore) -> None:
    """Replace the brackets by boxes."""
    for at, token in enumerate(state.tokens):
        opening = [each.type for each in state.tokens[at : at + 3]]
        if opening != _OPENING or not (children := state.tokens[at + 2].children):
            continue
        match = _TASK.match(children[0].content) if children[0].type == "text" else None
        if match is None:
            continue
        children[0].content = children[0].content[match.end() :]
        children.insert(0, _box(match[1] != " "))
        token.attrs["class"] = marked("task")


def _box(done: bool) -> Token:
    box = Token("html_inline", "", 0)
    classes, word = (("box", "ticked"), "done") if done else (("box",), "to do")
    box.content = f'<span class="{marked(*classes)}" role="img" aria-label="{word}"></span>'
    return box
