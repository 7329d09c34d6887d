"""new: what is filled in without the author, and what is left to them."""

import pytest

from bot.edit.scaffold import Filling, scaffold
from tests.rules.judging import lines_of, schema_of

SECTIONS = "\n\n## Context\n\nWhy?\n\n## Design\n\nHow?\n"


def made(template: str, spec_id: str | None = None, author: str | None = "Ann") -> str:
    filling = Filling("Parcel search", "2026-11-21", spec_id, author)
    return scaffold(lines_of(template + SECTIONS), schema_of(template + SECTIONS), filling)


def head(template: str, spec_id: str | None = None) -> str:
    whole = made(template, spec_id)
    assert whole.endswith(SECTIONS)
    return whole.removesuffix(SECTIONS)


@pytest.mark.parametrize(
    ("title", "spec_id", "wanted"),
    [
        ("# [Name]", None, "# Parcel search"),
        ("# {{TITLE}}", None, "# Parcel search"),
        ("# <Short title>", None, "# Parcel search"),
        ("# {short title of the decision}", None, "# Parcel search"),
        ("# Spec: [Name]", None, "# Spec: Parcel search"),
        ("# Design", None, "# Parcel search"),
        ("# FEAT-XXX: [Name]", "FEAT-007", "# FEAT-007: Parcel search"),
        ("# [FEAT-XXX]: Name of it", "FEAT-007", "# [FEAT-007]: Parcel search"),
        ("# Spec: <NNN> - <Short title>", "007", "# Spec: 007 - Parcel search"),
        ("# [NNN] [Title]", "007", "# 007 Parcel search"),
        ("# RFC NNN: <title>", "007", "# RFC 007: Parcel search"),
        ("# 0000 - Title", "0007", "# 0007 - Parcel search"),
        ("# ADR-0001: Use a queue", "ADR-0007", "# ADR-0007: Parcel search"),
        ("# ADR-0001", "ADR-0007", "# ADR-0007"),
        ("# Implementation Guide: FEAT-XXX", "FEAT-007", "# Implementation Guide: FEAT-007"),
        ("Spec: [Name]\n============", None, "# Spec: Parcel search"),
        ("# 📋 Epic: [Name] #", None, "# 📋 Epic: Parcel search"),
    ],
)
def test_the_title_is_filled_in(title: str, spec_id: str | None, wanted: str) -> None:
    assert head(title, spec_id) == wanted


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("- **Status:** Draft | Accepted", "- **Status:** Draft"),
        ("- **Status:** Accepted | Proposed | Done", "- **Status:** Proposed"),
        ("- **Status:** Blue | Green", "- **Status:** Blue"),
        ("- **Status:** Draft", "- **Status:** Draft"),
        (
            "- **Status:** Draft <!-- Draft, Accepted or Done -->",
            "- **Status:** Draft <!-- Draft, Accepted or Done -->",
        ),
        ("- **Updated:** YYYY-MM-DD", "- **Updated:** 2026-11-21"),
        ("- **Date:** [day]", "- **Date:** 2026-11-21"),
        ("- **Date:**", "- **Date:** 2026-11-21"),
        (
            "- **Date:** YYYY-MM-DD <!-- as YYYY-MM-DD -->",
            "- **Date:** 2026-11-21 <!-- as YYYY-MM-DD -->",
        ),
        ("- **Due date:** YYYY-MM-DD", "- **Due date:** YYYY-MM-DD"),
        ("- **Accepted on:** YYYY-MM-DD", "- **Accepted on:** YYYY-MM-DD"),
        ("- **Date:** YYYY-MM-DD (optional)", "- **Date:** YYYY-MM-DD (optional)"),
        ("**Created:** [day]  ", "**Created:** 2026-11-21  "),
        ("| Date | YYYY-MM-DD |\n|---|---|", "| Date | 2026-11-21 |\n|---|---|"),
        ("| Date | |\n|---|---|", "| Date | |\n|---|---|"),
        ("- **Author:** [name]", "- **Author:** Ann"),
        ("- **Author(s):** [names]", "- **Author(s):** Ann"),
        ("- **Owner:**", "- **Owner:** Ann"),
        ("- **Owner: **", "- **Owner: ** Ann"),
        ("__Owner__ :", "__Owner__ : Ann"),
        ("- **Author:** Architecture team", "- **Author:** Architecture team"),
        ("- **Author:** Your Name", "- **Author:** Ann"),
        ("- **Author:** …", "- **Author:** Ann"),
        ("- **Author:** TBD", "- **Author:** Ann"),
        ("- **Owner:** @your-handle", "- **Owner:** Ann"),
        ("- **Author(s):** (GitHub usernames)", "- **Author(s):** Ann"),
        ("- **Author:** Your Name <you@example.com>", "- **Author:** Ann"),
        ("- **Author:** Jane Doe", "- **Author:** Ann"),
        ("- **Author:** Jane Roe", "- **Author:** Jane Roe"),
        ("- **Author:** [Squad", "- **Author:** [Squad"),
        ("- **Author:** [Name], [Squad]", "- **Author:** [Name], [Squad]"),
        ("- **Document Owner:** <who (a [person])>", "- **Document Owner:** Ann"),
        ("- **Created by:** [name]", "- **Created by:** Ann"),
        ("- **Authority:** [name]", "- **Authority:** [name]"),
        ("- **Reviewer:** [name]", "- **Reviewer:** [name]"),
        (
            "- **Author:** [name]\n- **Reviewer:** [name]",
            "- **Author:** Ann\n- **Reviewer:** [name]",
        ),
        ("- **Title:** [name]", "- **Title:** Parcel search"),
        ("- **Feature Name:** [name]", "- **Feature Name:** Parcel search"),
        ("- **Team:** [team]", "- **Team:** [team]"),
    ],
)
def test_fields_are_filled_in_where_their_value_is_known(line: str, wanted: str) -> None:
    assert head(f"# [Name]\n\n{line}") == f"# Parcel search\n\n{wanted}"


