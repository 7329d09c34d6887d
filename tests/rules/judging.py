"""A document judged by a template, both written down in a few lines."""

from dataclasses import dataclass
from textwrap import dedent

from bot.config.load import load_policy
from bot.markdown.parse import parse_lines
from bot.model.finding import Finding
from bot.model.policy import Policy
from bot.model.schema import Schema
from bot.model.spec import Spec, Waived
from bot.model.standing import Standing
from bot.rules.judge import judge
from bot.schema.derive import derive
from bot.schema.read import read_spec


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the engine has said of a document."""

    spec: Spec
    findings: tuple[Finding, ...]
    waived: tuple[Waived, ...]

    def of(self, rule: str) -> list[tuple[int, str, str]]:
        """Give line, message and help of one rule's findings."""
        return [(f.line, f.message, f.help) for f in self.findings if f.rule == rule]

    def lines(self, rule: str) -> list[int]:
        """Give the lines of one rule's findings."""
        return [f.line for f in self.findings if f.rule == rule]

    def rules(self) -> list[str]:
        """Give the rule of each finding."""
        return [f.rule for f in self.findings]

    def weights(self, rule: str) -> list[str]:
        """Give the severities of one rule's findings."""
        return [f.severity.value for f in self.findings if f.rule == rule]


def lines_of(text: str) -> tuple[str, ...]:
    """Split a text as it stands in a test, indented, into lines."""
    return tuple(dedent(text).strip("\n").split("\n"))


def policy_of(config: str) -> Policy:
    """Read a configuration as it stands in a test."""
    return load_policy(dedent(config), "steward.yml")


def schema_of(template: str, config: str = "") -> Schema:
    """Derive a schema from a template as it stands in a test."""
    return derive(lines_of(template), "docs/template.md", policy_of(config).stages, "spec")


def spec_of(schema: Schema, document: str, path: str = "docs/x.md", config: str = "") -> Spec:
    """Hold a document as it stands in a test against a schema."""
    return read_spec(parse_lines(lines_of(document)), schema, path, policy_of(config).stages)


def judged(
    template: str,
    document: str,
    *,
    config: str = "",
    path: str = "docs/x.md",
    before: str | None = None,
    standing: Standing | None = None,
) -> Verdict:
    """Judge a document by a template, under a configuration, against an earlier version."""
    schema = schema_of(template, config)
    spec = spec_of(schema, document, path, config)
    earlier = None if before is None else spec_of(schema, before, path, config)
    return Verdict(spec, *judge(spec, policy_of(config), earlier, standing))
