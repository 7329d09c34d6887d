"""What else says a document's id: the number of its file, a field."""

import pytest

from bot.markdown.parse import parse_lines
from bot.schema.numbered import id_in_name, id_in_text, is_same, prefix_of
from tests.rules.judging import lines_of, schema_of

SECTIONS = "\n\n## Context\n\nWhy?\n"
FRONT = "---\nrfc: 0000\nspec_id: RFC-0000\nrelated: 0000\n---\n"
RFC = schema_of(f"{FRONT}# RFC-0000: [Name]{SECTIONS}")


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("RFC-0008-gifts.md", "RFC-0008"),
        ("rfc-0008-gifts.md", "rfc-0008"),
        ("0008-gifts.md", "0008"),
        ("008_gifts.md", "008"),
        ("0008.md", "0008"),
        ("0008-3d-print.md", "0008"),
        ("08-gifts.md", None),
        ("0008-02-gifts.md", None),
        ("0008-02.md", None),
        ("2026-gifts.md", None),
        ("202611-gifts.md", None),
        ("2026-11-21-gifts.md", None),
        ("10.2-gifts.md", None),
        ("gifts-0008.md", None),
        ("adr-0008-gifts.md", None),
    ],
)
def test_a_name_says_it(name: str, wanted: str | None) -> None:
    assert id_in_name(name, RFC) == wanted


def test_short_ids_have_short_numbers() -> None:
    assert id_in_name("08-gifts.md", schema_of(f"# RFC-NN: [Name]{SECTIONS}")) == "08"


def test_years_are_numbers_where_the_template_says_what_files_are_called() -> None:
    told = schema_of(f"# RFC-NNNN: [Name]\n\nCopy it to NNNN-title.md.{SECTIONS}")
    assert id_in_name("2026-gifts.md", told) == "2026"


def test_a_guide_and_ids_of_many_prefixes_have_no_number_of_their_own() -> None:
    guide = schema_of(f"# Implementation Guide: FEAT-XXX{SECTIONS}")
    assert id_in_name("008-gifts.md", guide) is None
    assert id_in_name("FEAT-008-gifts.md", guide) == "FEAT-008"
    many = schema_of(f"# [Name]\n\n- **ID:** SPEC-[EPIC-XXX]{SECTIONS}")
    assert prefix_of(many) is None
    assert id_in_name("008-gifts.md", many) is None
    assert id_in_name("008-gifts.md", schema_of(f"# [Name]{SECTIONS}")) is None


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("0008", "RFC-8", True),
        ("RFC-0008", "9", False),
        ("rfc-0008", "RFC-0008", True),
        ("RFC-0008", "RFC-0009", False),
    ],
)
def test_ids_are_compared(one: str, other: str, same: bool) -> None:
    assert is_same(one, other) is same


@pytest.mark.parametrize(
    ("document", "wanted"),
    [
        ("# RFC-0008: Gifts", "RFC-0008"),
        ("---\nrfc: 8\nx: y\n---\n# Gifts", "RFC-0008"),
        ("---\nspec_id: RFC-0009\nx: y\n---\n# Gifts", "RFC-0009"),
        ("---\nrfc: 0000\nx: y\n---\n# Gifts", None),
        ("---\nrfc: soon\nrelated: 0003\n---\n# Gifts", None),
        ("# Gifts", None),
    ],
)
def test_a_text_says_it(document: str, wanted: str | None) -> None:
    assert id_in_text(parse_lines(lines_of(f"{document}\n\nText.")), RFC) == wanted
