"""``steward new`` as its users run it."""

import json
import re

import pytest

from bot.shipped import shipped
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


PLAIN = "# Title\n\n**Author:** Your Name\n\n## Context\n\nWhy?\n\n## Plan\n\nHow?\n"


def test_numbers_go_on_where_the_template_says_nothing_of_them(repository: Repository) -> None:
    repository.write("docs/adr/template.md", PLAIN)
    assert repository.steward("new", "adr", "First")[1] == "docs/adr/first.md\n"
    (repository.folder / "docs/adr/first.md").unlink()
    repository.write("docs/adr/0004-use-a-queue.md", "# Use a queue\n")
    assert repository.steward("new", "adr", "Second")[1] == "docs/adr/0005-second.md\n"
    assert "**Author:** Writing team" in (repository.folder / "docs/adr/0005-second.md").read_text(
        "utf-8"
    )
    assert "0004 is taken" in repository.steward("new", "adr", "0004 Third")[2]


def test_a_template_with_zeros_in_its_name_has_numbers(repository: Repository) -> None:
    repository.write("docs/adr/0000-template.md", PLAIN)
    assert repository.steward("new", "adr", "First")[1] == "docs/adr/0001-first.md\n"
    assert repository.steward("new", "adr", "Second")[1] == "docs/adr/0002-second.md\n"


def test_a_copied_template_has_its_specs_beside_it(repository: Repository) -> None:
    text = shipped("specs", "tech-spec.md").read_bytes()
    repository.write("docs/rfcs/TEMPLATE.md", text)
    words = ("new", "rfcs", "Parcel search")
    assert repository.steward(*words)[1] == "docs/rfcs/001-parcel-search.md\n"
    repository.write("docs/tech-spec/TEMPLATE.md", text)
    assert repository.steward("new", "rfcs", "Next")[1] == "docs/rfcs/002-next.md\n"
    assert repository.steward("new", "tech-spec", "Own")[1] == "docs/tech-spec/001-own.md\n"


@pytest.mark.parametrize(
    ("told", "there", "wanted"),
    [
        ("notes", "notes/readme.md", "notes/001-parcel-search.md"),
        ("docs/specs/new", "readme.md", "docs/specs/new/001-parcel-search.md"),
        ("notes", "readme.md", "docs/specs/002-parcel-search.md"),
    ],
)
def test_a_folder_that_the_text_names_is_taken_where_it_is_there(
    repository: Repository, told: str, there: str, wanted: str
) -> None:
    repository.write(there, "here\n")
    text = TEMPLATE.replace("`docs/specs/NNN", f"`{told}/NNN")
    repository.write("docs/specs/TEMPLATE.md", text)
    assert repository.steward("new", "specs", "Parcel search")[1] == f"{wanted}\n"


def test_the_templates_are_listed(repository: Repository) -> None:
    repository.write("docs/mail/TEMPLATE.md", "Dear all\n")
    code, out, _ = repository.steward("new", "--list")
    assert code == 0
    lines = out.splitlines()
    assert lines[0].split() == ["specs", "docs/specs/TEMPLATE.md"]
    assert lines[1].split()[0] == "design-doc"
    assert lines[1].endswith("ships; steward new --copy design-doc makes it yours")
    assert len(lines) == 6
    repository.write(
        ".github/spec-steward.yml",
        "templates:\n- template: docs/mail/TEMPLATE.md\n- template: tech-spec\n",
    )
    code, out, err = repository.steward("new", "--list")
    assert (code, out) == (2, "")
    assert err.startswith("steward: docs/mail/TEMPLATE.md: no section heading")
    repository.write("docs/mail/TEMPLATE.md", PLAIN)
    lines = repository.steward("new", "--list")[1].splitlines()
    assert lines[0].split() == ["mail", "docs/mail/TEMPLATE.md"]
    assert len(lines) == 6


def test_a_template_is_copied_and_then_the_teams_own(repository: Repository) -> None:
    path = "docs/tech-spec/TEMPLATE.md"
    assert repository.steward("new", "tech-spec", "--copy") == (0, f"{path}\n", "")
    copy = (repository.folder / path).read_bytes()
    assert copy == shipped("specs", "tech-spec.md").read_bytes()
    assert f"tech-spec             {path}\n" in repository.steward("new", "--list")[1]
    made = repository.steward("new", "tech-spec", "Parcel search")[1]
    assert made == "docs/tech-spec/001-parcel-search.md\n"
    assert repository.steward("new", "--copy", "tech-spec") == (
        2,
        "",
        f"steward: {path}: there is such a file already, and it stays; edit that one\n",
    )


