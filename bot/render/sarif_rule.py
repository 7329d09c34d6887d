"""A rule as SARIF describes it, from its manual page."""

from typing import Protocol

from bot.model.finding import Severity

_LONGEST = 1024  # characters of a description, by GitHub's rules
_PROBLEM = {Severity.ERROR: "error", Severity.WARNING: "warning"}


class RuleManual(Protocol):
    """What a rule's manual page says, as far as SARIF shows it."""

    @property
    def slug(self) -> str:
        """The rule's name in findings."""

    @property
    def summary(self) -> str:
        """What it complains of, in a sentence."""

    @property
    def text(self) -> str:
        """What follows the summary on its page, in Markdown."""

    @property
    def severity(self) -> Severity:
        """What a finding weighs unless stage or configuration say otherwise."""


def rule_of(manual: RuleManual) -> dict[str, object]:
    """Describe a rule by its page."""
    summary = _short(manual.summary) or manual.slug
    page = "\n\n".join(part for part in (summary, manual.text.strip()) if part)
    explanation = f"\n{manual.text}".split("\n## ", 1)[0]
    return {
        "id": manual.slug,
        "name": "".join(word.capitalize() for word in manual.slug.split("-")),
        "shortDescription": {"text": summary},
        "fullDescription": {"text": _short(explanation) or summary},
        "help": {"text": page, "markdown": page},
        "defaultConfiguration": {"level": level_of(manual.severity)},
        "properties": {
            "precision": "high",
            "problem.severity": _PROBLEM.get(manual.severity, "recommendation"),
            "tags": ["documentation", "specification"],
        },
    }


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1]}…"


def level_of(severity: Severity) -> str:
    """Give SARIF's word for what a rule or a finding weighs."""
    return "none" if severity is Severity.OFF else severity.value
