"""``steward explain lifecycle``: the stages, their words, and what entering each of them needs."""

from collections.abc import Iterator

from bot.lifecycle.diagram import Row, mermaid, rows, table
from bot.model.stage import Stage
from bot.render.columns import columns
from bot.render.paint import painter, wrap

_HEAD = (("stage",), ("words in real use",), ("entering it needs",), ("from",))
_WORDS = 30  # letters to a line, so that the whole takes less than a hundred
_WANTS = 42
_TIED = "_"  # what keeps the words of one status in one line
_RULE = """\
Gates add up: entering a stage needs its own and those of all stages before it, \
skipped ones too. *closed* is the way out, and needs only its own.
"""


def lifecycle(form: str, *, colour: bool) -> str:
    """Give the table in a format."""
    if form == "markdown":
        drawn = f"```mermaid\n{mermaid()}\n```"
        return f"# The lifecycle\n\n{drawn}\n\n{table('`{0}`')}\n\n{_RULE}"
    paint = painter(colour)
    laid_out = columns((_HEAD, *map(_cells, rows())), paint)
    text = "".join(f"{_painted(line, colour=colour)}\n" for line in laid_out)
    return f"{text}{_RULE.replace('*', '')}"


def _cells(row: Row) -> tuple[list[str], ...]:
    wants, whom = [], []
    for gate in row.gates:
        lines = wrap(gate.wants, _WANTS)
        wants += lines
        whom += [gate.who, *("" for _ in lines[1:])]
    words = wrap(", ".join(word.replace(" ", _TIED) for word in row.words), _WORDS)
    shown = [line.replace(_TIED, " ") for line in words]
    return [row.stage], [*shown, ""], [*wants, ""], whom


def _painted(line: str, *, colour: bool) -> str:
    """Set a stage's name off from the rest of its line."""
    stage = next(_stages_of(line), None)
    return painter(colour)("path", stage) + line[len(stage) :] if stage else line


def _stages_of(line: str) -> Iterator[str]:
    return (stage for stage in Stage if line.startswith(stage))
