"""``steward new`` as its users run it."""

import re

import pytest

from tests.app.conftest import Repository


def test_the_next_spec_has_id_title_date_and_status(repository: Repository) -> None:
    code, out, _ = repository.steward("new", "specs", "Route  planning: Ünder way!")
    assert (code, out) == (0, "docs/specs/002-route-planning-under-way.md\n")
    text = (repository.folder / out.strip()).read_text("utf-8")
    lines = text.split("\n")
    assert lines[0] == "# Spec: 002 - Route planning: Ünder way!"
    assert "- **Status:** Draft" in lines
    assert any(re.fullmatch(r"- \*\*Updated:\*\* \d{4}-\d\d-\d\d", line) for line in lines)
    code, out, _ = repository.steward("new", "specs", "Third")
    assert out == "docs/specs/003-third.md\n"


def test_nothing_is_ever_overwritten(repository: Repository) -> None:
    repository.write("docs/specs/design.md", "mine\n")
    repository.write(
        "docs/designs/TEMPLATE.md", "# [Name]\n\n## Context\n\n[Why]\n\n## Plan\n\n[How]\n"
    )
    assert repository.steward("new", "designs", "Depot map")[1] == "docs/designs/depot-map.md\n"
    code, out, err = repository.steward("new", "designs", "Depot map")
    assert (code, out) == (2, "")
    assert err == (
        "steward: docs/designs/depot-map.md: there is such a file already, and it stays; "
        "choose another title\n"
    )


def test_shipped_templates_are_filled_in(repository: Repository) -> None:
    (repository.folder / "docs/specs/TEMPLATE.md").unlink()  # it would govern what is made there
    made = {
        name: repository.steward("new", name, title)[1].strip()
        for name, title in (
            ("feature-spec", "Parcel search"),
            ("implementation-guide", "FEAT-001: Parcel search"),
            ("epic-spec", "Parcel search"),
            ("design-doc", "Parcel search"),
            ("tech-spec", "Parcel search"),
        )
    }
    assert made["tech-spec"] == "docs/tech-spec/001-parcel-search.md"
    assert made["implementation-guide"] == "docs/specs/FEAT-001-parcel-search-guide.md"
    assert made["feature-spec"] == "docs/specs/FEAT-001-parcel-search.md"
    for path in made.values():
        text = (repository.folder / path).read_text("utf-8")
        assert "XXX" not in text.split("\n")[0]
        assert "Copy this file" not in text
    epic = (repository.folder / made["epic-spec"]).read_text("utf-8")
    assert "**Author:** Writing team" in epic
    code, out, _ = repository.steward("check", *made.values())
    assert code == 1
    assert "is missing" not in out


def test_the_configured_folder_is_taken(repository: Repository) -> None:
    repository.write(
        "steward.yml", "templates:\n  - template: design-doc\n    paths: ['designs/*.md']\n"
    )
    words = ("new", "design-doc", "Depot map", "--config", "steward.yml")
    assert repository.steward(*words)[1] == "designs/depot-map.md\n"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("specs", "  "), "the title is empty"),
        (("implementation-guide", "Parcel search"), "a guide has the id of the spec"),
        (("spces", "Parcel search"), "did you mean “specs”?"),
    ],
)
def test_a_wrong_call_is_told_in_one_line(
    repository: Repository, words: tuple[str, ...], said: str
) -> None:
    code, out, err = repository.steward("new", *words)
    assert (code, out) == (2, "")
    assert said in err
    assert err.count("\n") == 1
