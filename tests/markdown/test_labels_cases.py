"""Lines in bold that head what follows."""

import pytest

from bot.markdown.parse import parse_lines


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("**Goals**", "Goals"),
        ("**Goals**:", "Goals"),
        ("**Goals:**", "Goals"),
        ("**Goals** :  ", "Goals"),
        ("__Goals__", "Goals"),
        ("__Goals:__", "Goals"),
        ("**Decision Log**", "Decision Log"),
        ("**A**", None),
        ("**Goals** more", None),
        ("**Goals**: more", None),
        ("**Goals__", None),
        ("*Goals*", None),
        (" **Goals**", None),
        ("- **Goals**", None),
        ("**" + "x" * 81 + "**", None),
        ("**" + "x" * 80 + "**", "x" * 80),
    ],
)
def test_label(line: str, title: str | None) -> None:
    labels = parse_lines(("# T", "", line, "", "text")).labels
    assert [label.title for label in labels] == ([] if title is None else [title])


def test_reach_and_owner() -> None:
    text = "**Zero**\n# T\n**One**\na\n**Two**:\nb\n## S\n## U\n__Three__\nc"
    labels = parse_lines(tuple(text.split("\n"))).labels
    assert [(label.title, label.line, label.stop, label.section) for label in labels] == [
        ("Zero", 1, 2, -1),
        ("One", 3, 5, 0),
        ("Two", 5, 7, 0),
        ("Three", 9, 11, 2),
    ]


def test_without_headings() -> None:
    (label,) = parse_lines(("**Goals**", "a")).labels
    assert (label.section, label.stop) == (-1, 3)


@pytest.mark.parametrize("around", [("```", "```"), ("<!--", "-->")])
def test_hidden(around: tuple[str, str]) -> None:
    assert parse_lines((around[0], "**Goals**", around[1])).labels == ()
