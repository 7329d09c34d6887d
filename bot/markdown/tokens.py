"""mistletoe's block tokens, made safe and quick. Nothing else here knows mistletoe.

Upstream's tokens are kept wherever they do; these are the quirks mended here (mistletoe 1.6):

* importing it builds a set over all of Unicode, for inline parsing that is never used here;
* ``Document`` parses inline eagerly, two thirds of the time: blocks are all that is wanted;
* its loop asks each of ten token types about each line, where the first character rules out most;
* headings, table rules and HTML tags have patterns that go quadratic on long lines;
* link definitions are matched character by character over a copied rest of the text;
* a list of mixed markers is parsed again at each level, so nesting can double the work per level:
  all of it is counted, and a document that wants too much is given up as nested too deep.
"""

import re
import sys
from typing import Any, cast

_every_character = sys.maxunicode
sys.maxunicode = 0x7F  # read once, by the import below
try:
    from mistletoe import block_token, block_tokenizer
finally:
    sys.maxunicode = _every_character
from mistletoe.block_token import (
    BlockCode,
    CodeFence,
    HtmlBlock,
    List,
    Paragraph,
    Quote,
    ThematicBreak,
)
from mistletoe.block_tokenizer import FileWrapper, ParseBuffer

__all__ = [
    "Block",
    "Budget",
    "List",
    "Paragraph",
    "ParseBuffer",
    "Prose",
    "Quote",
    "tokenize_block",
]

Block = tuple[str, int, int, str]
"""kind, first line, line behind the last, and the title, language or marker that goes with it"""

_HEADING = re.compile(r" {0,3}(#{1,6})(?=[ \t\n])")
_DEFINITION = re.compile(
    r" {0,3}\[(?!\^)[^\]\n]{1,300}\]:[ \t]*(?:<[^<>\n]*>|[^\s<]\S*)"
    r"(?:[ \t]+(?:\"[^\"\n]*\"|'[^'\n]*'|\([^()\n]*\)))?[ \t]*$"
)
_PLAIN = re.compile(r"[^\W\d_][^|\n]*\n").fullmatch  # starts with a letter, holds no pipe
_PIPE = re.compile(r"(?<!\\)\|")
_RULE_CELL = re.compile(r":?-+:?")
_DEEP_QUOTE = re.compile(r"(?:>\s{0,3}){60}").match
_LONGEST_TAG = 2_000


class Budget:
    """Counts the lines that are looked at, again at each level of nesting."""

    spent = 0
    limit = 0

    @classmethod
    def spend(cls, lines: int) -> None:
        """Take note of work; RecursionError is what too deep a nesting raises anyway."""
        cls.spent += lines
        if cls.spent > cls.limit:
            raise RecursionError


class Heading(block_token.Heading):
    """An ATX heading, read in linear time."""

    @classmethod
    def start(cls, line: str) -> bool:
        """Tell whether a heading starts here."""
        return _HEADING.match(line) is not None

    @classmethod
    def read(cls, lines: FileWrapper) -> Block:
        """Take the one line of the heading; a closing run of # is no part of the title."""
        line = next(lines)
        match = cast("re.Match[str]", _HEADING.match(line))
        title = line[match.end() :].strip()
        bare = title.rstrip("#")
        if not bare or bare[-1] in " \t":
            title = bare.rstrip()
        number = lines.line_number()
        return f"h{len(match[1])}", number, number + 1, title


class Html(HtmlBlock):
    """An HTML block; the pattern for tags of any name is kept from long lines."""

    @classmethod
    def start(cls, line: str) -> Any:  # noqa: ANN401 - upstream gives False or the number of a rule
        """Tell which kind of HTML starts here, if any."""
        if len(line) > _LONGEST_TAG and not line.lstrip().startswith("<!--"):
            return False
        return HtmlBlock.start.__func__(cls, line)  # on this class, which keeps the state

    @classmethod
    def read(cls, lines: FileWrapper) -> Block:
        """Take the block as a span."""
        start = lines.line_number() + 1
        kind = "comment" if cls._end_cond == "-->" else "html"
        super().read(lines)
        return kind, start, lines.line_number() + 1, ""


class Fence(CodeFence):
    """A fenced block of code."""

    @classmethod
    def read(cls, lines: FileWrapper) -> Block:
        """Take the block as a span, with the word behind its fence."""
        start = lines.line_number() + 1
        _, (_, _, _, language) = super().read(lines)
        return "code", start, lines.line_number() + 1, language


class Indented(BlockCode):
    """Code by indentation."""

    @classmethod
    def read(cls, lines: FileWrapper) -> Block:
        """Take the block as a span."""
        start = lines.line_number() + 1
        super().read(lines)
        return "code", start, lines.line_number() + 1, ""


class Table(block_token.Table):
    """A table by GFM's rule: the row of dashes has as many cells as the header."""

    @classmethod
    def check_interrupts_paragraph(cls, lines: FileWrapper) -> bool:
        """Tell whether a table starts at the next line."""
        at = lines.get_pos() + 1
        return "|" in lines.lines[at] and _is_table(lines, at)

    @classmethod
    def read(cls, lines: FileWrapper, check_only: bool = False) -> Block | None:  # noqa: ARG003
        """Take the rows as a span, or nothing."""
        at = lines.get_pos() + 1
        if not _is_table(lines, at):
            return None
        start = lines.line_number() + 1
        stop = at + 2
        while stop < len(lines.lines) and "|" in lines.lines[stop]:
            stop += 1
        lines.set_pos(stop - 1)
        return "table", start, lines.line_number() + 1, ""


