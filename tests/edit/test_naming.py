"""Names of new specs: slugs, ids, file names."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.edit.naming import file_name, holder_of, next_id, slug
from bot.model.schema import Schema
from bot.schema.file_form import is_named_so
from tests.rules.judging import schema_of

PLAIN = schema_of("# [Name]\n\n## Context\n\nWhy?\n")


def named(pattern: str | None, ids: str | None) -> Schema:
    return replace(PLAIN, path_pattern=pattern, id_pattern=ids)


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Parcel search", "parcel-search"),
        ("  Ünder  way: née Straße!  ", "under-way-nee-strasse"),
        ("C++ / Go, 2nd try", "c-go-2nd-try"),
        ("検索 機能", "検索-機能"),
        ("検索が v2", "検索が-v2"),
        ("!?", "untitled"),
        ("", "untitled"),
        ("x" * 59 + " yy", "x" * 59),
        ("a/../b\\c", "a-b-c"),
    ],
)
def test_slugs(title: str, name: str) -> None:
    assert slug(title) == name


@given(st.text(max_size=80))
def test_a_slug_is_a_safe_name(title: str) -> None:
    name = slug(title)
    assert 0 < len(name) <= 60
    assert not set(name) & set('/\\. \t\n:*?"<>|')
    assert name == slug(name)
    assert name.strip("-") == name


@pytest.mark.parametrize(
    ("ids", "names", "given"),
    [
        (None, ["001-x.md"], None),
        (r"\d{3}", [], "001"),
        (r"\d{3}", ["001-x.md", "docs/007-y.md", "003-z.md"], "008"),
        (r"\d{3}", ["099-x.md"], "100"),
        (r"\d{3}", ["2026-11-21-x.md", "x-005.md", "v1.md"], "001"),
        (r"\d{4}", ["0041-x.md"], "0042"),
        (r"FEAT-\d{3,}", ["FEAT-012-x.md", "SPEC-099-y.md", "feat-050.md"], "FEAT-013"),
        (r"FEAT-\d{3,}", ["FEAT-999-x.md", "FEAT-1000-y.md"], "FEAT-1001"),
        (r"FEAT-\d{3,}", ["FEAT-099/readme.md"], "FEAT-001"),
        (r"SPEC-[A-Z][A-Z0-9]*-\d+", ["SPEC-EPIC-004.md"], "SPEC-EPIC-005"),
        (r"SPEC-[A-Z][A-Z0-9]*-\d+", [], "SPEC-EPIC-001"),
    ],
)
def test_the_next_id(ids: str | None, names: list[str], given: str | None) -> None:
    assert next_id(named(None, ids), names) == given


@pytest.mark.parametrize(
    ("pattern", "beside", "given"),
    [
        ("rfcs/NNNN-title.md", ["rfcs/0007-x.md", "0003-y.md"], "RFC-0008"),
        ("rfcs/rfc-NNNN-title.md", ["rfc-0007-x.md"], "RFC-0008"),
        ("rfcs/RFC-NNNN-title.md", ["rfc-0007-x.md", "0009-x.md"], "RFC-0008"),
        ("rfcs/YYYY-MM-DD-NNNN.md", ["2026-11-21-0007.md"], "RFC-0008"),
        ("rfcs/title-NNNN.md", ["some-words-0007.md"], "RFC-0008"),
        ("rfcs/NNNN-title.md", ["2026-11-21-x.md", "12345-x.md", "note.md"], "RFC-12346"),
        ("rfcs/NNNN-title.md", ["2026-11-21-x.md", "1234567890-x.md"], "RFC-0001"),
        ("rfcs/title.md", ["0007.md"], "RFC-0001"),
        (None, ["0007.md"], "RFC-0001"),
    ],
)
def test_a_number_alone_counts_where_the_pattern_has_one(
    pattern: str | None, beside: list[str], given: str
) -> None:
    assert next_id(named(pattern, r"RFC-\d{4}"), (), beside) == given


@pytest.mark.parametrize(
    ("given", "names", "holder"),
    [
        ("RFC-0007", ["a/RFC-0007-x.md"], "a/RFC-0007-x.md"),
        ("RFC-0007", ["a/0007-x.md"], "a/0007-x.md"),
        ("RFC-0007", ["a/RFC-0008-x.md", "a/0008-x.md", "a/note.md"], None),
    ],
)
def test_who_has_an_id(given: str, names: list[str], holder: str | None) -> None:
    assert holder_of(given, named("a/NNNN-title.md", r"RFC-\d{4}"), names, names) == holder


@pytest.mark.parametrize(
    ("pattern", "given", "name"),
    [
        (None, None, "parcel-search.md"),
        (None, "FEAT-007", "FEAT-007-parcel-search.md"),
        ("docs/specs/FEAT-XXX-short-title.md", "FEAT-007", "FEAT-007-parcel-search.md"),
        ("docs/NNN-short-title.md", "007", "007-parcel-search.md"),
        ("docs/0000-title.md", "0007", "0007-parcel-search.md"),
        ("docs/XXX_name.md", "007", "007_parcel-search.md"),
        ("docs/SPEC-NNN-title.md", "007", "SPEC-007-parcel-search.md"),
        ("docs/rfc-NNN-title.md", "RFC-007", "rfc-007-parcel-search.md"),
        ("docs/SPEC-EPIC-NNN.md", "SPEC-EPIC-007", "SPEC-EPIC-007.md"),
        ("docs/*-design.md", None, "parcel-search-design.md"),
        ("docs/NNN-title.md", None, "NNN-parcel-search.md"),
        ("docs/renamed-subtitle-slug.md", None, "renamed-subtitle-parcel-search.md"),
        ("docs/YYYY-MM-DD-title.md", None, "2026-11-21-parcel-search.md"),
    ],
)
def test_the_name_follows_the_templates_pattern(
    pattern: str | None, given: str | None, name: str
) -> None:
    assert file_name(named(pattern, None), given, "Parcel search", "2026-11-21") == name


def test_without_a_date_its_place_stays() -> None:
    assert file_name(named("docs/YYYY-MM-DD-slug.md", None), None, "x") == "YYYY-MM-DD-x.md"


PATTERNS = ["a/FEAT-XXX-short-title.md", "NNN-short-title.md", "0000-title.md", "SPEC-NNN_*.md"]


@given(st.sampled_from(PATTERNS), st.text(max_size=30), st.integers(1, 99_999))
def test_a_name_has_the_form_that_the_rule_asks_for(pattern: str, title: str, number: int) -> None:
    width = 4 if "0000" in pattern else 3
    given = f"{number % 10**width:0{width}}"
    made = file_name(named(pattern, rf"\d{{{width}}}"), given, title)
    assert is_named_so(made, pattern)
