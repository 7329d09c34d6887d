"""``steward explain``: rules and the lifecycle."""

import re

import pytest

from bot.app.explain import explain, listing
from bot.app.explain_lifecycle import lifecycle
from bot.cli import main
from bot.errors import StewardError
from bot.lifecycle.gates import GATES
from bot.model.stage import Stage
from bot.rules.manual import pages

PAINT = re.compile(r"\x1b\[[\d;]*m")


def test_the_list_has_each_rule_and_the_lifecycle_at_its_end() -> None:
    *rules, gap, last = listing().rstrip("\n").split("\n")
    assert [line.split()[0] for line in rules] == list(pages())
    assert gap == ""
    assert re.fullmatch(r"lifecycle +What entering each stage needs, and from whom\.", last)


def test_a_word_that_is_near_the_lifecycle_is_told() -> None:
    with pytest.raises(StewardError, match="did you mean “lifecycle”"):
        explain("life-cycle")


def test_the_table_is_plain_narrow_and_whole() -> None:
    text = lifecycle("text", colour=False)
    lines = text.split("\n")
    assert max(map(len, lines[:-2])) < 100
    assert [line for line in lines if line.endswith(" ")] == []
    assert [line.split()[0] for line in lines if line.split()[:1] and line[0] != " "][1:-1] == [
        *Stage
    ]
    squeezed = " ".join(text.split())
    for gate in GATES:
        assert " ".join(gate.wants.split()[:4]) in squeezed
    assert re.search(r"this very text +approvers$", text, re.M)
    assert "ready for implementation," in text
    assert text.endswith("closed is the way out, and needs only its own.\n")


def test_a_terminal_gets_colour_and_the_same_words() -> None:
    painted = lifecycle("text", colour=True)
    assert painted != lifecycle("text", colour=False)
    assert PAINT.sub("", painted) == lifecycle("text", colour=False)
    assert re.search(r"^\x1b\[1mdrafting\x1b\[0m ", painted, re.M)


def test_markdown_has_the_diagram_and_the_table() -> None:
    text = lifecycle("markdown", colour=True)
    assert text.startswith("# The lifecycle\n\n```mermaid\nstateDiagram-v2\n")
    assert "| closed | **reason**: a reason or a successor is named | author " in text
    assert "*closed* is the way out" in text
    assert "](" not in text


@pytest.mark.parametrize("form", ["text", "markdown"])
def test_the_command_prints_it(form: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", "lifecycle", "--format", form]) == 0
    assert capsys.readouterr().out == lifecycle(form, colour=False)
