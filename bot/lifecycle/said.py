"""What a piece of Markdown says, word by word: the same for two texts that read the same.

Targets of links, emphasis, ticks around code, backslashes and comments are no words. Whatever is
in doubt stays: a text that is taken for changed costs a second look, the other way round somebody
is said to have approved what they never saw. So only what GitHub hides for sure is left out: a
comment that never ends is there to be read, and so is what stands in brackets without being a link.

Every pass goes over the text once, and none tries what it has taken again, however hostile it is.
"""

import re

from bot.markdown.inline import CODE_SPAN

_MARKS = "`\\<]*_"  # without any of them all that stands there is said
_ASIDE = 0xE000  # private characters, one for each mark that is meant as it stands
_ASIDES = {code: _ASIDE + code for code in range(0x21, 0x7F) if not chr(code).isalnum()}
_BACK = {private: code for code, private in _ASIDES.items()}
_FOREIGN = {private: 0xF0000 + private for private in _BACK}  # what was private in the text itself
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
_BRACKET = re.compile(
    r"!?\[|\](?:\( ?"
    r"(?P<target>(?:<[^<>]*>|[^\s()<>]*+(?:\([^\s()<>]*\)[^\s()<>]*+)*+))"
    r"(?: (?:\"[^\"]*\"|'[^']*'|\([^()]*\)))? ?\))?"
)
_OPEN, _SHUT = "<!--", "--"
_EMPHASIS = tuple(
    re.compile(rf"(?<![\w{mark}])({mark}{{1,3}})(?![\s{mark}])([^{mark}]*+)(?<!\s)\1(?![\w{mark}])")
    for mark in (r"\*", "_")
)


def words_of(text: str) -> list[str]:
    """Give the words of a paragraph."""
    words = text.split()
    if not any(mark in text for mark in _MARKS):
        return words
    text = " ".join(words)
    if not text.isascii():
        text = text.translate(_FOREIGN)
    if "`" in text:
        text = CODE_SPAN.sub(lambda match: match[2].strip().translate(_ASIDES), text)
    if "\\" in text:
        text = _ESCAPE.sub(lambda match: chr(_ASIDE + ord(match[1])), text)
    if _OPEN in text:
        text = _without_comments(text)
    if "](" in text:
        text = _without_targets(text)
    for emphasis in (*_EMPHASIS, *_EMPHASIS):  # within each other, twice
        text = emphasis.sub(r"\2", text)
    return text.translate(_BACK).split()


def _without_comments(text: str) -> str:
    """Leave comments out; to GitHub, one within a line ends at its first two dashes or is none."""
    kept: list[str] = []
    at = 0
    start = text.find(_OPEN)
    while start >= 0:
        stop = text.find(_SHUT, start + len(_OPEN))
        if stop < 0:
            break
        if text.startswith(">", stop + 2) and text[start + 4] not in ">-":
            kept.append(text[at:start])
            at = stop + 3
            start = text.find(_OPEN, at)
        else:
            start = text.find(_OPEN, start + len(_OPEN))
    return "".join((*kept, text[at:]))


def _without_targets(text: str) -> str:
    """Leave the words of links; those of an image are less than it shows, so it stays whole."""
    pieces: list[str] = []
    opened: list[int] = []  # places of brackets among the pieces
    shut = 0  # how many of them hold a link, and so are none themselves
    at = 0
    for found in _BRACKET.finditer(text):
        pieces += (text[at : found.start()], found[0])
        at = found.end()
        if found[0][-1] == "[":
            opened.append(len(pieces) - 1)
        elif opened:
            begun = opened.pop()
            if found["target"] is not None and len(opened) >= shut and pieces[begun] == "[":
                pieces[begun] = pieces[-1] = ""
                shut = len(opened)
            shut = min(shut, len(opened))
    return "".join((*pieces, text[at:]))
