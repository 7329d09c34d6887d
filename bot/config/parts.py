"""The mappings inside the configuration: approvals, status, issues, limits."""

from typing import Self

from pydantic import Field, model_validator

from bot.config import issue_words, words
from bot.config.approver import approver, is_login
from bot.config.mapping import Mapping, clash
from bot.config.wording import quoted
from bot.config.words import StageWord
from bot.model.policy import SIZE_CAP, ApprovalPolicy, IssuePolicy

_APPROVAL, _ISSUES = ApprovalPolicy(), IssuePolicy()


class Approval(Mapping):
    """How many have to say yes, and whose word counts."""

    minimum: words.Minimum = Field(
        default=_APPROVAL.minimum,
        description="How many of them have to approve; the author never counts.",
        examples=[2],
    )
    approvers: words.Approvers = Field(
        alias="from",
        default=(),
        description="Whose approval counts: logins, teams, the code owners, a repository role.",
        examples=[["bob", "@acme/architects", "codeowners", "role:maintain"]],
    )

    @model_validator(mode="after")
    def _can_be_met(self) -> Self:
        seen: dict[str, str] = {}
        for place, name in enumerate(self.approvers):
            known = approver(name).casefold()
            if known in seen:
                raise clash(f"the same as {quoted(seen[known])}", "from", place)
            seen[known] = name
        # how many a team, a role or CODEOWNERS stands for shows when somebody looks
        if seen and all(map(is_login, seen)) and self.minimum > len(seen):
            what = f"{self.minimum} have to approve, and “from” names {len(seen)}"
            raise clash(what, "minimum", mend="name more people, or ask for fewer")
        return self


class Status(Mapping):
    """The team's own words for where a spec stands."""

    stages: words.Stages = Field(
        default={},
        description="The stage that each status word means, where it is not the usual one.",
        examples=[{"Accepted": "approved"}],
    )
    transitions: words.Transitions | None = Field(
        default=None,
        description="The status words that may follow each. Absent: any whose gates are met.",
        examples=[{"Draft": ["Accepted"], "Accepted": ["Implementing", "Deprecated"]}],
    )
    commit: words.Switch = Field(
        default=False,
        description="Whether a granted status is set by a commit on the branch of the pull "
        "request; this takes the token of an App or a person that may write contents.",
        examples=[True],
    )

    @model_validator(mode="after")
    def _one_entry_each(self) -> Self:
        for key, table in (("stages", self.stages), ("transitions", self.transitions or {})):
            seen: dict[str, str] = {}
            for word in table:
                other = seen.setdefault(word.casefold(), word)
                if other != word:
                    raise clash(f"the same status as {quoted(other)}", key, word)
        return self


class Issues(Mapping):
    """What an approved spec's checklists turn into."""

    enabled: words.Switch = Field(
        default=_ISSUES.enabled, description="Whether work items become issues.", examples=[False]
    )
    when: StageWord = Field(
        default=_ISSUES.when,
        description="The stage from which on they do.",
        examples=["approved"],
    )
    granularity: words.Granularity = Field(
        default="item",
        description="What an issue stands for, below the spec's own: an item of its "
        "checklists, a phase, or nothing but the spec.",
        examples=["phase"],
    )
    labels: issue_words.Labels = Field(
        default=(),
        description="Labels that these issues get, beside the Steward's own.",
        examples=[["work"]],
    )
    assignees: issue_words.Assignees = Field(
        default=(),
        description="Logins that a new issue is assigned to; whom it is given to later stays.",
        examples=[["bob"]],
    )
    milestone: issue_words.MilestoneBy = Field(
        default="none",
        description="What these issues have a milestone for, named after it: each spec, each "
        "phase, or nothing.",
        examples=["phase"],
    )
    type: issue_words.IssueType | None = Field(
        default=None,
        description="The type that a new issue gets, as the organization calls it.",
        examples=["Task"],
    )
    title: issue_words.Title = Field(
        default=_ISSUES.title,
        description="What an issue is called: {id} and {title} are the spec's, {phase} is that "
        "of the item, {text} its own words.",
        examples=["{id}: {text}"],
    )
    dry_run: words.Switch = Field(
        alias="dry-run",
        default=_ISSUES.dry_run,
        description="Whether issues are only told of, and nothing is done about them.",
        examples=[True],
    )
    max_new: words.MaxNew = Field(
        alias="max-new",
        default=_ISSUES.max_new,
        description="How many issues one run may open; the next run goes on.",
        examples=[200],
    )


class Limits(Mapping):
    """Where reading stops."""

    size: words.Size = Field(
        default=SIZE_CAP,
        description="The largest document that is read, in bytes or with a unit.",
        examples=[500000, "2 MB"],
    )
