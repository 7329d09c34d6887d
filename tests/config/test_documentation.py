"""The documentation's example is a configuration."""

import re
from pathlib import Path

from bot.config.load import load_policy
from bot.model.finding import Severity
from bot.model.stage import Stage

_PAGE = Path(__file__).parents[2] / "docs" / "configuration.md"


def test_the_example_of_the_documentation_is_taken() -> None:
    (example,) = re.findall(r"```yaml\n(.*?)```", _PAGE.read_text("utf-8"), re.S)
    policy = load_policy(example, "docs/configuration.md")
    assert policy.templates[0].exclude == ("docs/tech-spec/archive/*",)
    assert policy.severities["missing-section", Stage.DRAFTING] is Severity.WARNING
    assert policy.stages == {"Signed off": Stage.APPROVED}
    assert policy.size_cap == 1_000_000
