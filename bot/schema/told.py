"""What a template says that its copies are called: “copy `template.md` to `docs/NNN-title.md`”."""

import re
from collections.abc import Iterator, Sequence

from bot.schema.file_form import is_marked, is_pattern

_VERB = re.compile(r"\b(?:copy|save|place|put|create|name|rename)\b", re.I)
_QUOTED = re.compile(r"`([^`\n]{1,200}\.(?:md|markdown|mdx))`")
_CODE = re.compile(r"`[^`\n]*`")
# Words in brackets are one piece of a path: docs/<short title>.md; a comment's start is none.
_RUN = re.compile(r"(?:[\w./*#-]|<[A-Za-z][^<>\n]{0,60}>|\[[^\[\]\n]{1,60}\]|\{[^{}\n]{1,60}\})+")
_FILE = re.compile(r"(?:\.?/)?([^/].*\.(?:md|markdown|mdx))[.*_-]*")
_LONGEST = 200
_AIMS = (
    re.compile(r"\b(?:to|as|into|under)\b[\W_]{0,5}$", re.I),
    re.compile(r"\b(?:in|at|it|is)\b[\W_]{0,5}$", re.I),
)
_LEAD = 20  # characters before a path that may tell what it is there for

Told = tuple[str, str]  # a path, and what stands before it


def told_paths(text: str) -> Iterator[str]:
    """Give the paths that lines say copies go to; in backticks they count before bare ones."""
    for line in text.split("\n"):
        if verb := _VERB.search(line):
            yield from _chosen(list(_quoted(line, verb.end())))
            yield from _chosen(list(_bare(line, verb.end())))


def _chosen(files: Sequence[Told]) -> Iterator[str]:
    for aim in _AIMS:
        yield from (path for path, lead in files if aim.search(lead))
    if len(files) == 1:
        yield files[0][0]


def _quoted(line: str, start: int) -> Iterator[Told]:
    for file in _QUOTED.finditer(line, start):
        if is_pattern(file[1]):
            yield file[1], _lead(line, file.start())


def _bare(line: str, start: int) -> Iterator[Told]:
    """Find paths in running text, where a word that may stand for others has to be an aim."""
    shown = _CODE.sub(lambda match: " " * len(match[0]), line)
    for run in _RUN.finditer(shown, start):
        lead = _lead(shown, run.start())
        if len(run[0]) > _LONGEST or lead.endswith((":", "](")):  # an address, where a link leads
            continue
        file = _FILE.fullmatch(run[0].lstrip("*_"))
        if file and is_pattern(file[1]) and (is_marked(file[1]) or _AIMS[0].search(lead)):
            yield file[1], lead


def _lead(line: str, at: int) -> str:
    return line[max(0, at - _LEAD) : at]