class Definition(block_token.BlockToken):
    """A link definition on one line, without upstream's quadratic walk."""

    @classmethod
    def start(cls, line: str) -> bool:
        """Tell whether the line defines a link."""
        return _DEFINITION.match(line) is not None

    @staticmethod
    def read(lines: FileWrapper) -> Block:
        """Take the one line."""
        next(lines)
        number = lines.line_number()
        return "definition", number, number + 1, ""


class Break(ThematicBreak):
    """A line across."""

    @staticmethod
    def read(lines: FileWrapper) -> Block:
        """Take the one line."""
        next(lines)
        number = lines.line_number()
        return "break", number, number + 1, ""


class Prose(Paragraph):
    """A paragraph, or the setext heading that it turns out to be."""

    @classmethod
    def read(cls, lines: FileWrapper) -> Block | list[str]:
        """Take lines until something else starts; lines that can start nothing go unasked."""
        text = lines.lines
        first = at = lines.get_pos() + 1
        at += 1
        while at < len(text):
            line = text[at]
            if not _PLAIN(line):
                lines.set_pos(at - 1)
                if not line.strip() or interrupts(line, lines):
                    break
                if Paragraph.parse_setext and cls.is_setext_heading(line):
                    return _setext(lines, first, at)
                if Break.start(line):
                    break
            at += 1
        lines.set_pos(at - 1)
        return text[first:at]


def interrupts(line: str, lines: FileWrapper) -> bool:
    """Tell whether a block starts at the next line that can end a paragraph."""
    types = _INTERRUPTING.get(line.lstrip()[0])
    if types and any(kind.check_interrupts_paragraph(lines) for kind in types):
        return True
    return "|" in line and Table.check_interrupts_paragraph(lines)


class Interruption(block_token.BlockToken):
    """Stands for all blocks but quotes and lists where upstream asks what ends a lazy line."""

    @classmethod
    def check_interrupts_paragraph(cls, lines: FileWrapper) -> bool:
        """Tell whether one of them starts at the next line."""
        line = cast("str", lines.peek())
        if not line.strip():
            return False
        types = _INTERRUPTING.get(line.lstrip()[0], ())
        if any(
            t.check_interrupts_paragraph(lines) for t in types if t is not List and t is not Quote
        ):
            return True
        if "|" in line and Table.check_interrupts_paragraph(lines):
            return True
        return Break.start(line) is not None


def tokenize_block(iterable: list[str], _types: object, start_line: int = 1) -> ParseBuffer:
    """Do what upstream's loop does, asking only the types that a line's first character allows."""
    lines = FileWrapper(iterable, start_line=start_line)
    text = lines.lines
    Budget.spend(len(text) + 1)
    found = ParseBuffer()
    while (at := lines.get_pos() + 1) < len(text):
        line = text[at]
        if _PLAIN(line):
            found.append((Prose, Prose.read(lines), start_line + at))
            continue
        bare = line.lstrip()
        if not bare:
            lines.set_pos(at)
            found.loose = True
            continue
        for kind in _by_start(line, bare):
            if kind.start(line) and (result := kind.read(lines)) is not None:
                found.append((kind, result, start_line + at))
                break
    return found


def _by_start(line: str, bare: str) -> tuple[Any, ...]:
    if bare[0] == ">" and _DEEP_QUOTE(bare):
        raise RecursionError  # upstream would copy the line once a level to find out
    if line[0] in " \t" and Indented.start(line):
        return (Indented,)
    types = _STARTING.get(bare[0], (Prose,))
    return (*types[:-1], Table, Prose) if "|" in line else types


def _setext(lines: FileWrapper, first: int, at: int) -> Block:
    lines.set_pos(at)
    title = " ".join(line.strip() for line in lines.lines[first:at])
    level = 1 if lines.lines[at].lstrip().startswith("=") else 2
    return f"h{level}", lines.start_line + first, lines.start_line + at + 1, title


def _is_table(lines: FileWrapper, at: int) -> bool:
    if at + 1 >= len(lines.lines):
        return False
    rule = lines.lines[at + 1].strip()
    if "-" not in rule or rule.strip("|:- \t"):
        return False
    cells = _cells(rule)
    return all(_RULE_CELL.fullmatch(cell.strip()) for cell in cells) and len(cells) == len(
        _cells(lines.lines[at].strip())
    )


def _cells(row: str) -> list[str]:
    row = row.removeprefix("|")
    if row.endswith("|") and not row.endswith("\\|"):
        row = row[:-1]
    return _PIPE.split(row)


_LISTS: tuple[Any, ...] = (List, Prose)
_STARTING: dict[str, tuple[Any, ...]] = {
    "#": (Heading, Prose),
    ">": (Quote, Prose),
    "`": (Fence, Prose),
    "~": (Fence, Prose),
    "-": (Break, List, Prose),
    "*": (Break, List, Prose),
    "_": (Break, Prose),
    "+": _LISTS,
    "<": (Html, Prose),
    "[": (Definition, Prose),
    **dict.fromkeys("0123456789", _LISTS),
}
_INTERRUPTING: dict[str, tuple[Any, ...]] = {
    "#": (Heading,),
    ">": (Quote,),
    "`": (Fence,),
    "~": (Fence,),
    "-": (List,),
    "*": (List,),
    "+": (List,),
    "1": (List,),
    "<": (Html,),
}

# Quotes and lists of upstream call back through these two names; nobody else in the process does.
block_tokenizer.tokenize_block = tokenize_block
block_token._token_types = [Interruption, List, Quote]  # noqa: SLF001
