"""What is to be done about findings, in the imperative: one step for each kind of work."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from bot.model.finding import Finding, Severity
from bot.render.comment.address import Links
from bot.render.comment.phrases import Target, clipped, file_name

_FEW = 3  # more than these are counted, not named
_SECTION, _LINE, _FILE = "section", "line", "file"


@dataclass(frozen=True, slots=True)
class Step:
    """One thing to do: ``say`` comes before the targets, ``tail`` behind them.

    ``is_advice`` where nothing fails by it.
    """

    say: str
    targets: tuple[Target, ...] = ()
    tail: str = ""
    is_advice: bool = False


@dataclass(frozen=True, slots=True)
class _Work:
    """A kind of work: the rules that ask for it, and how it is said with a count and with names."""

    rules: tuple[str, ...]
    by: str
    counted: str
    named: str
    tail: str = ""


_WORKS = (
    _Work(("unreadable",), _FILE, "Make {n} file{s} readable", "Make", "readable"),
    _Work(("off-template",), _FILE, "Follow the template in {n} spec{s}", "Follow the template in"),
    _Work(
        ("missing-section",), _SECTION, "Add {n} missing section{s}", "Add the missing section{s}"
    ),
    _Work(
        ("empty-section", "untouched-section"),
        _SECTION,
        "Write {n} empty or untouched section{s}",
        "Write the section{s}",
    ),
    _Work(
        ("placeholder",),
        _LINE,
        "Replace the template's placeholders in {n} line{s}",
        "Replace the template's placeholders in",
    ),
    _Work(("missing-field",), _LINE, "Add {n} missing field{s}", "Add the missing field{s} at"),
    _Work(("invalid-field",), _LINE, "Correct {n} field{s}", "Correct the field{s} in"),
    _Work(
        ("unknown-status", "conflicting-status", "illegal-transition"),
        _LINE,
        "Put the status right in {n} place{s}",
        "Put the status right in",
    ),
    _Work(
        ("open-gate",),
        _LINE,
        "Tick {n} gate{s} or set the status back",
        "Tick the gate{s} in",
        "or set the status back",
    ),
    _Work(
        ("open-question",), _LINE, "Settle {n} open question{s}", "Settle the open question{s} in"
    ),
    _Work(
        ("unrecorded-decision",),
        _LINE,
        "Log {n} decision{s}",
        "Log the decision{s} on the question{s} in",
    ),
    _Work(
        ("section-order",),
        _SECTION,
        "Move {n} section{s} into the template's order",
        "Move",
        "into the template's order",
    ),
    _Work(
        ("duplicate-section",),
        _SECTION,
        "Merge or rename {n} repeated section{s}",
        "Merge or rename the repeated section{s}",
    ),
    _Work(("file-name",), _FILE, "Rename {n} file{s}", "Rename the file{s}"),
    _Work(("invalid-waiver",), _LINE, "Correct {n} waiver{s}", "Correct the waiver{s} in"),
)
_OTHER = _Work((), _LINE, "See to {n} other finding{s}", "See to")
_BY_RULE = {rule: work for work in _WORKS for rule in work.rules}


@dataclass(frozen=True, slots=True)
class Naming:
    """How targets are named: with the spec's name where several are concerned, or not at all."""

    links: Links
    specs: Mapping[str, str] = field(default_factory=dict)
    is_off: bool = False

    def target(self, by: str, finding: Finding) -> Target:
        """Name what a finding points at."""
        if by == _FILE:
            return Target(file_name(finding.path), self.links.file(finding.path))
        text = f"at line {finding.line}" if by == _SECTION else f"line {finding.line}"
        if by == _SECTION and finding.section:
            text = clipped(finding.section, 60)
        spec = self.specs.get(finding.path)
        shown = f"{text} ({spec})" if spec else text
        return Target(shown, self.links.line(finding.path, finding.line))


def steps_for(findings: Sequence[Finding], naming: Naming) -> Iterator[Step]:
    """Give the steps that mend these findings; those that fail nothing come last."""
    weighty = [finding for finding in findings if finding.severity is not Severity.NOTE]
    for is_advice in (False, True):
        grouped: dict[_Work, list[Finding]] = {work: [] for work in (*_WORKS, _OTHER)}
        for finding in weighty:
            if (finding.severity is Severity.WARNING) is is_advice:
                grouped[_BY_RULE.get(finding.rule, _OTHER)].append(finding)
        for work, members in grouped.items():
            if members:
                yield _step(work, members, naming, is_advice=is_advice)


def _step(work: _Work, findings: list[Finding], naming: Naming, *, is_advice: bool) -> Step:
    targets = tuple(dict.fromkeys(naming.target(work.by, finding) for finding in findings))
    if naming.is_off or len(targets) > _FEW:
        count = len(findings)
        say = work.counted.format(n=f"{count:,}", s="" if count == 1 else "s")
        return Step(say, is_advice=is_advice)
    say = work.named.format(s="" if len(targets) == 1 else "s")
    return Step(say, targets, work.tail, is_advice)