def test_front_matter_is_filled_in() -> None:
    template = (
        "---\ntitle: [name]\nstatus: [draft | done]\nauthor: [you]\nowner: your-name\n"
        'created_by: ""\ncreated:\n---'
    )
    wanted = (
        "---\ntitle: Parcel search\nstatus: draft\nauthor: Ann\nowner: Ann\n"
        'created_by: "Ann"\ncreated: 2026-11-21\n---'
    )
    assert head(template) == wanted


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("author: # who writes it", "author: Ann # who writes it"),
        ("author:   # who writes it", "author: Ann   # who writes it"),
        ("'author': ''", "'author': 'Ann'"),
        ("owner:", "owner: Ann"),
    ],
)
def test_what_stands_behind_an_empty_value_stays_there(line: str, wanted: str) -> None:
    assert head(f"---\n{line}\nstatus: draft\n---") == f"---\n{wanted}\nstatus: draft\n---"


@pytest.mark.parametrize(
    ("line", "title", "wanted"),
    [
        ("title: [name]", "Parcel: search", 'title: "Parcel: search"'),
        ("title: [name] # short", "Fix #5", 'title: "Fix #5" # short'),
        ('title: "[name]"', "Parcel: search", 'title: "Parcel: search"'),
        ('title: "[name]"', 'The "best"', "title: 'The \"best\"'"),
        ("title: '[name]'", "It's so", "title: 'It''s so'"),
        ("title:", "Parcel: search", 'title: "Parcel: search"'),
        ('title: ""', "Parcel: search", 'title: "Parcel: search"'),
        ("title: 'it''s [a]'", "Parcel", "title: 'it''s [a]'"),
    ],
)
def test_words_are_written_as_yaml_has_them(line: str, title: str, wanted: str) -> None:
    template = f"---\n{line}\nstatus: draft\n---\n# [Name]{SECTIONS}"
    text = scaffold(lines_of(template), schema_of(template), Filling(title, "2026-11-21"))
    assert text.split("\n")[1] == wanted
    assert f"# {title}\n" in text


def test_an_empty_date_goes_into_its_quotes() -> None:
    made_of = head('---\ncreated: ""\nstatus: draft\n---\n# [Name]')
    assert 'created: "2026-11-21"' in made_of


def test_a_comment_behind_an_empty_value_stays_there() -> None:
    line = "- **Author:** <!-- who writes it -->"
    assert head(f"# [Name]\n\n{line}").endswith("- **Author:** Ann <!-- who writes it -->")


def test_a_value_over_several_lines_is_left_to_its_author() -> None:
    template = "---\nauthor:\n  - [one]\n  - [two]\nstatus: draft\n---\n# [Name]"
    assert head(template) == template.replace("[Name]", "Parcel search")


@pytest.mark.parametrize(
    ("line", "spec_id", "wanted"),
    [
        ("- **Spec ID:** SPEC-XXX", "SPEC-007", "- **Spec ID:** SPEC-007"),
        ("- **ID:** [SPEC-XXX]", "SPEC-007", "- **ID:** SPEC-007"),
        ("- **Spec ID:** SPEC-[EPIC-XXX]", "SPEC-EPIC-007", "- **Spec ID:** SPEC-EPIC-007"),
        ("- **RFC:** 0000", "RFC-0007", "- **RFC:** 0007"),
        ("- **Number:** NNN", "7", "- **Number:** 007"),
        ("- **Parts:** 000", "SPEC-007", "- **Parts:** 000"),
        ("- **Epic:** [EPIC-XXX]", "SPEC-007", "- **Epic:** [EPIC-XXX]"),
        ("- **Ticket:** [number]", "SPEC-007", "- **Ticket:** [number]"),
        ("- **Spec ID:** SPEC-XXX", None, "- **Spec ID:** SPEC-XXX"),
    ],
)
def test_an_id_goes_into_its_own_field(line: str, spec_id: str | None, wanted: str) -> None:
    assert head(f"# [Name]\n\n{line}", spec_id) == f"# Parcel search\n\n{wanted}"


def test_the_id_is_filled_in_wherever_the_template_has_it() -> None:
    template = "# FEAT-XXX: [Name]\n\nTests stand in `docs/FEAT-XXX-tests.md`, after FEAT-YYY."
    wanted = "# FEAT-007: Parcel search\n\nTests stand in `docs/FEAT-007-tests.md`, after FEAT-YYY."
    assert head(template, "FEAT-007") == wanted


def test_without_an_author_the_line_stays() -> None:
    assert "- **Author:** [name]\n" in made("# [Name]\n\n- **Author:** [name]", author=None)


def test_the_text_ends_in_one_line_end() -> None:
    assert made("# [Name]").endswith("How?\n")
    assert not made("\n\n# [Name]\n\n\n").startswith("\n")
