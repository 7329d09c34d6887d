"""Waivers that were given by a command: what is added to them, and what they take away."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bot.lifecycle.commands import Waive
from bot.model.finding import Finding
from bot.schema.fold import keys_of


@dataclass(frozen=True, slots=True)
class Granted:
    """A waiver by a command: of which rule, for which section or all, why, by whom, and where."""

    rule: str
    section: str | None
    reason: str
    by: str
    comment: int

    def covers(self, finding: Finding) -> bool:
        """Tell whether a finding is of its rule, and of its section if it names one."""
        if finding.rule != self.rule:
            return False
        return self.section is None or not _keys(self.section).isdisjoint(_keys(finding.section))


@dataclass(frozen=True, slots=True)
class Used:
    """One of them, and how many findings it took away."""

    granted: Granted
    findings: int


def grant(standing: Sequence[Granted], command: Waive) -> tuple[Granted, ...]:
    """Add what a command waives, which takes the place of what was waived of the same before."""
    origin = command.origin
    new = Granted(command.rule, command.section, command.reason, origin.by.login, origin.comment)
    others = (each for each in standing if not _is_of_the_same(each, new))
    return *others, new


def waive(
    findings: Sequence[Finding], granted: Iterable[Granted]
) -> tuple[tuple[Finding, ...], tuple[Used, ...]]:
    """Take away what they cover, as waivers in the documents do, and tell what each took."""
    left = tuple(findings)
    used: list[Used] = []
    for each in granted:
        kept = tuple(finding for finding in left if not each.covers(finding))
        used.append(Used(each, len(left) - len(kept)))
        left = kept
    return left, tuple(used)


def _is_of_the_same(one: Granted, other: Granted) -> bool:
    return one.rule == other.rule and _keys(one.section) == _keys(other.section)


def _keys(section: str | None) -> frozenset[str]:
    return keys_of(section) if section else frozenset()
