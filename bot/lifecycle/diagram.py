"""The lifecycle as people read it, drawn from the table of the gates.

``python -m bot.lifecycle.diagram FILE`` writes it between the marks of a page, whose other text is
nobody's but its author's; with ``--check`` before the file it says whether that is out of date.
"""

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from bot.lifecycle.gates import GATES, Gate
from bot.model.stage import Stage
from bot.schema.words import STAGE_WORDS

BEGIN = "<!-- make docs writes from here … -->"
END = "<!-- … to here -->"
_WAY = [stage for stage in Stage if stage is not Stage.CLOSED]


@dataclass(frozen=True, slots=True)
class Row:
    """A stage, the status words that mean it, and the gates that are its own."""

    stage: Stage
    words: tuple[str, ...]
    gates: tuple[Gate, ...]


def rows() -> tuple[Row, ...]:
    """Give the table, stage by stage."""
    return tuple(
        Row(stage, STAGE_WORDS[stage], tuple(gate for gate in GATES if gate.stage is stage))
        for stage in Stage
    )


def table(link: str = "[{0}](rules/{0}.md)") -> str:
    """Write the table as Markdown; ``link`` says how a rule is named, by default for docs/."""
    lines = ["| stage | words in real use |", "|---|---|"]
    lines += [f"| {row.stage} | {', '.join(row.words)} |" for row in rows()]
    lines += ["", "| entering | needs | from | rules |", "|---|---|---|---|"]
    lines += [
        f"| {gate.stage} | **{gate.name}**: {gate.wants} | {gate.who} | "
        f"{', '.join(map(link.format, gate.rules))} |"
        for gate in GATES
    ]
    return "\n".join(lines)


def mermaid() -> str:
    """Draw the stages and what leads from each to the next."""
    return "\n".join(("stateDiagram-v2", *(f"    {line}" for line in _drawn())))


def _drawn() -> Iterator[str]:
    names = {row.stage: ", ".join(gate.name for gate in row.gates) for row in rows()}
    yield 'state "on its way" as way {'
    yield f"    [*] --> {_WAY[0]}"
    for start, end in pairwise(_WAY):
        yield f"    {start} --> {end}: {names[end]}"
    yield "}"
    yield f"way --> {Stage.CLOSED}: {names[Stage.CLOSED]}"


def written() -> str:
    """Give what stands between the marks."""
    return f"{BEGIN}\n\n```mermaid\n{mermaid()}\n```\n\n{table()}\n\n{END}"


def refreshed(page: str) -> str | None:
    """Write a page anew between its marks; None where it does not have both, in order."""
    head, begin, rest = page.partition(BEGIN)
    _, end, tail = rest.partition(END)
    return f"{head}{written()}{tail}" if begin and end else None


def main(words: Sequence[str]) -> int:
    """Write the page, or with ``--check`` say that it is out of date."""
    checks, given = "--check" in words, [word for word in words if word != "--check"]
    if len(given) != 1 or given[0].startswith("-"):
        sys.stderr.write("usage: python -m bot.lifecycle.diagram [--check] FILE\n")
        return 2
    file = Path(given[0])
    page = file.read_text("utf-8")
    wanted = refreshed(page)
    if wanted is None:
        sys.stderr.write(f"{file} has lost its marks: {BEGIN} and {END}\n")
        return 1
    if page != wanted and checks:
        sys.stderr.write(f"{file} is out of date; make docs writes it\n")
        return 1
    if not checks:
        file.write_text(wanted, "utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
