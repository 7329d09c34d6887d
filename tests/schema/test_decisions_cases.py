"""Decisions are list entries, table rows or lines, and answer what they speak of."""

import pytest

from bot.markdown.parse import parse_lines
from bot.schema.decisions import answered, read_decisions, telling_words


def _read(text: str, skip: tuple[int, ...] = ()) -> tuple[str, ...]:
    document = parse_lines(tuple(text.split("\n")))
    return read_decisions(document, document.sections, skip)


@pytest.mark.parametrize(
    ("text", "skip", "found"),
    [
        ("# Log\n- take **port** 80\n  - as ever\n- drop `ftp`", (), ("take port 80", "drop ftp")),
        ("# Log\n- take 80\n- drop ftp", (2,), ("drop ftp",)),
        ("# Log\n\nwe take 80\n\nwe drop ftp", (), ("we take 80", "we drop ftp")),
        ("# Log\nwe take 80\nwe drop ftp", (3,), ("we take 80",)),
        ("# Log", (), ()),
        ("# Log\n- one\n\n# More\ntwo", (), ("one", "two")),
    ],
)
def test_entries_of_a_log(text: str, skip: tuple[int, ...], found: tuple[str, ...]) -> None:
    assert _read(text, skip) == found


def test_rows_of_a_table_count_without_its_head() -> None:
    found = _read("# Log\nbelow\n\n| what | who |\n|---|---|\n| port 80 | Ann |\n| no ftp | Bob |")
    assert len(found) == 2
    assert "port 80" in found[0]
    assert "no ftp" in found[1]


def test_a_log_without_end_is_cut() -> None:
    text = "# Log\n" + "\n".join(f"line {n}" for n in range(600)) + "\n# More\nnever read"
    found = _read(text)
    assert len(found) == 500
    assert found[-1] == "line 499"


def test_a_list_that_fills_the_log_leaves_no_room() -> None:
    found = _read("# Log\n" + "\n".join(f"- entry {n}" for n in range(600)) + "\n\n# More\nlast")
    assert len(found) == 500
    assert "last" not in found


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Which ports do the listeners use?", {"port", "listener", "use"}),
        ("What is the answer?", set()),
        ("S ss", {"s", "ss"}),
        ("snake_case", {"snake", "case"}),
    ],
)
def test_words_that_carry_the_meaning(text: str, words: set[str]) -> None:
    assert telling_words(text) == words


@pytest.mark.parametrize(
    ("question", "decision", "told"),
    [
        ("Which port?", "the port is 80", True),
        ("Which port, which host?", "the port is 80", False),
        ("Which port, which host?", "host and port are ours", True),
        ("Cache size limit policy owner?", "a cache has a size limit", True),
        ("Cache size limit policy owner?", "a cache has a size", False),
        ("What is it?", "what it is", False),
    ],
)
def test_most_telling_words_answer(question: str, decision: str, told: bool) -> None:
    decisions = [telling_words("nothing to see"), telling_words(decision)]
    assert answered(question, decisions) is told


def test_without_decisions_nothing_is_answered() -> None:
    assert not answered("Which port?", [])
