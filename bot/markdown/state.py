"""What is open between two lines, and how far the line that is being read goes on with it."""

from bot.markdown.blocks import Blocks, Heading
from bot.markdown.containers import Containers
from bot.markdown.leaf import PROSE, Kind, Leaf


class State:
    """``at`` is the index of the line; ``matched`` counts the containers that it goes on with."""

    def __init__(self) -> None:
        self.blocks = Blocks()
        self.containers = Containers()
        self.leaf = Leaf(self.blocks)
        self.at = 0
        self.matched = 0
        self.rest: str | None = None  # what is left of the line, if anything

    def is_inside(self) -> bool:
        """Tell whether the line goes on with all containers."""
        return self.matched == len(self.containers.open)

    def in_paragraph(self) -> bool:
        """Tell whether the line goes on with a paragraph by right, not because it may be lazy."""
        return self.leaf.kind == PROSE and self.is_inside()

    def begin(self, kind: Kind) -> None:
        """Begin text other than a paragraph."""
        self.shut()
        self.leaf.begin(kind, self.at)

    def shut(self) -> None:
        """End all that the line does not go on with, for something other than a paragraph."""
        self.end()
        self.leaf.settle()

    def end(self) -> None:
        """End the open text, and the containers that the line does not go on with."""
        self.leaf.finish(self.at)
        if not self.is_inside():
            self.leaf.settle()
            self.containers.cut(self.matched)

    def add_heading(self, title: str, level: int, line: int) -> None:
        """Note a heading down; one within a list or a quote structures that alone."""
        if not self.containers.open:
            self.blocks.add_heading(Heading(title, level, line, self.at + 2))
