"""What a template says as a whole: its name, its guide, its status and its tokens."""

import pytest

from bot.errors import StewardError
from bot.model.schema import Schema
from bot.model.stage import Stage
from bot.schema.derive import derive


def _derive(text: str, stages: dict[str, Stage] | None = None, name: str | None = None) -> Schema:
    return derive(tuple(text.split("\n")), "docs/plan.md", stages, name)


def _titles(text: str) -> list[str]:
    return [section.title for section in _derive(text).sections]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Prose alone", "no section heading"),
        ("# Only a title\n\nText", "no section heading"),
        ("\n".join(f"## Part {n} of it" for n in range(1001)), "over 1,000 section headings"),
    ],
)
def test_a_template_without_use_is_refused(text: str, words: str) -> None:
    with pytest.raises(StewardError, match=words) as caught:
        _derive(text)
    assert caught.value.where == "docs/plan.md"


def test_a_thousand_sections_are_still_a_template() -> None:
    assert len(_derive("\n".join(f"## Part {n} of it" for n in range(1000))).sections) == 1000


@pytest.mark.parametrize(("name", "expected"), [(None, "plan"), ("", "plan"), ("rfc", "rfc")])
def test_a_schema_is_named_after_its_file(name: str | None, expected: str) -> None:
    assert _derive("## Context", name=name).name == expected


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("# Use\n\n```markdown\n# Plan\n## Why\n## How\n```", ["Why", "How"]),
        ("# Use\n\n```\n# Plan\n## Why\n## How\n```", ["Why", "How"]),
        ("# Use\n## Steps\n\n```python\n# one\n# two\n# three\n```", ["Steps"]),
        ("# Use\n## Steps\n\n```md\n# Plan\n## Why\n```", ["Steps"]),
        ("# Use\n## Steps\n\n```\n#one\n#two\n#three\n```", ["Steps"]),
        (
            "# Use\n## Steps\n\n```\n#one\n#two\n#three\n```\n\n```md\n# Plan\n## Why\n## How\n```",
            ["Why", "How"],
        ),
        ("# Use\n## A1\n## B1\n## C1\n\n```md\n# Plan\n## Why\n## How\n```", ["A1", "B1", "C1"]),
    ],
)
def test_a_template_is_found_in_a_fence(text: str, titles: list[str]) -> None:
    assert _titles(text) == titles


@pytest.mark.parametrize("front", ["", "---\nowner: me\n---\n\n"])
def test_what_stands_above_a_second_title_is_a_guide(front: str) -> None:
    guide = "# Template guide\n\n**Status**: [ignored]\n\n[not a token]\n\n"
    schema = _derive(f"{front}{guide}# [Feature name]\n\n**Date**: [day]\n\n## Why\n")
    assert [field.name for field in schema.fields] == (["owner"] if front else []) + ["Date"]
    assert schema.placeholders == ("[Feature name]", "[day]")
    assert schema.titles == ("Template guide", "[Feature name]")
    assert schema.status is None


@pytest.mark.parametrize(
    ("title", "guide"),
    [
        ("Implementation Guide: [Feature]", True),
        ("Implementation guideline", False),
        ("Plan", False),
    ],
)
def test_an_implementation_guide_is_told_by_its_title(title: str, guide: bool) -> None:
    assert _derive(f"# {title}\n\n## Steps").guide is guide


@pytest.mark.parametrize(
    ("line", "stages", "values", "known"),
    [
        (
            "**Status**: [Draft | Approved]",
            None,
            ("Draft", "Approved"),
            {"Draft": Stage.DRAFTING, "Approved": Stage.APPROVED},
        ),
        (
            "**Status**: Sketch | Blessed",
            {"blessed": Stage.APPROVED},
            ("Sketch", "Blessed"),
            {"Blessed": Stage.APPROVED},
        ),
    ],
)
def test_a_status_gives_its_words_their_stages(
    line: str,
    stages: dict[str, Stage] | None,
    values: tuple[str, ...],
    known: dict[str, Stage],
) -> None:
    schema = _derive(f"# Plan\n\n{line}\n\n## Why", stages)
    assert schema.status is not None
    assert (schema.status.values, schema.status.closed) == (values, True)
    assert schema.status.stages == known
    assert schema.placeholders == ()


def test_brackets_of_a_status_that_offer_nothing_are_a_token() -> None:
    assert _derive("# Plan\n\n**Status**: [say it]\n\n## Why").placeholders == ("[say it]",)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("(GitHub names)", ("(GitHub names)",)),
        ("<a list, with <mail>>", ("<a list, with <mail>>",)),
        ("<name>", ("<name>",)),
        ("(x)", ()),
        ("me", ()),
    ],
)
def test_a_value_that_is_one_token_counts_whole(value: str, expected: tuple[str, ...]) -> None:
    assert _derive(f"# Plan\n\n**Author**: {value}\n\n## Why").placeholders == expected


def test_an_id_and_a_path_are_read() -> None:
    schema = _derive("# RFC-XXX: [Title]\n\nCopy this to `docs/RFC-XXX-title.md`.\n\n## Why")
    assert schema.id_pattern == r"RFC-\d{3,}"
    assert schema.path_pattern == "docs/RFC-XXX-title.md"
    assert schema.own_id is None
    assert _derive("# RFC-12: Sample\n\n## Why").own_id == "RFC-12"


def test_a_path_is_also_read_beside_the_fence() -> None:
    text = "# Use\n\nCopy it to `docs/NNN-title.md`.\n\n```md\n# Plan\n## Why\n## How\n```"
    assert _derive(text).path_pattern == "docs/NNN-title.md"


def test_a_digest_knows_text_source_and_stages() -> None:
    same = ("## Why",)
    digests = {
        derive(same, "a.md").digest,
        derive(same, "b.md").digest,
        derive(("## How",), "a.md").digest,
        derive(same, "a.md", {"blessed": Stage.APPROVED}).digest,
    }
    assert len(digests) == 4
    assert derive(same, "a.md").digest == derive(same, "a.md", {}).digest
