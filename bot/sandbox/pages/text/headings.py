"""Anchors of headings in files, by GitHub's recipe: other files link to them."""

import re

from markdown_it.rules_core import StateCore

_DROPPED = re.compile(r"[^\w\- ]")


def anchor_headings(state: StateCore) -> None:
    """Give each heading an id out of its words; equal ones are numbered."""
    seen: dict[str, int] = {}
    for at, token in enumerate(state.tokens):
        if token.type != "heading_open":
            continue
        words = "".join(
            child.content
            for child in state.tokens[at + 1].children or ()
            if child.type in {"text", "code_inline"}
        )
        slug = _DROPPED.sub("", words.strip().lower()).replace(" ", "-")
        count = seen.get(slug, 0)
        seen[slug] = count + 1
        token.attrs["id"] = f"{slug}-{count}" if count else slug
