"""Each of our templates with a completed document: every change to it has just the right finding.

Sections are deleted, emptied, renamed, filled with the template's own text again, and swapped.
``python -m tests.tools.mutate TEMPLATE DOCUMENT`` does the same to any other pair.
"""

import pytest

from bot.markdown.parse import parse_lines
from bot.model.finding import Finding
from bot.schema.derive import derive
from bot.schema.read import read_spec
from tests.tools.golden import ROOT
from tests.tools.mutate import Mutation, failures, judged, mutations, read_lines

NAMES = ("design-doc", "epic-spec", "feature-spec", "implementation-guide", "tech-spec")
KINDS = ("delete", "empty", "rename", "unfill", "swap")


def _mutations(name: str) -> list[Mutation]:
    template = read_lines(ROOT / "templates" / "specs" / f"{name}.md")
    document = parse_lines(read_lines(ROOT / "templates" / "examples" / f"{name}.md"))
    schema = derive(template, f"{name}.md")
    return list(mutations(read_spec(document, schema, f"{name}.md", {}), template))


@pytest.mark.limits
@pytest.mark.parametrize("name", NAMES)
def test_every_change_has_exactly_the_expected_finding(name: str) -> None:
    template = ROOT / "templates" / "specs" / f"{name}.md"
    document = ROOT / "templates" / "examples" / f"{name}.md"
    assert not list(failures(template, document))


@pytest.mark.parametrize("name", NAMES)
def test_a_template_is_changed_in_every_way(name: str) -> None:
    found = _mutations(name)
    count = {kind: sum(m.name.startswith(f"{kind} ") for m in found) for kind in KINDS}
    assert all(count.values())
    assert count["delete"] == count["empty"] == count["rename"] == count["unfill"]
    assert any(m.expected for m in found if m.name.startswith("unfill"))


@pytest.mark.parametrize("name", NAMES)
def test_a_document_that_is_the_template_has_no_section_missing(name: str) -> None:
    lines = read_lines(ROOT / "templates" / "specs" / f"{name}.md")
    _, findings = judged(lines, derive(lines, name), f"{name}.md")
    assert _of("missing-section", findings) == []
    assert _of("untouched-section", findings)


def _of(rule: str, findings: tuple[Finding, ...]) -> list[Finding]:
    return [finding for finding in findings if finding.rule == rule]
