"""What is needed of inline Markdown: plain titles, code spans, comments, links."""

import re
from functools import lru_cache

from bot.markdown.definitions import DEFINITION
from bot.model.document import Link

COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.S)
CODE_SPAN = re.compile(r"(?<![\\`])(`+)(?!`)(.{1,2000}?)(?<!`)\1(?!`)")
_LINK = re.compile(
    r"!?\[((?:[^\[\]\n]|\[[^\[\]\n]*\]){0,300})\]"
    r"\(\s*+<?([^\s()<>]*(?:\([^\s()]*\)[^\s()<>]*)*)>?(?:\s++[\"'(][^\n)]{0,300}|\s*+)\)"
)
_REFERENCE = re.compile(r"\[([^\[\]\n]{1,300})\]\[[^\[\]\n]{0,300}\]")
_MARKUP = re.compile(r"\*{1,3}|(?<!\w)_{1,3}|_{1,3}(?!\w)|~~|`+")
_TAG = re.compile(r"</?[a-zA-Z][^<>]{0,200}/?>")
_ASIDE = 0xE000  # private characters, one for each that can be escaped
_ASIDES = {code: _ASIDE + code for code in b"!*<>[]_`~"}
_BACK = {_ASIDE + code: code for code in range(0x21, 0x7F)}
_TAKEN = re.compile("[\ue021-\ue07e]")
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")


@lru_cache(maxsize=8192)
def plain(text: str) -> str:
    """Take the markup off a short text: emphasis, code ticks, links, backslash escapes."""
    if not text.isascii():  # what is set aside below has to be ours
        text = _TAKEN.sub("", text)
    if not _has_markup(text):
        return text.strip()
    if "\\" in text:  # what is escaped is no markup: set it aside until the rest is off
        text = _ESCAPE.sub(lambda match: chr(_ASIDE + ord(match[1])), text)
    if "`" in text:
        text = CODE_SPAN.sub(lambda match: match[2].strip().translate(_ASIDES), text)
    text = COMMENT.sub("", text)
    text = _LINK.sub(_keep_text, text) if "](" in text else text
    text = _REFERENCE.sub(r"\1", text) if "][" in text else text
    return _MARKUP.sub("", text).translate(_BACK).strip()


def untagged(text: str) -> str:
    """Take HTML tags off, as anchors in headings; template tokens look alike, so ask first."""
    return _TAG.sub("", text).strip() if "<" in text else text


def _has_markup(text: str) -> bool:
    return any(mark in text for mark in "*_`[\\~<")


def _keep_text(match: re.Match[str]) -> str:
    return str(match[1]).rstrip()


def without_code(line: str) -> str:
    """Blank out code spans, keeping every column where it was."""
    if "`" not in line:
        return line
    return CODE_SPAN.sub(lambda match: " " * len(match[0]), line)


def links_in(line: str, number: int) -> list[Link]:
    """Find the links of one line, definitions too; code spans hold none."""
    if "](" not in line and "]:" not in line:
        return []
    bare = without_code(line)
    found = [Link(m[1].strip(), m[2], number) for m in _LINK.finditer(bare)]
    if defined := DEFINITION.match(line):
        found.append(Link(defined["label"], defined["angled"] or defined["bare"] or "", number))
    return found
