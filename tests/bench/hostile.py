"""Documents of a megabyte that are made to hurt a parser."""

SIZE = 1_000_000

_PIECES = {
    "brackets": "[a](",
    "quotes": ">",
    "bullets": "- a\n",
    "bare bullets": "-\n",
    "bullets in a line": "- ",
    "boxes": "- [ ] a\n",
    "lazy quotes": "> a\nb\n",
    "headings": "# a\n",
    "setext": "a\n===\n",
    "rules": "---\n",
    "fences": "```\n",
    "ticks": "` ",
    "stars": "*",
    "comments": "<!-- ",
    "tags": "<a \n",
    "tag": "a " * 4,
    "tables": "|a|\n|-|\n",
    "cells": "|",
    "definitions": "[a]: b\n",
    "labels": "**a**:\n",
    "fields": "a: b\n",
    "blocks": "---\na: b\n---\n",
    "waivers": "<!-- steward: waive a\n",
    "waivers in a line": "<!-- steward: waive ",
    "status": "## Status\n",
    "blank": "\n",
    "tabs": "\t",
    "separators": "\u2028",
}


def documents() -> dict[str, bytes]:
    """Give each by its name."""
    made = {name: (piece * SIZE).encode()[:SIZE] for name, piece in _PIECES.items()}
    made["spaces in a heading"] = b"# " + b" " * (SIZE - 3) + b"x"
    made["nested lists"] = "\n".join(" " * (2 * n) + "- a" for n in range(990)).encode()
    made["nested quotes"] = "\n".join(">" * n + " a" for n in range(1, 1400)).encode()
    made["spaces in a table"] = b"a|b\n" + b" " * (SIZE - 6) + b"-"
    return made
