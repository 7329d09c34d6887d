"""Questions are read from lists, headings, tables and paragraphs, and settled in four ways."""

import pytest

from bot.markdown.parse import parse_lines
from bot.schema.questions import read_questions


def _read(
    text: str, decisions: tuple[str, ...] = (), skip: tuple[int, ...] = ()
) -> list[tuple[str, int, str]]:
    document = parse_lines(tuple(text.split("\n")))
    outer = [section for section in document.sections if section.level == 1]
    found = read_questions(document, outer, decisions, skip)
    assert all(question.resolved == bool(question.closed_by) for question in found)
    return [(question.text, question.line, question.closed_by) for question in found]


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("# Q\n- Which port?\n- the host", [("Which port?", 2, ""), ("the host", 3, "")]),
        ("# Q\n- [x] Which port?\n- [ ] Which host?", [
            ("Which port?", 2, "tick"), ("Which host?", 3, ""),
        ]),
        ("# Q\n- ~~Which port?~~", [("Which port?", 2, "strike")]),
        ("# Q\n- ~~Which port?~~ It is 80", [("Which port? It is 80", 2, "answer")]),
        ("# Q\n- [x] Which port? The one that is free", [
            ("Which port? The one that is free", 2, "answer"),
        ]),
        ("# Q\n- [x] Which port? Done", [("Which port? Done", 2, "tick")]),
        ("# Q\n- Which ~~port~~ host?", [("Which port host?", 2, "")]),
        ("# Q\n- Which port?\n- None\n- n/a", [("Which port?", 2, "")]),
        ("# Q\nNone at this time.\n\n## Later\n- Which port?", []),
        ("# Q\nNo open issues.", []),
        ("# Q", []),
        ("# Q\nWhich *port*\nis free?\n\nWe know the host.\n\nAnd the path?", [
            ("Which port is free?", 2, ""), ("And the path?", 7, ""),
        ]),
        ("# Q\n```\nport?\n```\nWhy?", [("Why?", 5, "")]),
        ("# Q\n<!-- why? -->\n\nstays", []),
        ("# Q\n| asked | by |\n|---|---|\n| Which port? | Ann |\n| host | Bob? |", [
            ("Which port?", 4, ""), ("Bob?", 5, ""),
        ]),
        ("# Q\n| asked | by |\n|---|---|\n| A \\| B? | Ann |", [("A | B?", 4, "")]),
        ("# Q\n## Which port?\ntalk\n- one\n- two\n\n## The host\nmore", [
            ("Which port?", 2, ""), ("The host", 7, ""),
        ]),
        ("# Q\n## The port\n### Which one?\n- eighty", [("The port", 2, "")]),
        ("# Q\n## Blocking\n- the port\n\n## Before release\n- the host", [
            ("the port", 3, ""), ("the host", 6, ""),
        ]),
        ("# Q\n## The network\n- [ ] the port\n- [x] the host", [
            ("the port", 3, ""), ("the host", 4, "tick"),
        ]),
        ("# Q\n## Resolved\n- the port\n\n## Unresolved\n- the host\n\n## Not closed\n- the path", [
            ("the port", 3, "section"), ("the host", 6, ""), ("the path", 9, ""),
        ]),
        ("# Q\n- first\n\n## Then what?\nx", [("first", 2, ""), ("Then what?", 4, "")]),
        ("# Q\n## General\nWhich port?\n\n## Other\nWhich host?", [
            ("Which port?", 3, ""), ("Which host?", 6, ""),
        ]),
    ],
)  # fmt: skip
def test_questions_of_a_section(text: str, asked: list[tuple[str, int, str]]) -> None:
    assert _read(text) == asked


@pytest.mark.parametrize(
    ("decision", "closed_by"),
    [
        ("We use port eighty for listeners", "decision"),
        ("The host is local", ""),
        ("", ""),
    ],
)
def test_a_decision_settles_what_it_speaks_of(decision: str, closed_by: str) -> None:
    asked = _read("# Q\n- Which port do listeners use?", (decision, decision))
    assert asked == [("Which port do listeners use?", 2, closed_by)]


def test_lines_of_the_template_are_none_of_the_authors() -> None:
    assert _read("# Q\n- What?\n- Which port?", skip=(2,)) == [("Which port?", 3, "")]


def test_questions_stand_in_the_order_of_their_lines() -> None:
    document = parse_lines(("# A", "- late?", "# B", "- early?"))
    found = read_questions(document, document.sections[::-1], (), ())
    assert [question.line for question in found] == [2, 4]


def test_what_is_only_markup_is_shown_as_it_stands() -> None:
    assert _read("# Q\n- ![](port.png)") == [("![](port.png)", 2, "")]
