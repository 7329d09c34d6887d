"""Where a configuration leads to no spec, or names no file, people learn why and what there is."""

import sys

import pytest

from tests.app.conftest import Repository

_CONFIG = ".github/spec-steward.yml"
_UNLISTED = (
    f"No specs found: no document here is one of those that {_CONFIG} lists under “templates”."
)


def test_where_no_pattern_matches_the_cause_comes_first(
    repository: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    repository.write(
        _CONFIG, "templates:\n- template: specs\n  paths: [doc/specs/*.md, rfcs/*.md]\n"
    )
    monkeypatch.setattr("sys.stderr", sys.stdout)  # as at a terminal: one after the other
    code, out, _ = repository.steward("check")
    place = f"steward: {_CONFIG}:3: templates, entry 1, paths, entry"
    meant = "did you mean “docs/specs/*.md”? Else mend the pattern"
    assert (code, out.splitlines()) == (
        0,
        [
            f"{place} 1: no document matches “doc/specs/*.md”; {meant}, or take it out",
            f"{place} 2: no document matches “rfcs/*.md”; mend the pattern, or take it out",
            _UNLISTED,
            "The documents here are docs/specs/001-parcel-search.md.",
        ],
    )


def test_a_configured_template_without_documents_says_what_there_is(
    repository: Repository,
) -> None:
    repository.write(_CONFIG, "templates: [{template: design-doc}]\n")
    for name in "abcde":
        repository.write(f"a/{name}.md", "# A\n")
    listed = "a/a.md, a/b.md, a/c.md, a/d.md, a/e.md and 1 more"
    out = f"{_UNLISTED}\nThe documents here are {listed}.\n"
    assert repository.steward("check") == (0, out, "")
    repository.git("rm", "-rqf", "docs")
    repository.git("clean", "-fdq", "a")
    assert repository.steward("check") == (0, f"{_UNLISTED}\nThere are no documents.\n", "")


@pytest.mark.parametrize(
    ("asked", "meant"),
    [
        ("docs/specs/TEMPLAT.md", "docs/specs/TEMPLATE.md"),
        ("specs/template.md", "docs/specs/TEMPLATE.md"),
        ("docs/spec/001-parcel-serach.md", "docs/specs/001-parcel-search.md"),
    ],
)
def test_the_file_that_was_meant_is_named(repository: Repository, asked: str, meant: str) -> None:
    said = f"there is no template “{asked}”; did you mean “{meant}”?\n"
    for words in (("check", "--template"), ("schema",)):
        assert repository.steward(*words, asked) == (2, "", f"steward: {said}")
    repository.write(_CONFIG, f"templates:\n- template: {asked}\n")
    place = f"{_CONFIG}:2: templates, entry 1, template: "
    assert repository.steward("check") == (2, "", f"steward: {place}{said}")


def test_a_file_that_was_meant_is_named_as_it_is_seen_from_here(
    repository: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(repository.folder / "docs")
    err = repository.steward("check", "--template", "spec/TEMPLATE.md")[2]
    assert err.endswith("did you mean “specs/TEMPLATE.md”?\n")


def test_what_a_terminal_would_act_on_in_a_name_shows(repository: Repository) -> None:
    repository.write("docs/y\u202e.md", "# Y\n")
    err = repository.steward("check", "--template", "docs/x\u202e.md")[2]
    assert "“docs/x\\u202e.md”; did you mean “docs/y\\u202e.md”?" in err


def test_a_file_like_no_other_gets_the_names_that_there_are(repository: Repository) -> None:
    err = repository.steward("check", "--template", "x/y.md")[2]
    assert "“x/y.md”; name a file, or one of design-doc," in err
