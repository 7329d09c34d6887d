"""Numbers by custom: where the template says nothing, its neighbours do."""

from dataclasses import replace

import pytest

from bot.edit.custom import with_custom
from tests.rules.judging import schema_of

PLAIN = schema_of("# [Name]\n\n## Context\n\nWhy?\n")


@pytest.mark.parametrize(
    ("beside", "template", "wanted"),
    [
        ([], "TEMPLATE.md", None),
        ([], None, None),
        ([], "0000-template.md", r"\d{4}"),
        ([], "000_template.md", r"\d{3}"),
        (["parcel-search.md"], "0000-template.md", None),
        (["001-parcel-search.md"], "TEMPLATE.md", r"\d{3}"),
        (["001-a.md", "002-b.md", "notes.md"], "TEMPLATE.md", r"\d{3}"),
        (["001-a.md", "notes.md"], "TEMPLATE.md", None),
        (["99-a.md", "100-b.md"], "TEMPLATE.md", r"\d{2,}"),
        (["2026-11-21-a.md", "2026-11-22-b.md"], "TEMPLATE.md", None),
        (["2025-a.md", "2026-b.md"], "TEMPLATE.md", None),
        (["0001.md"], "TEMPLATE.md", None),
    ],
)
def test_the_custom_of_the_folder(
    beside: list[str], template: str | None, wanted: str | None
) -> None:
    assert with_custom(PLAIN, beside, template).id_pattern == wanted


def test_what_the_template_says_comes_first() -> None:
    for told in (replace(PLAIN, id_pattern="X"), replace(PLAIN, path_pattern="docs/title.md")):
        assert with_custom(told, ["001-a.md"], None) is told


RFC = schema_of("# RFC-0000: [Name]\n\n## Context\n\nWhy?\n")


@pytest.mark.parametrize(
    ("beside", "wanted"),
    [
        ([], None),
        (["0001-a.md", "0002-b.md", "notes.md"], "NNNN-short-title.md"),
        (["01_a.md", "002_b.md"], "NN_short-title.md"),
        (["rfc-0001-a.md", "rfc-0002-b.md"], "rfc-NNNN-short-title.md"),
        (["RFC-0001-a.md"], "RFC-NNNN-short-title.md"),
        (["adr-0001-a.md", "adr-0002-b.md"], None),
        (["2025-a.md", "2026-b.md"], None),
        (["0001-a.md", "rfc-0002-b.md"], None),
        (["a-plan.md", "b.md"], "short-title.md"),
        (["a.md"], None),
        (["2026-11-21-a.md", "2026-11-22-b.md"], None),
    ],
)
def test_files_are_called_as_those_beside(beside: list[str], wanted: str | None) -> None:
    assert with_custom(RFC, beside, "0000-template.md").path_pattern == wanted


def test_a_guide_is_called_after_its_spec() -> None:
    assert with_custom(replace(RFC, guide=True), ["0001-a.md"], None).path_pattern is None
