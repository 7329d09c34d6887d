"""``steward new`` as its users run it."""

import re

import pytest

from tests.app.conftest import COMPLETE, TEMPLATE, Repository


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
        (
            ("implementation-guide", "Parcel search"),
            'begin the title with it: steward new implementation-guide "FEAT-001 Parcel search"\n',
        ),
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


@pytest.mark.parametrize("told", ["../../escaped", "/opt/escaped", "out", "docs/../../escaped"])
def test_nothing_is_made_outside_of_the_repository(repository: Repository, told: str) -> None:
    outside = repository.folder.parent / "elsewhere"
    outside.mkdir()
    (repository.folder / "out").symlink_to(outside)
    text = TEMPLATE.replace("`docs/specs/NNN", f"`{told}/NNN")
    repository.write("docs/specs/TEMPLATE.md", text)
    before = sorted(repository.folder.parent.iterdir())
    code, out, err = repository.steward("new", "specs", "Parcel search")
    assert (code, out) == (2, "")
    assert err == (
        f"steward: docs/specs/TEMPLATE.md: copies are to go to “{told}”, which is outside of this "
        "folder; name one within it in the template, or under `paths` in the configuration\n"
    )
    assert sorted(repository.folder.parent.iterdir()) == before
    assert not list(outside.iterdir())


def test_where_a_file_stands_no_folder_is_made(repository: Repository) -> None:
    repository.write("docs/specs/TEMPLATE.md", TEMPLATE.replace("docs/specs/NNN", "notes/NNN"))
    repository.write("notes", "a file\n")
    code, _, err = repository.steward("new", "specs", "Parcel search")
    assert code == 2
    assert err.startswith("steward: notes/001-parcel-search.md: cannot be written: ")
    assert err.count("\n") == 1


RFC = """\
# RFC-0000: Title

<!-- Copy this to `rfcs/NNNN-short-title.md`. -->

## Context

Why?
"""


def test_a_number_is_taken_though_the_file_name_leaves_the_prefix_out(
    repository: Repository,
) -> None:
    repository.write("rfcs/0000-template.md", RFC)
    assert repository.steward("new", "rfcs", "Foo bar")[1] == "rfcs/0001-foo-bar.md\n"
    assert repository.steward("new", "rfcs", "Foo baz")[1] == "rfcs/0002-foo-baz.md\n"
    code, _, err = repository.steward("new", "rfcs", "RFC-0001 Third")
    assert code == 2
    assert "the id RFC-0001 is taken by rfcs/0001-foo-bar.md" in err


def test_an_id_that_is_taken_is_refused(repository: Repository) -> None:
    code, _, err = repository.steward("new", "specs", "001 Other")
    assert code == 2
    assert err == (
        "steward: the id 001 is taken by docs/specs/001-parcel-search.md; "
        "leave it out of the title, and the next one is given\n"
    )
    repository.write("notes/002-x.md", "# elsewhere\n")
    assert repository.steward("new", "specs", "002 Other")[1] == "docs/specs/002-other.md\n"


def test_a_guide_shares_the_id_of_its_spec(repository: Repository) -> None:
    repository.write("docs/specs/FEAT-001-search.md", COMPLETE)
    code, out, _ = repository.steward("new", "implementation-guide", "FEAT-001 Search")
    assert (code, out) == (0, "docs/specs/FEAT-001-search-guide.md\n")


def test_a_bare_repository_is_no_place_for_specs(
    repository: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    bare = repository.folder.parent / "bare.git"
    repository.git("clone", "-q", "--bare", str(repository.folder), str(bare))
    monkeypatch.chdir(bare)
    before = sorted(bare.iterdir())
    for words in (("new", "tech-spec", "x"), ("check",), ("fix",), ("schema", "tech-spec")):
        code, out, err = repository.steward(*words)
        assert (code, out) == (2, "")
        assert err == (
            f"steward: {bare}: this git repository has no work tree here; run this in a checkout\n"
        )
    assert sorted(bare.iterdir()) == before


def test_a_ring_of_links_is_no_folder(repository: Repository) -> None:
    (repository.folder / "ring").symlink_to("ring")
    text = TEMPLATE.replace("`docs/specs/NNN", "`ring/NNN")
    repository.write("docs/specs/TEMPLATE.md", text)
    code, out, err = repository.steward("new", "specs", "Parcel search")
    assert (code, out, err.count("\n")) == (2, "", 1)
