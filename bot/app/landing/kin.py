"""How an issue hangs together with those around it, where people may have changed that."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from bot.app.landing.listing import SUB_ISSUES, Setting
from bot.model.issue import Issue
from bot.model.work import Memory, Rank
from bot.work.memory import fingerprint
from bot.work.node import Node
from bot.work.survey import Grown


@dataclass(frozen=True, slots=True)
class Kin:
    """The issues around those of one spec: all numbers by key, and what its tracking issue had.

    The ``keys`` of what its issues wait for are known by number.
    """

    numbers: Mapping[str, int]
    ours: Collection[int]
    keys: Mapping[int, str]
    seen: frozenset[int]

    @classmethod
    def of(cls, grown: Grown, setting: Setting) -> "Kin":
        """Give those of a spec; where parts were refused, nobody has seen any."""
        numbers = setting.numbers
        root = grown.root.kept if grown.root else None
        parts = root.memory.parts if root and SUB_ISSUES not in root.memory.flat else ()
        keys = {node.number: node.key for node in grown.nodes if node.number}
        blocks = {n for node in grown.nodes if node.kept for n in node.kept.issue.blocked_by}
        if not blocks.issubset(keys):
            keys |= {number: key for key, number in numbers.items() if number in blocks}
        return cls(numbers, setting.ours, keys, frozenset(number for number, _ in parts))

    def is_detached(self, node: Node) -> bool:
        """Tell whether somebody has taken an issue out from under what it was a part of.

        Where that is gone itself, nobody has.
        """
        issue = node.kept.issue if node.kept else None
        is_out = issue and issue.parent is None and issue.number in self.seen
        return bool(is_out and node.above in self.numbers)

    def parts(self, grown: Grown, flat: Collection[str]) -> Iterator[tuple[int, str]]:
        """Give the issues that were seen where they belong, each with a mark of its words.

        What is about to be moved is not among them: a run may be cut off in between, and would
        take its own deed for somebody's. What is lost stays, until its task carries it no longer.
        """
        for node in grown.nodes:
            if node.kept is None or node.rank is Rank.SPEC:
                continue
            issue = node.kept.issue
            is_home = issue.parent is not None and issue.parent == self.numbers.get(
                node.above or ""
            )
            is_out = issue.number in self.seen and issue.parent not in self.ours
            if SUB_ISSUES in flat or is_home or (is_out and node.above in self.numbers):
                yield issue.number, fingerprint(node.words)
        for entry in grown.entries.tasks:
            if entry.lost:
                yield entry.lost, "" if entry.task.numbers else fingerprint(entry.task.text)
            elif entry.other and entry.other.number in self.seen:
                yield entry.other.number, fingerprint(entry.task.text)


def after_of(node: Node, issue: Issue | None, old: Memory | None, kin: Kin) -> tuple[str, ...]:
    """Give what it was seen to wait for, whoever has taken that away since.

    What it waits for no longer is forgotten once it is gone, and not when it is about to go.
    """
    stand = set(_blockers(issue, kin))
    known = set(old.after) if old else set()
    return tuple(sorted((stand | known) & set(node.after) | (stand & known)))


def blockers_of(node: Node, issue: Issue | None, old: Memory | None, kin: Kin) -> Iterator[str]:
    """Give what it is to wait for: what the spec says, and what somebody has added to that."""
    stand = _blockers(issue, kin)
    known = old.after if old else ()
    yield from (key for key in node.after if key in stand or key not in known)
    yield from (key for key in stand if key not in known and key not in node.after)


def _blockers(issue: Issue | None, kin: Kin) -> list[str]:
    """Give what it waits for now, of what is ours."""
    return [kin.keys[number] for number in issue.blocked_by if number in kin.keys] if issue else []
