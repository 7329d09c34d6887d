"""What sections hold is what the template or their title says."""

import pytest

from bot.markdown.parse import parse_lines
from bot.model.schema import SectionKind
from bot.schema.derive import derive
from bot.schema.holding import Holding
from bot.schema.match import match_sections
from bot.schema.read import read_spec

TEMPLATE = ("# T", "", "## Tasks", "", "**Open questions**:", "", "- [what is open]", "")
TEXT = (
    "intro",
    "# Open questions",
    "## Tasks",
    "### Next",
    "- [ ] dig",
    "## Unknowns",
    "### Open questions",
    "#### Diary",
    "## Questions",
    "end",
)


def _holding(text: tuple[str, ...] = TEXT) -> Holding:
    schema = derive(TEMPLATE, "t.md", {}, "t")
    document = parse_lines(text)
    return Holding(document, schema, match_sections(document, schema))


@pytest.mark.parametrize(
    ("line", "title"),
    [(1, None), (2, "Open questions"), (3, "Tasks"), (5, "Next"), (10, "Questions")],
)
def test_the_section_at_a_line(line: int, title: str | None) -> None:
    section = _holding().at(line)
    assert (section.title if section else None) == title


def test_kinds_from_the_inside() -> None:
    holding = _holding()
    assert list(holding.kinds(holding.at(5)))[:2] == [SectionKind.PROSE, SectionKind.WORK]
    assert list(holding.kinds(holding.at(8)))[:3] == [
        SectionKind.PROSE,
        SectionKind.QUESTIONS,
        SectionKind.QUESTIONS,
    ]
    assert list(holding.kinds(None)) == []


def test_a_title_at_the_top_is_prose_unless_the_template_has_it() -> None:
    holding = _holding(("# Open questions", "", "# Questions", ""))
    assert list(holding.kinds(holding.at(3))) == [SectionKind.PROSE]


def test_the_outermost_of_a_kind() -> None:
    found = _holding(("# D", "## Unknowns", "### Open issues", "## Questions")).of_kind(
        SectionKind.QUESTIONS, ()
    )
    assert [section.title for section in found] == ["Unknowns", "Questions"]


def test_labels_hold_something_too() -> None:
    schema = derive(TEMPLATE, "t.md", {}, "t")
    assert any(section.label for section in schema.sections)
    text = ("# D", "", "## Tasks", "", "**Open questions**:", "", "- Which spade?", "")
    document = parse_lines(text)
    spec = read_spec(document, schema, "d.md", {})
    holding = Holding(document, schema, match_sections(document, schema))
    found = holding.of_kind(SectionKind.QUESTIONS, spec.sections)
    assert [(section.title, section.index) for section in found] == [("Open questions", -1)]
    assert [question.text for question in spec.questions] == ["Which spade?"]