@pytest.mark.parametrize("name", ["feature-spec", "epic-spec", "design-doc"])
def test_what_is_copied_governs_what_is_made_from_it(repository: Repository, name: str) -> None:
    assert repository.steward("new", "--copy", name)[0] == 0
    made = repository.steward("new", name, "Parcel search")[1].strip()
    code, out, _ = repository.steward("check", made, "--format", "json")
    assert (code, json.loads(out)["specs"][0]["template"]) == (1, name)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ((), "the following arguments are required: TEMPLATE, TITLE; steward new --list, then: "),
        (("specs",), "the following arguments are required: TITLE; steward new --list, "),
        (("--copy",), "the following arguments are required: TEMPLATE; "),
        (("--copy", "tech-spec", "Title"), "--copy takes no “Title”; see steward new --help"),
        (("--list", "tech-spec"), "--list takes no “tech-spec”; see steward new --help"),
        (("--copy", "tehc-spec"), "no template to copy “tehc-spec”; did you mean “tech-spec”?"),
        (("--copy", "xyzzy"), "no template to copy “xyzzy”; name one of design-doc, epic-spec, "),
        (("--copy", "--list"), "not allowed with argument --copy"),
    ],
)
def test_a_wrong_option_is_told_in_one_line(
    repository: Repository, words: tuple[str, ...], said: str
) -> None:
    code, out, err = repository.steward("new", *words)
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert said in err


_RFC = """\
---
rfc: 0000
title: [name]
status: [Draft | Done]
---

<!-- Copy this file to rfcs/NNNN-short-title.md -->

# RFC-0000: Title

## Summary

Why?

## Design

How?
"""


def _rfcs(repository: Repository, template: str, *names: str) -> None:
    repository.write("rfcs/0000-template.md", template)
    for number, name in enumerate(names, start=1):
        body = f"# RFC-000{number}: T\n\n## Summary\n\nSo.\n\n## Design\n\nThus.\n"
        repository.write(f"rfcs/{name}", body)


def test_a_hint_without_backticks_is_taken_and_not_copied(repository: Repository) -> None:
    _rfcs(repository, _RFC, "0001-a.md", "0002-b.md")
    assert repository.steward("new", "rfcs", "Bill: weekly")[1] == "rfcs/0003-bill-weekly.md\n"
    text = (repository.folder / "rfcs/0003-bill-weekly.md").read_text()
    front = '---\nrfc: 0003\ntitle: "Bill: weekly"\nstatus: Draft\n---\n'
    assert text.startswith(f"{front}\n# RFC-0003: ")
    assert repository.steward("check", "rfcs", "--format", "json")[1].count('"file-name"') == 0


@pytest.mark.parametrize(
    ("names", "wanted"),
    [
        (("0001-a.md", "0002-b.md"), "0003-weekly-bill.md"),
        (("rfc-0001-a.md", "rfc-0002-b.md"), "rfc-0003-weekly-bill.md"),
        (("a.md", "b.md"), "weekly-bill.md"),
        (("0009-a.md", "0008-b.md"), "0010-weekly-bill.md"),
        ((), "RFC-0001-weekly-bill.md"),
    ],
)
def test_without_a_hint_the_documents_beside_show_the_way(
    repository: Repository, names: tuple[str, ...], wanted: str
) -> None:
    _rfcs(repository, _RFC.replace("<!-- Copy", "<!-- Cf."), *names)
    assert repository.steward("new", "rfcs", "Weekly bill")[1] == f"rfcs/{wanted}\n"


def test_an_id_that_only_a_text_says_is_taken(repository: Repository) -> None:
    _rfcs(repository, _RFC.replace("<!-- Copy", "<!-- Cf."), "a.md", "b.md")
    repository.write("rfcs/bad.md", b"\xff")
    (repository.folder / "rfcs/link.md").symlink_to(repository.folder.parent / "away.md")
    code, _, err = repository.steward("new", "rfcs", "RFC-0002 Weekly bill")
    assert code == 2
    assert err.startswith("steward: the id RFC-0002 is taken by rfcs/b.md; ")
