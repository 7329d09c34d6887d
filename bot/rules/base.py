"""What every rule is: a slug, a weight for each stage, and a pure function over one spec."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from bot.model.finding import Problem, Severity
from bot.model.policy import Policy
from bot.model.spec import Spec
from bot.model.stage import Stage
from bot.model.standing import Standing

UNWAIVABLE = frozenset(
    {"invalid-waiver", "unreadable", "missing-approval", "edited-after-approval"}
)
"""the rules whose findings no waiver takes away"""

_CONTROLS = dict.fromkeys((*range(32), *range(127, 160)))  # what a terminal would obey


@dataclass(frozen=True, slots=True)
class Case:
    """What a rule gets to see: a spec, its earlier version if there is one, and the policy.

    ``standing`` is what a pull request knows of it besides; None where there is no pull request.
    """

    spec: Spec
    before: Spec | None = None
    policy: Policy = field(default_factory=Policy)
    standing: Standing | None = None

    @property
    def is_entered(self) -> bool:
        """Tell whether the change at hand is what gave the spec its stage: a new one had none."""
        if self.before:
            return self.before.stage is not self.spec.stage
        return self.standing is not None

    @property
    def status_line(self) -> int:
        """Give the line that states the status; where none does, that of the title."""
        titles = (section.line for section in self.spec.document.sections if section.level == 1)
        return next((field.line for field in self.spec.statuses), next(titles, 1))


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule as the engine runs it. ``by_stage`` overrides the weight where a stage is named."""

    slug: str
    severity: Severity
    manual: str
    check: Callable[[Case], Iterator[Problem]]
    by_stage: Mapping[Stage, Severity] = field(default_factory=dict)

    def weight(self, stage: Stage | None) -> Severity:
        """Give the weight at a stage; a spec without one counts as a draft."""
        return self.by_stage.get(stage or Stage.DRAFTING, self.severity)


def quoted(text: str, most: int = 80) -> str:
    """Set a name apart from the words around it, in one line and cut to what is worth reading."""
    line = " ".join(text.split()).translate(_CONTROLS)
    return f"“{line if len(line) <= most else f'{line[: most - 1].rstrip()}…'}”"


def listed(names: Sequence[str], most: int = 5) -> str:
    """List names, the first of them where they are many."""
    shown = ", ".join(quoted(name) for name in names[:most])
    more = len(names) - most
    return f"{shown} and {more} more" if more > 0 else shown
