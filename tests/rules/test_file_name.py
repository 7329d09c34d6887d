"""file-name: the form that the template gives, and the id that name and document share."""

import pytest

from tests.rules.judging import judged

RULE = "file-name"
TEMPLATE = """
    # SPEC-XXX: [Name]

    Copy this file to `docs/specs/SPEC-XXX-short-title.md`.

    ## Context

    Why is this needed?
"""
DOCUMENT = "# SPEC-012: Parcel search\n\n## Context\n\nText.\n"


def found(
    path: str, document: str = DOCUMENT, template: str = TEMPLATE
) -> list[tuple[int, str, str]]:
    verdict = judged(template, document, path=path)
    assert set(verdict.rules()) <= {RULE}
    assert set(verdict.weights(RULE)) <= {"warning"}
    return verdict.of(RULE)


@pytest.mark.parametrize(
    "path",
    [
        "docs/specs/SPEC-012-parcel-search.md",
        "docs/specs/spec-012-parcel_search.v2.md",
        "shop/docs/specs/SPEC-012-x.md",
        "../docs/specs/SPEC-012-x.md",
    ],
)
def test_a_name_of_the_form_is_fine(path: str) -> None:
    assert found(path) == []


@pytest.mark.parametrize(
    "name",
    ["parcel-search.md", "SPEC-012.md", "SPEC-parcel.md", "XSPEC-012-x.md", "SPEC-012-x.markdown"],
)
def test_another_form_is_told_in_the_folder_that_the_template_names(name: str) -> None:
    assert found(f"docs/specs/{name}") == [
        (
            1,
            f"file name “{name}” is not of the form “SPEC-XXX-short-title.md”",
            "rename the file to the form that the template gives",
        )
    ]


@pytest.mark.parametrize(
    "path",
    ["parcel-search.md", "specs/x.md", "docs/x.md", "docs/specs/old/x.md", "mydocs/specs/x.md"],
)
def test_elsewhere_the_form_does_not_matter(path: str) -> None:
    assert found(path) == []


def test_a_form_without_a_folder_holds_everywhere() -> None:
    template = TEMPLATE.replace("docs/specs/", "")
    assert len(found("anywhere/x.md", template=template)) == 1
    assert found("anywhere/SPEC-012-x.md", template=template) == []


def test_two_ids_are_told_at_the_title() -> None:
    document = f"Words.\n\n{DOCUMENT}"
    assert found("docs/specs/SPEC-003-parcel-search.md", document) == [
        (
            3,
            "the document calls itself “SPEC-012”, its file name says “SPEC-003”",
            "correct the one that is wrong",
        )
    ]
    assert len(found("elsewhere/SPEC-003.md")) == 1


def test_two_ids_are_told_at_the_field_that_says_it() -> None:
    template = "# T\n\n**Spec ID:** SPEC-XXX\n\n## Context\n\nWhy?\n"
    document = "# Parcel search\n\n**Spec ID:** SPEC-012\n\n## Context\n\nText.\n"
    assert [line for line, _, _ in found("SPEC-003.md", document, template)] == [3]
    assert found("SPEC-012.md", document, template) == []


def test_an_id_that_only_one_of_them_has_is_no_conflict() -> None:
    assert found("elsewhere/parcel-search.md") == []
    assert found("SPEC-003.md", "# Parcel search\n\n## Context\n\nText.\n") == []


def test_a_template_without_ids_and_forms_asks_for_none() -> None:
    template = "# [Name]\n\n## Context\n\nWhy?\n"
    assert found("docs/specs/SPEC-003.md", template=template) == []


def test_a_wrong_form_is_told_before_a_wrong_id() -> None:
    ((_, message, _),) = found("docs/specs/SPEC-003.md")
    assert "is not of the form" in message


RFC = "---\nrfc: 0000\ntitle: [name]\n---\n\n# RFC-0000: [Name]\n\n## Context\n\nWhy?\n"


def rfc(number: str, title: str = "RFC-0006: Gifts") -> str:
    return f"---\nrfc: {number}\ntitle: Gifts\n---\n\n# {title}\n\n## Context\n\nText.\n"


def test_a_number_alone_names_another_id() -> None:
    assert found("rfcs/0008-gifts.md", rfc("0006"), RFC) == [
        (
            6,
            "the document calls itself “RFC-0006”, its file name says “0008”",
            "correct the one that is wrong",
        )
    ]
    assert len(found("rfcs/rfc-0008-gifts.md", rfc("0006"), RFC)) == 1


@pytest.mark.parametrize(
    "name", ["0006-gifts.md", "006-gifts.md", "rfc-0006-x.md", "0000-gifts.md", "gifts.md"]
)
def test_a_number_that_is_the_same_or_still_to_come_is_fine(name: str) -> None:
    assert found(f"rfcs/{name}", rfc("6"), RFC) == []


def test_a_field_that_says_another_id_is_told() -> None:
    assert found("rfcs/0006-gifts.md", rfc("0099"), RFC) == [
        (
            2,
            "the document calls itself “RFC-0006”, its field “rfc” says “0099”",
            "correct the one that is wrong",
        )
    ]
    own = TEMPLATE.replace("## Context", "- **Spec ID:** SPEC-XXX\n\n    ## Context")
    document = DOCUMENT.replace("## Context", "- **Spec ID:** SPEC-013\n\n## Context")
    assert [line for line, _, _ in found("x/SPEC-012-x.md", document, own)] == [3]


def test_a_field_is_held_against_the_title_alone() -> None:
    assert found("rfcs/RFC-0006-gifts.md", rfc("0099", "Gifts"), RFC) == []
