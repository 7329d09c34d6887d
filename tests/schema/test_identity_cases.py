"""How a template names the documents that are made from it."""

import re

import pytest

from bot.model.schema import FieldKind, FieldSchema
from bot.schema.file_form import is_named_so
from bot.schema.identity import id_pattern, own_id, own_token, path_pattern


def _field(name: str, raw: str, kind: FieldKind = FieldKind.ID) -> FieldSchema:
    return FieldSchema(
        name=name,
        required=True,
        kind=kind,
        values=(),
        closed=False,
        key=name.casefold(),
        raw=raw,
    )


@pytest.mark.parametrize(
    ("title", "fits", "fits_not"),
    [
        ("RFC-XXX: Title", ["RFC-001", "RFC-1234"], ["RFC-01", "ADR-001"]),
        ("ADR-NNN", ["ADR-007"], ["ADR-0007", "ADR-07"]),
        ("ADR-0007: Use it", ["ADR-0001", "ADR-12345"], ["ADR-001"]),
        ("0000 Title", ["0042"], ["042"]),
    ],
)
def test_a_title_shows_what_ids_look_like(title: str, fits: list[str], fits_not: list[str]) -> None:
    pattern = id_pattern(["Plain", title], [], None, "")
    assert pattern is not None
    assert all(re.fullmatch(pattern, name) for name in fits)
    assert not any(re.fullmatch(pattern, name) for name in fits_not)


@pytest.mark.parametrize(
    ("field", "sample"),
    [
        (_field("ID", "SPEC-[TEAM-XXX]"), "SPEC-CORE-12"),
        (_field("ID", "SP-####"), "SP-1234"),
        (_field("Epic", "EP-XXX"), None),
        (_field("Summary", "SP-XXX", FieldKind.TEXT), None),
        (_field("ID", "free"), None),
    ],
)
def test_an_id_field_shows_it_too(field: FieldSchema, sample: str | None) -> None:
    pattern = id_pattern(["Title"], [field], None, "")
    if sample is None:
        assert pattern is None
    else:
        assert pattern is not None
        assert re.fullmatch(pattern, sample)


@pytest.mark.parametrize(
    ("path", "text", "pattern"),
    [
        ("docs/NNNN-title.md", "", r"\d{4}"),
        ("docs/NNN-title.md", "with a 4-digit prefix", r"\d{4}"),
        ("NNN/title.md", "", None),
        (None, "with a 4-digit prefix", None),
    ],
)
def test_a_file_name_shows_how_many_digits(
    path: str | None, text: str, pattern: str | None
) -> None:
    assert id_pattern(["Title"], [], path, text) == pattern


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ("Copy `template.md` to `docs/NNN-title.md`.", "docs/NNN-title.md"),
        ("First\nName it `NNN-title.md`", "NNN-title.md"),
        ("Save `<slug>.md`", "<slug>.md"),
        ("Save `<x>.md` in `specs/<y>.md`", "specs/<y>.md"),
        ("Save `<x>.md` in `specs/<y>.md` and as `<z>.md`", "<z>.md"),
        ("Save `<x>.md` and `<y>.md`", None),
        ("Save `one.md`", None),
        ("Copy `template-NNN.md`", None),
        ("`NNN-title.md` has no verb", None),
        ("<!-- Copy this file to rfcs/NNNN-short-title.md -->", "rfcs/NNNN-short-title.md"),
        ("Copy `template.md` to docs/NNN-title.md.", "docs/NNN-title.md"),
        ("Copy it to **./docs/<short title>.md**, please", "docs/<short title>.md"),
        ("Copy it (as /docs/[name].mdx)", "docs/[name].mdx"),
        ("Name the file NNN-title.md", "NNN-title.md"),
        ("Copy it to docs/short-title.md", "docs/short-title.md"),
        ("Save a as NNN.md or `<b>.md`", "<b>.md"),
        ("Put the short-title.md there", None),
        ("Name all of docs/*.md", None),
        ("Copy it to guide/0000-template.md", None),
        ("Copy [it](docs/NNN-title.md)", None),
        ("Copy it to https://example.org/NNN-title.md", None),
        ("Copy it to docs/NNN-title.md.j2", None),
        ("Copy `all of docs/NNN-title.md now`", None),
        (f"Copy it to {'a' * 200}/NNN.md", None),
        ("", None),
    ],
)
def test_a_guide_tells_where_copies_go(text: str, path: str | None) -> None:
    assert path_pattern(text, None) == path


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ("like docs/RFC-YYY-other.md", "docs/RFC-XXX-other.md"),
        ("docs/RFC-001.md, then docs/RFC-NNN.md", "docs/RFC-XXX.md"),
        ("docs/RFC-XXX.md", None),
        ("docs/ADR-NNN.md", None),
        ("Save `<slug>.md`, as docs/RFC-NNN.md", "<slug>.md"),
        ("no path", None),
    ],
)
def test_siblings_show_where_documents_go(text: str, path: str | None) -> None:
    assert path_pattern(text, "RFC-XXX") == path


def test_siblings_show_nothing_to_a_template_without_a_token() -> None:
    assert path_pattern("docs/RFC-NNN.md", None) is None


@pytest.mark.parametrize(
    ("titles", "real", "token"),
    [
        (["Title", "ADR-12: Use it"], "ADR-12", None),
        (["Title", "RFC-XXX: Name"], None, "RFC-XXX"),
        (["Title"], None, None),
        ([], None, None),
    ],
)
def test_a_template_has_an_id_or_a_token_of_its_own(
    titles: list[str], real: str | None, token: str | None
) -> None:
    assert own_id(titles) == real
    assert own_token(titles) == token


@pytest.mark.parametrize(
    ("pattern", "fits", "fits_not"),
    [
        ("docs/NNNN-title.md", "0042-caching-keys.md", "42-caching.md"),
        ("RFC-XXX-*.md", "rfc-0042-x.md", "rfc-x.md"),
        ("YYYY-MM-DD-<slug>.md", "2026-11-21-cache.md", "21-11-2026-cache.md"),
        ("spec-{x}.md", "spec-cache.md", "cache.md"),
        ("ADR-NNN-[short].mdx", "ADR-001-cache.mdx", "ADR-001-cache.md"),
        ("README.md", "readme.md", "readmexmd"),
    ],
)
def test_file_names_are_held_against_the_path(pattern: str, fits: str, fits_not: str) -> None:
    assert is_named_so(fits, pattern)
    assert not is_named_so(fits_not, pattern)
