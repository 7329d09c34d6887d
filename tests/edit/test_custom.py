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
