"""A document held against its template: sections, their states, fields, and how much is there."""

import pytest

from bot.markdown.parse import parse_lines
from bot.model.spec import Spec, State
from bot.model.stage import Stage
from bot.schema.derive import derive
from bot.schema.read import read_spec

TEMPLATE = """# RFC-XXX: [Title]

**Status:** Draft | Accepted
**Author:** [Name]

## Why

Describe the need.

## How

[Explain the way]

## Open questions

- [Question one]

## Decision log

- [What was decided]

## Notes (optional)
"""


def _spec(text: str, template: str = TEMPLATE, path: str = "rfcs/RFC-001.md") -> Spec:
    schema = derive(tuple(template.split("\n")), "rfc.md", {}, "rfc")
    return read_spec(parse_lines(tuple(text.split("\n"))), schema, path, {})


def _states(spec: Spec) -> dict[str, State]:
    return {section.title: section.state for section in spec.sections}


def test_a_whole_document() -> None:
    spec = _spec(
        """# RFC-001: Tea

**Status:** Accepted
**Author:** Ann
**Author:** Bob

## Why

Coffee ran out.

## How

Boil [Explain the way] water.

## Open questions

- Which leaves do we buy?
- Which kettle?

## Decision log

- We buy green leaves
- [What was decided]
"""
    )
    assert (spec.path, spec.id, spec.title) == ("rfcs/RFC-001.md", "RFC-001", "Tea")
    assert (spec.status, spec.stage) == ("accepted", Stage.APPROVED)
    assert [field.line for field in spec.statuses] == [3]
    assert spec.affinity == 1.0
    assert not spec.off_template
    assert _states(spec) == {
        "Why": State.PRESENT,
        "How": State.PLACEHOLDER,
        "Open questions": State.PRESENT,
        "Decision log": State.PLACEHOLDER,
        "Notes": State.MISSING,
    }
    assert [(left.line, left.tokens, left.section) for left in spec.leftovers] == [
        (13, ("[Explain the way]",), "How"),
        (23, ("[What was decided]",), "Decision log"),
    ]
    assert spec.decisions == ("We buy green leaves",)
    assert [(q.text, q.closed_by) for q in spec.questions] == [
        ("Which leaves do we buy?", "decision"),
        ("Which kettle?", ""),
    ]
    found = {field.schema.name: field.found for field in spec.fields}
    author = found["Author"]
    assert author is not None
    assert (author.value, author.line) == ("Ann", 4)
    assert spec.items == ()
    assert spec.duplicates == ()


def test_an_untouched_copy_says_nothing_of_its_own() -> None:
    spec = _spec(TEMPLATE)
    states = _states(spec)
    assert states["Why"] is State.UNTOUCHED
    assert states["How"] is State.UNTOUCHED
    assert states["Notes"] is State.EMPTY
    assert (spec.status, spec.stage) == (None, None)
    assert spec.questions == ()
    assert spec.decisions == ()


def test_what_a_log_asks_is_no_question() -> None:
    spec = _spec("# T\n\n## Open questions\n\n### Decision log\n\n- Is it red?\n\n### Why?\n\nx\n")
    assert [question.text for question in spec.questions] == ["Why?"]


def test_a_foreign_document_is_off_template() -> None:
    spec = _spec("# Else\n\n## Diary\n\nrain\n")
    assert spec.affinity == 0.0
    assert spec.off_template
    assert set(_states(spec).values()) == {State.MISSING}
    assert {section.line for section in spec.sections} == {None}


@pytest.mark.parametrize(("text", "share"), [("## One\nx", 0.5), ("## One\nx\n## Two\ny", 1.0)])
def test_where_nothing_is_required_all_sections_count(text: str, share: float) -> None:
    template = "# T\n\n## One (optional)\n\n## Two (optional)\n"
    assert _spec(text, template).affinity == share


@pytest.mark.parametrize(
    ("template", "state"),
    [
        ("# T\n\n## Frame\n\n### Part\n\ntext\n", State.PRESENT),
        ("# T\n\n## Frame\n\n### Part\n\ntext\n\n### Other\n\ntext\n", State.EMPTY),
        ("# T\n\n## Frame\n\nDescribe the frame.\n\n### Part\n\ntext\n", State.EMPTY),
        ("# T\n\n## Frame\n", State.EMPTY),
    ],
)
def test_an_empty_frame_around_one_part_is_not_empty(template: str, state: State) -> None:
    assert _states(_spec("# D\n\n## Frame\n\n## Else\n\nx\n", template))["Frame"] is state


def test_further_instances_of_a_pattern_are_sections_too() -> None:
    template = "# T\n\n## Phase 1: [Name]\n\nDescribe it.\n\n## Phase 2: [Name]\n\nDescribe it.\n"
    text = "# D\n\n## Phase 1: *Dig*\n\na\n\n## Phase 2: Fill\n\nb\n\n## Phase 3: Sow\n\nTBD\n"
    sections = _spec(text, template).sections
    assert [(s.title, s.state, s.line) for s in sections] == [
        ("Phase 1: Dig", State.PRESENT, 3),
        ("Phase 2: Fill", State.PRESENT, 7),
        ("Phase 3: Sow", State.EMPTY, 11),
    ]
