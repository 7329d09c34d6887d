"""What to say of a text that is not YAML: the line, and the reason in plain words."""

import re

import yaml

from bot.config.wording import quoted
from bot.errors import StewardError

TEXT_CAP = 256 * 1024

# PyYAML's own test; asked beforehand because the two loaders word a failure differently, and
# one of them counts its place in bytes.
_UNPRINTABLE = yaml.reader.Reader.NON_PRINTABLE
_LINE_BREAK = re.compile(r"\r\n?|\n")


def refuse_unreadable(text: str, where: str) -> None:
    """Raise for a text that is too long, or has a character with no place in a YAML file."""
    if len(text) > TEXT_CAP:
        what = f"the file has {len(text):,} characters, a configuration at most {TEXT_CAP:,}"
        raise StewardError(what, where=where, mend="take out what is not configuration")
    if found := _UNPRINTABLE.search(text):
        line = len(_LINE_BREAK.findall(text, 0, found.start())) + 1
        what = f"the character {quoted(found.group())} has no place in YAML"
        raise StewardError(what, where=f"{where}:{line}", mend="take it out")


def syntax_error(error: yaml.MarkedYAMLError, text: str, where: str) -> StewardError:
    """Turn what the parser says into one line that its reader can act on."""
    problem, context = error.problem or "", error.context or ""
    # What is opened and never closed is noticed far below; people have to look where it opens.
    opening = any(word in context for word in ("flow", "quoted", "alias", "anchor"))
    mark = error.context_mark if opening else error.problem_mark
    line, index = (mark.line + 1, mark.index) if mark else (1, 0)
    what, mend = _reason(problem, context, text[index : index + 1])
    return StewardError(what, where=f"{where}:{line}", mend=mend)


def _reason(problem: str, context: str, character: str) -> tuple[str, str]:
    if character == "\t" or "tab" in problem:
        return "a tab indents this line, YAML wants spaces", "replace it with spaces"
    if "cannot start" in problem or "alias" in context or "anchor" in context:
        return f"text cannot begin with {quoted(character)} like this", "put it in quotes"
    if "not allowed" in problem:
        what = f"not valid YAML: {quoted(character)} has no place here"
        return what, "check the indentation, and put text that holds it in quotes"
    if "end of stream" in problem:
        return "a quote opens here and is never closed", "close it"
    what = " ".join(f"not valid YAML: {problem} {context}".split())
    return what, "check the indentation, brackets and quotes around it"
