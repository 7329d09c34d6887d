"""A piece of the configuration as it is typed, and the line to name when it is wrong."""

from dataclasses import dataclass
from typing import TypeAlias

Value: TypeAlias = str | tuple["Value", ...] | dict[str, "Value"] | None


@dataclass(frozen=True, slots=True)
class Node:
    """A value with its line: the line of its key, or its own in a list.

    ``size`` counts the nodes in it, so that repeating it by an alias costs what it is worth.
    """

    line: int
    value: str | tuple["Node", ...] | dict[str, "Node"] | None
    size: int = 1

    @property
    def children(self) -> tuple["Node", ...]:
        """Give what stands directly in it."""
        if isinstance(self.value, dict):
            return tuple(self.value.values())
        return self.value if isinstance(self.value, tuple) else ()

    @property
    def height(self) -> int:
        """Count the levels below this one."""
        return max((child.height + 1 for child in self.children), default=0)

    def plain(self) -> Value:
        """Give the value alone, lists as tuples."""
        if isinstance(self.value, dict):
            return {key: node.plain() for key, node in self.value.items()}
        if isinstance(self.value, tuple):
            return tuple(node.plain() for node in self.value)
        return self.value

    def child(self, step: str | int) -> "Node | None":
        """Give what stands under a key or at a place in a list, if anything does."""
        if isinstance(self.value, dict) and isinstance(step, str):
            return self.value.get(step)
        if isinstance(self.value, tuple) and isinstance(step, int):
            return self.value[step]
        return None
