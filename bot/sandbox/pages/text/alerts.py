"""GitHub's alerts: a quotation that begins with ``[!NOTE]`` becomes a box."""

import re
from collections.abc import Sequence

from markdown_it.rules_core import StateCore
from markdown_it.token import Token

from bot.sandbox.pages.text.mark import marked

_HEAD = re.compile(r"\[!(NOTE|TIP|IMPORTANT|WARNING|CAUTION)\][ \t]*(?:\n|$)", re.IGNORECASE)
_OPENING = ["blockquote_open", "paragraph_open", "inline"]


def box_alerts(state: StateCore) -> None:
    """Turn such quotations, which are no part of anything else, into boxes."""
    for at, token in enumerate(state.tokens):
        if token.level or [each.type for each in state.tokens[at : at + 3]] != _OPENING:
            continue
        text = state.tokens[at + 2]
        match = _HEAD.match(text.content)
        end = _end(state.tokens, at)
        if match is None or (end == at + 4 and not text.content[match.end() :].strip()):
            continue
        kind = match[1].lower()
        text.content = text.content[match.end() :]
        _rename(token, state.tokens[end])
        token.attrs["class"] = marked("alert", f"alert-{kind}")
        token.meta["title"] = kind.capitalize()


def title_alerts(state: StateCore) -> None:
    """Put the boxes' titles into them, once it is certain what else is inside."""
    for at in reversed(range(len(state.tokens))):
        if title := state.tokens[at].meta.get("title"):
            head = Token("html_block", "", 0)
            head.content = f'<p class="{marked("alert-title")}">{title}</p>\n'
            state.tokens.insert(at + 1, head)


def _end(tokens: Sequence[Token], start: int) -> int:
    """Return where the quotation ends that begins here."""
    return next(
        at
        for at in range(start, len(tokens))
        if tokens[at].type == "blockquote_close" and tokens[at].level == tokens[start].level
    )


def _rename(*ends: Token) -> None:
    for end in ends:
        end.tag = "div"
