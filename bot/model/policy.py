"""What a repository has decided, once its configuration is read; the defaults are its absence."""

from dataclasses import dataclass, field

from bot.model.finding import Severity
from bot.model.schema import Tier
from bot.model.stage import Stage
from bot.model.title_form import FORM

SIZE_CAP = 1_000_000
MOST_GLOBS = 200  # of all templates together: each path is held against each
LONGEST_GLOB = 255
CONFIG_PATH = ".github/spec-steward.yml"


@dataclass(frozen=True, slots=True)
class ApprovalPolicy:
    """Who has to say yes before a stage is entered."""

    minimum: int = 1
    approvers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TemplatePolicy:
    """One template, the documents it governs, and what the team wants over what it says.

    ``written`` is the template as the file spells it, ``places`` the line and the name of each
    place in the entry: they are for complaints, and no part of what is wanted.
    """

    template: str
    paths: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    tiers: tuple[tuple[str, Tier], ...] = ()
    approvals: dict[Stage, ApprovalPolicy] = field(default_factory=dict, hash=False)
    written: str = field(default="", compare=False, repr=False)
    places: dict[tuple[str | int, ...], str] = field(
        default_factory=dict, compare=False, repr=False
    )

    def place(self, file: str, *steps: str | int) -> str:
        """Name the line and the key of something in this entry, as complaints begin."""
        return f"{file}:{self.places[steps]}" if steps in self.places else file


@dataclass(frozen=True, slots=True)
class IssuePolicy:
    """Whether and how checklists become issues.

    ``milestone`` says what they have one for: none, spec or phase. ``title`` is made of ``{id}``,
    ``{title}``, ``{phase}`` and ``{text}``. In a ``dry_run`` they are only told of.
    """

    enabled: bool = True
    when: Stage = Stage.APPROVED
    granularity: str = "item"
    labels: tuple[str, ...] = ()
    assignees: tuple[str, ...] = ()
    milestone: str = "none"
    type: str = ""
    title: str = FORM
    dry_run: bool = False
    max_new: int = 200


@dataclass(frozen=True, slots=True)
class Policy:
    """The configuration as the engine uses it.

    A severity stands under (rule, stage), or under (rule, None) for every stage. It ``commits``
    where a granted status is set by a commit on the branch of the pull request.
    """

    templates: tuple[TemplatePolicy, ...] = ()
    severities: dict[tuple[str, Stage | None], Severity] = field(default_factory=dict)
    stages: dict[str, Stage] = field(default_factory=dict)
    transitions: dict[str, tuple[str, ...]] | None = None
    commits: bool = False
    approvals: dict[Stage, ApprovalPolicy] = field(default_factory=dict)
    issues: IssuePolicy = IssuePolicy()
    size_cap: int = SIZE_CAP
    digest: str = ""
