"""fix: missing fields beside their neighbours, and dates in the form that the template asks for."""

import pytest

from tests.edit.mending import mended

REST = "\n## Context\n\nBy hand.\n\n## Design\n\nAn index.\n"
PROMPTS = "\n## Context\n\nWhy?\n\n## Design\n\nHow?\n"
TEMPLATE = (
    "# Title: [Name]\n\n- **Status:** Draft | Done\n- **Owner:** [team]\n- **Since:** [day]\n"
    f"{PROMPTS}"
)
HEAD = "# Title: Search\n\n"


@pytest.mark.parametrize(
    ("fields", "wanted"),
    [
        (
            "- **Status:** Draft\n- **Since:** May\n",
            "- **Status:** Draft\n- **Owner:** [team]\n- **Since:** May\n",
        ),
        (
            "- **Owner:** me\n- **Since:** May\n",
            "- **Status:** Draft | Done\n- **Owner:** me\n- **Since:** May\n",
        ),
        (
            "- **Status:** Draft\n- **Owner:** me\n",
            "- **Status:** Draft\n- **Owner:** me\n- **Since:** [day]\n",
        ),
        (
            "- **Status:** Draft\n  and more\n  - or less\n- **Since:** May\n",
            "- **Status:** Draft\n  and more\n  - or less\n- **Owner:** [team]\n- **Since:** May\n",
        ),
        (
            "- **Since:** May\n- **Status:** Draft\n",
            "- **Since:** May\n- **Status:** Draft\n- **Owner:** [team]\n",
        ),
        ("- **Owner:** me\n", "- **Status:** Draft | Done\n- **Owner:** me\n- **Since:** [day]\n"),
    ],
)
def test_a_field_goes_beside_its_neighbours(fields: str, wanted: str) -> None:
    after, why = mended(TEMPLATE, f"{HEAD}{fields}{REST}")
    assert after == f"{HEAD}{wanted}{REST}"
    assert all(entry.startswith("add field “") for entry in why)


def test_without_a_neighbour_in_its_form_a_field_has_no_place() -> None:
    for fields in ("", "**Status:** Draft\n", "---\nstatus: Draft\n---\n"):
        document = f"{HEAD}{fields}{REST}"
        assert mended(TEMPLATE, document) == (document, [])


FRONT = "---\nauthors:\n  - Ann\n- Ben\nstatus: Draft\n---\n# Title: Search\n"
FRONT_TEMPLATE = (
    f"---\nauthors: [names]\nupdated: [day]\nstatus: Draft\n---\n# Title: [Name]\n{PROMPTS}"
)


def test_a_list_in_front_matter_is_not_parted() -> None:
    after, _ = mended(FRONT_TEMPLATE, f"{FRONT}{REST}")
    assert after == f"{FRONT}{REST}".replace("status:", "updated: [day]\nstatus:")


TABLE = "| Field | Value |\n|---|---|\n| Status | Draft |\n| Owner | [team] |\n| Since | [day] |\n"
BARE = "| Status | Draft |\n|---|---|\n| Owner | [team] |\n| Since | [day] |\n"


@pytest.mark.parametrize(
    ("template", "gone"),
    [
        (TABLE, "| Owner | [team] |\n"),
        (TABLE, "| Since | [day] |\n"),
        (TABLE, "| Status | Draft |\n"),
        (BARE, "| Owner | [team] |\n"),
        (BARE, "| Since | [day] |\n"),
    ],
)
def test_a_row_goes_back_where_it_was(template: str, gone: str) -> None:
    document = f"{HEAD}{template.replace(gone, '').replace('[team]', 'me').replace('[day]', 'May')}"
    after, why = mended(f"{HEAD}{template}{PROMPTS}", document + REST)
    whole = f"{HEAD}{template}{REST}"
    filled = whole.replace("[team]", "me").replace("[day]", "May")
    named = gone.split()[1]
    assert why == [f"add field “{named}”"]
    rows = filled.replace("| me |", "| [team] |") if named == "Owner" else filled
    assert after == (rows.replace("| May |", "| [day] |") if named == "Since" else rows)


def test_a_row_above_all_others_goes_below_the_head_of_the_table() -> None:
    template = f"{HEAD}{BARE}{PROMPTS}"
    document = f"{HEAD}| Owner | me |\n|---|---|\n| Since | May |\n{REST}"
    after, _ = mended(template, document)
    assert after == document.replace("| Since", "| Status | Draft |\n| Since")


def test_waived_or_switched_off_fields_are_not_added() -> None:
    document = f"{HEAD}- **Status:** Draft\n- **Owner:** me\n{REST}"
    assert mended(TEMPLATE, document, "rules: {missing-field: off}")[1] == []
    waived = f"{document}\n<!-- steward: waive missing-field: unknown -->\n"
    assert mended(TEMPLATE, waived) == (waived, [])


def test_a_field_and_a_section_in_one_place_do_not_mix() -> None:
    document = "# Title: Search\n\n- **Status:** Draft\n- **Owner:** me\n## Design\n\nAn index.\n"
    after, why = mended(TEMPLATE, document)
    assert after == (
        "# Title: Search\n\n- **Status:** Draft\n- **Owner:** me\n- **Since:** [day]\n\n"
        "## Context\n\nWhy?\n\n## Design\n\nAn index.\n"
    )
    assert why == ["add field “Since”", "add section “Context”"]


DATED = TEMPLATE.replace("[day]", "YYYY-MM-DD")
FIELDS = "- **Status:** Draft\n- **Owner:** me\n- **Since:** {}\n"


@pytest.mark.parametrize(
    ("date", "wanted"),
    [
        ("21 November 2026", "2026-11-21"),
        ("2026/1/2, at noon", "2026-01-02, at noon"),
        ("2024/2/29  ", "2024-02-29  "),
    ],
)
def test_a_date_that_means_one_day_is_written_as_iso(date: str, wanted: str) -> None:
    after, why = mended(DATED, HEAD + FIELDS.format(date) + REST)
    assert after == HEAD + FIELDS.format(wanted) + REST
    assert why == [f"write Since as {wanted[:10]}"]


@pytest.mark.parametrize(
    "date", ["5/6/2026", "2026/2/30", "2023/2/29", "soon", "2026/1/2 or 2026/1/2"]
)
def test_any_other_date_is_left_to_people(date: str) -> None:
    document = HEAD + FIELDS.format(date) + REST
    assert mended(DATED, document) == (document, [])


def test_a_date_of_another_form_that_the_template_allows_stays() -> None:
    document = HEAD + FIELDS.format("21 November 2026") + REST
    assert mended(TEMPLATE, document) == (document, [])
