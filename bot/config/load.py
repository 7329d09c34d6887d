"""The text of `.github/spec-steward.yml`, checked and turned into the policy that it states."""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping

from pydantic import ValidationError

from bot.config.approver import approver
from bot.config.complaint import complaint
from bot.config.form import Config
from bot.config.node import Node
from bot.config.parts import Approval, Issues
from bot.config.template import Sections, Template
from bot.config.tree import read_tree
from bot.config.wording import Path, spelled
from bot.model.finding import Severity
from bot.model.policy import ApprovalPolicy, IssuePolicy, Policy, TemplatePolicy
from bot.model.schema import Tier
from bot.model.stage import Stage


def load_policy(text: str, where: str) -> Policy:
    """Give the policy that a configuration states; ``where`` names the file in complaints."""
    tree = read_tree(text, where)
    if tree.value is None:
        return Policy()
    try:
        config = Config.model_validate(tree.plain())
    except ValidationError as error:
        raise complaint(error, tree, where) from None
    return Policy(
        templates=_templates(config.templates, tree),
        severities=_severities(config),
        stages=dict(config.status.stages),
        transitions=config.status.transitions,
        commits=config.status.commit,
        approvals=_approvals(config.approvals),
        issues=_issues(config.issues),
        size_cap=config.limits.size,
        digest=_digest(config),
    )


def _templates(templates: tuple[Template, ...], tree: Node) -> tuple[TemplatePolicy, ...]:
    entries = tree.child("templates") or tree
    nodes = zip(templates, entries.children, strict=False)
    return tuple(_template(each, node, at) for at, (each, node) in enumerate(nodes))


def _template(template: Template, node: Node, at: int) -> TemplatePolicy:
    return TemplatePolicy(
        template=_rooted(template.template),
        paths=tuple(map(_rooted, template.paths)),
        exclude=tuple(map(_rooted, template.exclude)),
        tiers=_tiers(template.sections),
        approvals=_approvals(template.approvals),
        written=template.template,
        places=dict(_places(node, ("templates", at))),
    )


def _places(node: Node, entry: Path, *path: str | int) -> Iterator[tuple[Path, str]]:
    yield path, f"{node.line}: {spelled((*entry, *path))}"
    numbers = range(len(node.children))
    steps: Iterable[str | int] = node.value if isinstance(node.value, dict) else numbers
    for step, child in zip(steps, node.children, strict=True):
        yield from _places(child, entry, *path, step)


def _rooted(glob: str) -> str:
    # Both spellings say "from the root", where every path of ours begins without either.
    return glob.removeprefix(".").removeprefix("/") if glob.startswith(("./", "/")) else glob


def _tiers(sections: Sections) -> tuple[tuple[str, Tier], ...]:
    titles = (
        (Tier.REQUIRED, sections.required),
        (Tier.EXPECTED, sections.expected),
        (Tier.OPTIONAL, sections.optional),
    )
    return tuple((title, tier) for tier, titled in titles for title in titled)


def _severities(config: Config) -> dict[tuple[str, Stage | None], Severity]:
    severities: dict[tuple[str, Stage | None], Severity] = {}
    for rule, setting in config.rules.items():
        if isinstance(setting, Severity):
            severities[rule, None] = setting
        else:
            severities |= {(rule, stage): severity for stage, severity in setting.items()}
    return severities


def _approvals(approvals: Mapping[Stage, Approval]) -> dict[Stage, ApprovalPolicy]:
    return {stage: _approval(approval) for stage, approval in approvals.items()}


def _approval(approval: Approval) -> ApprovalPolicy:
    return ApprovalPolicy(approval.minimum, tuple(map(approver, approval.approvers)))


def _issues(issues: Issues) -> IssuePolicy:
    return IssuePolicy(
        enabled=issues.enabled,
        when=issues.when,
        granularity=issues.granularity,
        labels=issues.labels,
        assignees=tuple(login.removeprefix("@") for login in issues.assignees),
        milestone=issues.milestone,
        type=issues.type or "",
        title=issues.title,
        dry_run=issues.dry_run,
        max_new=issues.max_new,
    )


def _digest(config: Config) -> str:
    # Of what is said, not how: layout, key order, aliases and spelled-out defaults leave it
    # alone, and a configuration that changes nothing has the digest of none at all.
    said = config.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    content = json.dumps(said, sort_keys=True, ensure_ascii=True)
    return hashlib.sha256(content.encode()).hexdigest() if said else ""
