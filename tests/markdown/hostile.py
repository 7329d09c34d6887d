"""Texts that have brought Markdown parsers down, in any size.

``python -m tests.markdown.hostile`` reads them all at 1 MB and prints what each took.
"""

import time
from collections.abc import Callable

from bot.markdown.decode import Unreadable
from bot.markdown.parse import parse


def _of(unit: str, head: str = "", tail: str = "") -> Callable[[int], str]:
    """Make texts of one repeated piece, between a head and a tail."""

    def text(size: int) -> str:
        length = len(unit.encode())
        return head + unit * max(1, (size - len(head) - len(tail)) // length) + tail

    return text


def _halves(one: str, two: str, between: str = "") -> Callable[[int], str]:
    return lambda size: _of(one)(size // 2) + between + _of(two)(size // 2)


def _stairs(step: str, text: str) -> Callable[[int], str]:
    """Make lines that are each indented one step more, as far as the size allows."""

    def stairs(size: int) -> str:
        lines: list[str] = []
        left = size
        while left > 0:
            lines.append(step * len(lines) + text)
            left -= len(lines[-1])
        return "\n".join(lines)

    return stairs


_NEST = "\n".join("  " * depth + "- a" for depth in range(99)) + "\n"
_LINE = "- " * 99 + "a\n"

TEXTS: dict[str, Callable[[int], str]] = {
    # inline
    "links": _of("[a]("),
    "links not closed": _of("[a](b"),
    "brackets": _halves("[", "]"),
    "images": _of("!["),
    "emphasis": _of("*a "),
    "strong": _of("**a"),
    "underscores": _of("_a "),
    "ticks": _of("`"),
    "code spans": _of("`a"),
    "backslashes": _of("\\"),
    "entities": _of("&#x"),
    "addresses": _of("http://a.b "),
    "tokens": _of("{{a}} "),
    # headings and lines across
    "heading of spaces": _of(" ", "#", "a"),
    "heading of signs": _of("#", "# "),
    "heading of spaced signs": _of(" #", "# a"),
    "headings": _of("# a\n"),
    "underlined": _of("a\n=\n"),
    "underlined once": _of("a\n", "", "==="),
    "underline": _of("=", "a\n"),
    "dashes": _of("-"),
    "dashes with spaces": _of("- "),
    "dashes, then text": _of("- ", "", "a"),
    "dashes with tabs": _of("-\t", "", "a"),
    "dash, spaces, text": _of(" ", "-", "a"),
    "stars": _of("* "),
    "markers mixed": _of("- * + "),
    # quotes
    "quote signs": _of(">"),
    "quoted lines": _of("> a\n"),
    "lazy lines": _of("b\n", "> a\n"),
    "quotes as stairs": _stairs(">", " a"),
    "deep quotes": _of(">" * 99 + " a\n"),
    "lazy lines, deep": _of("b\n", ">" * 99 + " a\n"),
    "gaps, deep": _of(">\n", ">" * 99 + " a\n"),
    # lists
    "items": _of("- a\n"),
    "items of two lists": _of("- a\n* b\n"),
    "items with gaps": _of("-\n\n"),
    "empty items": _of("-\n"),
    "boxes": _of("- [ ] a\n"),
    "numbers": _of("123456789. a\n"),
    "items as stairs": _stairs("  ", "- a"),
    "markers as stairs": _stairs("  ", "-"),
    "deep items": _of(_NEST),
    "deep items on a line": _of(_LINE),
    "deep items, gaps": _of("\n", _NEST),
    "deep items, gaps of spaces": _of("   \n", _NEST),
    "deep items, lazy lines": _of("b\n", _NEST),
    "deep items, text within": _of(" " * 200 + "b\n", _NEST),
    "quoted items": _of("> - "),
    "quoted items, gaps": _of(">\n", "> " + _LINE),
    "items and quotes in turns, gaps": _of(">\n", "> - " * 49 + "a\n"),
    "items with code": _of("- ```\n"),
    # code and HTML
    "fence": _of("a\n", "```\n"),
    "fences": _of("```\n"),
    "fences that nearly close": _of("```a\n", "```\n"),
    "long fence": _of("~"),
    "indented": _of("    a\n\n"),
    "indented gaps": _of("    \n", "    a\n"),
    "comment": _of("a\n", "<!--"),
    "comments": _of("<!-- a -->\n"),
    "comments not closed": _of("<!--\n\n"),
    "comment of dashes": _of("-", "<!--"),
    "comments in a line": _of("a <!-- b --> "),
    "angles": _of("<"),
    "tags": _of("<a>"),
    "tag of attributes": _of(" a", "<a"),
    "tags of attributes": _of("<a" + " a" * 990 + "\n"),
    "tag of equal signs": _of(" = ", "<a b", ">"),
    "tag of spaces": _of(" ", "<a b", "c"),
    "closing tag of spaces": _of(" ", "</a", "b"),
    "tag with a quote": _of("a", '<a b="'),
    "lines of tags": _of("<x>\n"),
    "divisions": _of("<div>\n"),
    "data": _of("<![CDATA[\n"),
    # tables and definitions
    "pipes": _of("|"),
    "lines of pipes": _of("|\n"),
    "rows": _of("a|b\n", "a|b\n-|-\n"),
    "tables": _of("a|b\n-|-\n\n"),
    "rules of tables": _of("|-|-\n"),
    "wide table": _halves("a|", "-|", "\n"),
    "definitions": _of("[a]: /u\n"),
    "definitions underlined": _of("[a]: /u\n", "", "==="),
    "definitions not closed": _of("[a]:\n"),
    "titles not closed": _of('[a]: /u\n"\n'),
    "place of brackets": _of("(", "[a]: ", "\n==="),
    "place of escapes": _of("\\(", "[a]: ", ")\n==="),
    "definition of spaces": _of(" ", "[a]: b", "c\n==="),
    "title of a definition": _of("\\'", "[a]: b '", "\n==="),
    "label of a definition": _of("a", "[", "]: /u\n==="),
    "footnotes": _of("[^a]: b\n"),
    "footnotes on a line": _of("[^a]: "),
    # metadata, labels, waivers
    "front matter": _of("a: b\n", "---\n", "---\n"),
    "front matter not closed": _of("a: b\n", "---\n"),
    "front matter not opened": _of("a: b\n", "", "---\n"),
    "rules": _of("---\n"),
    "blocks": _of("---\na: b\n"),
    "long blocks not closed": _of("---\n" + "a: b\n" * 399),
    "long key": _of("a", "---\n", ": b\n---\n"),
    "long value": _of(" #", "---\na: ", "\n---\n"),
    "metadata title of spaces": _of(" ", "#", "x\n---\na: b\n---\n"),
    "cell with an open link": _of(" ", "# A\na|b\n-|-\n[a](", "b|c"),
    "status with an open link": _of(" ", "## Status\n*[a](", "b"),
    "Metadata": _of("# Metadata\n```\n```\n"),
    "Metadata, then code": _halves("# Metadata\n", "```\n```\n"),
    "Metadata, then comments": _halves("# Metadata\n", "<!-- a -->\n"),
    "Metadata, then tables": _halves("# Metadata\n", "a|b\n-|-\n\n"),
    "Status": _of("## Status\n"),
    "Status, then a gap": _of("\n", "# Status\n<!--"),
    "fields": _of("Status: a\n"),
    "colons": _of(": ", "a"),
    "bold fields": _of("**a**: "),
    "field of spaces": _of(" ", "**a", "b"),
    "field behind spaces": _of(" ", "", ":"),
    "label of spaces": _of(" ", "**ab**", "x"),
    "labels": _of("**ab**:\n"),
    "waivers": _of("<!-- steward: waive a: b -->\n"),
    "waivers not closed": _of("<!-- steward: waive a: b\n"),
    "waivers on a line": _of('<!-- steward: waive a "b'),
    "waiver of spaces": _of(" ", "<!-- steward: waive a", "-->"),
    "stewards among code": _of("```\n```\nsteward\n"),
    "stewards behind code": _halves("```\n```\n", "steward\n"),
    # nothing much
    "ends of lines": _of("\n"),
    "returns": _of("\r"),
    "spaces": _of(" "),
    "tabs": _of("\t"),
    "lines of tabs": _of("\t\n"),
    "one line": _of("a"),
    "lines": _of("a\n"),
    "separators": _of("\u2028"),
    "accents": _of("\u0301", "a"),
    "marks of order": _of("\ufeff"),
}


def main() -> None:
    """Read all of them, and print the slowest ones first."""
    took = []
    for name, text in TEXTS.items():
        data = text(1_000_000).encode()[:1_000_000]
        start = time.process_time()
        try:
            parse(data)
            end = "read"
        except Unreadable as reason:
            end = f"{reason.line}: {reason.message}"
        took.append((time.process_time() - start, name, end))
    for seconds, name, end in sorted(took, reverse=True):
        print(f"{seconds:6.2f} s  {name:32} {end}")  # noqa: T201 - a tool for the terminal


if __name__ == "__main__":
    main()
