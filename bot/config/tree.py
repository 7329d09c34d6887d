"""YAML as a tree that remembers its lines, without the parts of YAML that surprise people.

Scalars stay text, as they are typed: the key says whether `off`, `010` or `1.10` is a word or a
number, where YAML 1.1 would guess. The tree is built from the parser's events, not by PyYAML's
composer, which recurses without a limit and takes the last of two equal keys.
"""

from collections.abc import Iterator
from dataclasses import replace

import yaml

from bot.config.node import Node
from bot.config.syntax import refuse_unreadable, syntax_error
from bot.config.wording import Path, placed, quoted
from bot.errors import StewardError

NODE_CAP = 50_000
DEPTH_CAP = 16

_LOADER: type[yaml.CSafeLoader | yaml.SafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_NOTHING = frozenset({"", "~", "null", "Null", "NULL"})


def read_tree(text: str, where: str) -> Node:
    """Read a YAML text; whatever is wrong with it is a StewardError that names the line."""
    text = text.removeprefix("\ufeff")
    refuse_unreadable(text, where)
    try:
        return _Reader(yaml.parse(text, Loader=_LOADER), where).document()
    except yaml.MarkedYAMLError as error:
        raise syntax_error(error, text, where) from None


class _Reader:
    """Turns the events of one document into nodes."""

    def __init__(self, events: Iterator[yaml.Event], where: str) -> None:
        self.events = events
        self.where = where
        self.anchors: dict[str, Node] = {}
        self.spent = 0

    def document(self) -> Node:
        """Read the only document of the stream; an empty stream holds nothing."""
        next(self.events)
        if isinstance(next(self.events), yaml.StreamEndEvent):
            return Node(1, None)
        event = next(self.events)
        root = self._node(event, (), _line(event))
        next(self.events)
        if not isinstance(event := next(self.events), yaml.StreamEndEvent):
            mend = "keep one, without “---” between its lines"
            raise self._error("a second document begins", _line(event), mend=mend)
        return root

    def _node(self, event: yaml.Event, path: Path, line: int) -> Node:
        if isinstance(event, yaml.AliasEvent):
            return self._alias(event, path, line)
        before = self.spent
        self._spend(1, len(path), line)
        self._refuse_tag(event, path)
        value: str | tuple[Node, ...] | dict[str, Node] | None = None
        if isinstance(event, yaml.MappingStartEvent):
            value = self._mapping(path)
        elif isinstance(event, yaml.SequenceStartEvent):
            value = self._sequence(path)
        elif isinstance(event, yaml.ScalarEvent) and not _is_nothing(event):
            value = event.value
        node = Node(line, value, self.spent - before)
        if isinstance(event, yaml.NodeEvent) and event.anchor:
            self.anchors[event.anchor] = node
        return node

    def _mapping(self, path: Path) -> dict[str, Node]:
        own: dict[str, Node] = {}
        merged: dict[str, Node] = {}
        lines: dict[str, int] = {}
        while not isinstance(event := next(self.events), yaml.MappingEndEvent):
            key, line = self._key(event, path), _line(event)
            here = (*path, key)
            if key in lines:
                what = f"stands twice, first on line {lines[key]}"
                raise self._error(what, line, here, mend="keep one of the two")
            lines[key] = line
            node = self._node(next(self.events), here, line)
            if key == "<<":
                self._merge(node, here, merged)
            else:
                own[key] = node
        return merged | own

    def _key(self, event: yaml.Event, path: Path) -> str:
        if isinstance(event, yaml.ScalarEvent):
            self._refuse_tag(event, path)
            return event.value
        what = "a key has to be a word, not a list, a mapping or an alias"
        raise self._error(what, _line(event), path, mend="write “key: value”")

    def _merge(self, node: Node, path: Path, merged: dict[str, Node]) -> None:
        # As YAML has it: a mapping or several, the first to name a key wins, own keys over all.
        for part in node.value if isinstance(node.value, tuple) else (node,):
            if not isinstance(part.value, dict):
                mend = "give it the alias of a mapping, as in “<<: *name”"
                raise self._error("only a mapping can be merged", part.line, path, mend=mend)
            for key, child in part.value.items():
                merged.setdefault(key, child)

    def _sequence(self, path: Path) -> tuple[Node, ...]:
        nodes: list[Node] = []
        while not isinstance(event := next(self.events), yaml.SequenceEndEvent):
            nodes.append(self._node(event, (*path, len(nodes)), _line(event)))
        return tuple(nodes)

    def _alias(self, event: yaml.AliasEvent, path: Path, line: int) -> Node:
        name = event.anchor or ""
        if name not in self.anchors:
            what = f"the alias {quoted('*' + name)} stands for nothing that ends before it"
            mend = "put text that begins with “*” in quotes"
            raise self._error(what, _line(event), path, mend=mend)
        node = self.anchors[name]
        self._spend(node.size, len(path) + node.height, line)
        return replace(node, line=line)

    def _spend(self, nodes: int, depth: int, line: int) -> None:
        self.spent += nodes
        if self.spent > NODE_CAP:
            what = f"more than {NODE_CAP:,} values, with all aliases followed"
            raise self._error(what, line, mend="a configuration is smaller: take some out")
        if depth > DEPTH_CAP:
            what = f"nested more than {DEPTH_CAP} levels deep"
            raise self._error(what, line, mend="no key here goes that deep: take it out")

    def _refuse_tag(self, event: yaml.Event, path: Path) -> None:
        if isinstance(event, yaml.ScalarEvent | yaml.CollectionStartEvent) and event.tag:
            what = f"the tag {quoted(event.tag)} means nothing here"
            mend = "take it out, or put text that begins with “!” in quotes"
            raise self._error(what, _line(event), path, mend=mend)

    def _error(self, what: str, line: int, path: Path = (), *, mend: str) -> StewardError:
        return StewardError(placed(path, what), where=f"{self.where}:{line}", mend=mend)


def _line(event: yaml.Event) -> int:
    return event.start_mark.line + 1 if event.start_mark else 1


def _is_nothing(event: yaml.ScalarEvent) -> bool:
    return event.implicit[0] and event.value in _NOTHING
