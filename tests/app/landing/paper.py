"""A spec as people see it: phases with items, each of which is itself whatever its words become."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

LINE = re.compile(r"( *- \[)([ x])\] (.*?)((?: \(#\d+\))*)")


@dataclass(eq=False)
class Box:
    """A box and its words; ``link`` is the issue that it names, as it stands in the line."""

    words: str
    done: bool = False
    link: str = ""
    steps: list["Box"] = field(default_factory=list)

    def lines(self, indent: str = "") -> Iterator[str]:
        yield f"{indent}- [{'x' if self.done else ' '}] {self.words}{self.link}"
        for step in self.steps:
            yield from step.lines(f"{indent}  ")


@dataclass(eq=False)
class Chapter:
    """A phase, under a heading of its own."""

    title: str
    items: list[Box] = field(default_factory=list)


@dataclass(eq=False)
class Paper:
    """A spec; it ``stands`` as long as its file is on the default branch.

    One that is ``garbled`` stands, and nobody can read it. Its ``plan`` has a heading of that name.
    """

    path: str
    title: str
    status: str
    chapters: list[Chapter]
    stands: bool = True
    garbled: bool = False
    plan: str = "Implementation plan"

    @property
    def items(self) -> list[Box]:
        return [item for chapter in self.chapters for item in chapter.items]

    @property
    def boxes(self) -> list[Box]:
        return [box for item in self.items for box in (item, *item.steps)]

    @property
    def text(self) -> str:
        lines = [
            f"# Spec: {self.title}", "", f"- **Status:** {self.status}", "", "## Context", "",
            "Support looks parcels up by hand.", "", f"## {self.plan}",
        ]  # fmt: skip
        for chapter in self.chapters:
            lines += ["", f"### {chapter.title}", ""]
            lines += [line for item in chapter.items for line in item.lines()]
        return "\n".join([*lines, ""])

    def take_over(self, text: str) -> None:
        """Take the boxes and the links of a text; nothing else may be different in it."""
        found = [match for line in text.split("\n") if (match := LINE.fullmatch(line))]
        assert [match[3] for match in found] == [box.words for box in self.boxes]
        for box, match in zip(self.boxes, found, strict=True):
            box.done, box.link = match[2] == "x", match[4]
        assert text == self.text


def bared(text: str) -> str:
    """Give a text without what the Steward may write into it."""
    return re.sub(r"(?: \(#\d+\))+$|(?<=- \[)[ x](?=\] )", "", text, flags=re.M)


def merged(base: str, theirs: str, ours: str) -> str | None:
    """Let the lines that one side has exchanged be exchanged in the other; None if it cannot be."""
    before, after = base.split("\n"), theirs.split("\n")
    lines = ours.split("\n")
    for nth, (old, new) in enumerate(zip(before, after, strict=True)):
        if old == new:
            continue
        places = [at for at, line in enumerate(lines) if line == old]
        left = [
            at for at, line in enumerate(before) if line == old and (at >= nth or after[at] == old)
        ]
        if len(places) != len(left):
            return None
        lines[places[left.index(nth)]] = new
    return "\n".join(lines)
