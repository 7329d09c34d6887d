"""``steward check`` as its users run it."""

import json
from pathlib import Path
from typing import Any

import pytest

from bot.cli import main
from tests.app.conftest import COMPLETE, TEMPLATE, Repository


def _report(repository: Repository, *words: str) -> tuple[int, dict[str, Any]]:
    code, out, _ = repository.steward("check", "--format", "json", *words)
    return code, json.loads(out)


def _rules(report: dict[str, Any]) -> list[tuple[str, str]]:
    return [(f["path"], f["rule"]) for spec in report["specs"] for f in spec["findings"]]


def test_a_complete_spec_passes(repository: Repository) -> None:
    code, report = _report(repository)
    assert code == 0
    assert [spec["path"] for spec in report["specs"]] == ["docs/specs/001-parcel-search.md"]
    assert report["specs"][0]["template"] == "specs"
    assert report["specs"][0]["id"] == "001"
    assert report["specs"][0]["title"] == "Parcel search"
    assert report["specs"][0]["status"] == "draft"
    assert report["specs"][0]["stage"] == "drafting"
    assert report["summary"] == {"specs": 1, "errors": 0, "warnings": 0, "notes": 0}


def test_missing_sections_fail_and_recommended_ones_warn(repository: Repository) -> None:
    text = COMPLETE.replace("## Design\n\nAn index over parcel numbers.\n\n", "")
    text = text.replace("## Diagrams\n\nOne box, one arrow.\n\n", "")
    repository.write("docs/specs/002-other.md", text.replace("001", "002"))
    code, report = _report(repository)
    assert code == 1
    found = [
        (f["rule"], f["severity"], f["section"], f["line"]) for f in report["specs"][1]["findings"]
    ]
    assert found == [
        ("missing-section", "error", "Design", 10),
        ("missing-section", "warning", "Diagrams", 10),
    ]
    states = [(s["title"], s["state"], s["line"]) for s in report["specs"][1]["sections"]]
    assert states[1:3] == [("Design", "missing", None), ("Diagrams", "missing", None)]


@pytest.mark.parametrize(("level", "code"), [("error", 0), ("warning", 1), ("never", 0)])
def test_the_failing_level_decides(repository: Repository, level: str, code: int) -> None:
    text = COMPLETE.replace("## Diagrams\n\nOne box, one arrow.\n\n", "")
    repository.write("docs/specs/001-parcel-search.md", text)
    assert repository.steward("check", "--fail-on", level)[0] == code


def test_only_what_a_change_brought_in_counts(repository: Repository) -> None:
    repository.write(
        "docs/specs/002-old.md", COMPLETE.replace("001", "002").replace("## Design", "## Plan")
    )
    repository.write(
        "docs/specs/003-untouched.md", "# Spec: 003 - Nothing\n\n## Context\n\nWords.\n"
    )
    repository.commit()
    repository.git("checkout", "-q", "-b", "topic")
    old = COMPLETE.replace("001", "002").replace("## Design", "## Plan")
    repository.write("docs/specs/002-old.md", old.replace("None.", "- [ ] Which clock?"))
    code, report = _report(repository, "--base", "main")
    assert code == 0
    assert [spec["path"] for spec in report["specs"]] == ["docs/specs/002-old.md"]
    introduced = {f["rule"]: f["introduced"] for f in report["specs"][0]["findings"]}
    assert introduced == {"missing-section": False, "open-question": True}
    assert _report(repository, "--base", "main", "--all")[0] == 1
    _, out, _ = repository.steward("check", "--base", "main")
    assert "1 older finding" in out


def test_a_new_document_answers_for_everything(repository: Repository) -> None:
    repository.write("docs/specs/002-new.md", "# Spec: 002 - New\n\n## Context\n\nWords.\n")
    code, report = _report(repository, "--base", "main")
    assert code == 1
    assert {f["introduced"] for spec in report["specs"] for f in spec["findings"]} == {True}


def test_a_renamed_document_keeps_its_past(repository: Repository) -> None:
    repository.write(
        "docs/specs/002-old.md", COMPLETE.replace("001", "002").replace("## Design", "## Plan")
    )
    repository.commit()
    repository.git("mv", "docs/specs/002-old.md", "docs/specs/002-new-name.md")
    code, report = _report(repository, "--base", "HEAD")
    assert code == 0
    assert [spec["path"] for spec in report["specs"]] == ["docs/specs/002-new-name.md"]
    assert {f["introduced"] for spec in report["specs"] for f in spec["findings"]} == {False}


def test_an_unreadable_past_counts_as_none(repository: Repository) -> None:
    repository.write("docs/specs/002-old.md", b"\xff\xfe\x00")
    repository.commit()
    repository.write(
        "docs/specs/002-old.md", COMPLETE.replace("001", "002").replace("## Design", "## Plan")
    )
    code, report = _report(repository, "--base", "HEAD")
    assert code == 1
    assert _rules(report) == [("docs/specs/002-old.md", "missing-section")]


def test_an_unreadable_file_spoils_no_other(repository: Repository) -> None:
    repository.write("docs/specs/000-bad.md", b"# Caf\xe9\n")
    code, report = _report(repository)
    assert code == 1
    assert _rules(report) == [("docs/specs/000-bad.md", "unreadable")]
    assert [spec["template"] for spec in report["specs"]] == ["specs", "specs"]


def test_a_named_unreadable_file_is_told_of_though_nothing_governs_it(
    repository: Repository,
) -> None:
    repository.write("notes/bad.md", b"\x00")
    code, report = _report(repository, "notes/bad.md")
    assert code == 1
    assert report["specs"][0]["template"] is None
    assert _report(repository, "notes")[1]["specs"] == []


def test_a_path_is_literal(repository: Repository) -> None:
    odd = "docs/specs/[ab] #1 \u00fc.md"
    repository.write(odd, COMPLETE)
    _, report = _report(repository, odd)
    assert [spec["path"] for spec in report["specs"]] == [odd]
    code, _, err = repository.steward("check", "docs/specs/*.md")
    assert code == 2
    assert err == "steward: docs/specs/*.md: there is no such file or folder; check the PATH\n"


def test_what_no_template_fits_is_named_and_not_judged(repository: Repository) -> None:
    repository.write("notes.md", "# Notes\n\n## Agenda\n\nWords.\n")
    code, out, err = repository.steward("check", "notes.md")
    assert code == 0
    assert out == "No specs found.\n"
    assert err == (
        "steward: notes.md: no template fits, so it is not judged; name one with --template\n"
    )
    assert repository.steward("check", "notes.md", "--quiet")[2] == ""


def test_a_template_can_be_imposed(repository: Repository) -> None:
    repository.write("notes/one.md", "# Notes\n\n## Agenda\n\nWords.\n")
    repository.write("notes/README.md", "# About\n")
    for name in ("specs", "docs/specs/TEMPLATE.md"):
        code, report = _report(repository, "notes", "--template", name)
        assert code == 1
        assert _rules(report) == [("notes/one.md", "off-template")]


def test_a_template_without_paths_judges_what_fits_it(repository: Repository) -> None:
    repository.write("notes/one.md", "# Notes\n\n## Agenda\n\nWords.\n")
    _, report = _report(repository, "--template", "specs")
    assert [spec["path"] for spec in report["specs"]] == ["docs/specs/001-parcel-search.md"]


def test_shipped_templates_judge_what_fits_them(repository: Repository) -> None:
    text = "# A\n\n" + "".join(
        f"## {title}\n\nWords.\n\n"
        for title in (
            "Overview",
            "Problem Statement",
            "Goals & Non-Goals",
            "Requirements",
            "Architecture",
        )
    )
    repository.write("elsewhere/fits-not.md", text)
    assert "elsewhere/fits-not.md" not in [s["path"] for s in _report(repository)[1]["specs"]]
    example = (repository.folder / "elsewhere/design.md", "design-doc")
    from bot.shipped import shipped

    repository.write("elsewhere/design.md", shipped("examples", "design-doc.md").read_bytes())
    specs = {s["path"]: s["template"] for s in _report(repository)[1]["specs"]}
    assert specs["elsewhere/design.md"] == example[1]


def test_the_configuration_governs(repository: Repository) -> None:
    repository.write(
        ".github/spec-steward.yml",
        "templates:\n  - template: docs/specs/TEMPLATE.md\n    paths: ['rfcs/**/*.md']\n"
        "    exclude: ['rfcs/old/*']\n    sections: {optional: [Design], required: [Appendix]}\n"
        "rules:\n  placeholder: warning\n",
    )
    repository.write("rfcs/a/one.md", COMPLETE.replace("## Design", "## Plan") + "\n<question>\n")
    repository.write("rfcs/old/two.md", COMPLETE)
    for _ in range(2):  # the second time from the cache
        code, report = _report(repository)
        assert code == 1
        assert [spec["path"] for spec in report["specs"]] == ["rfcs/a/one.md"]
        found = [(f["rule"], f["severity"]) for f in report["specs"][0]["findings"]]
        assert sorted(found) == [("missing-section", "error"), ("placeholder", "warning")]


def test_a_configured_section_has_to_be_one_of_the_template(repository: Repository) -> None:
    repository.write(
        "steward.yml",
        "templates:\n  - template: specs\n    paths: [docs]\n    sections: {required: [Desing]}\n",
    )
    code, _, err = repository.steward("check", "--config", "steward.yml")
    assert code == 2
    assert err == (
        "steward: steward.yml:4: templates, entry 1, sections.required, entry 1: "
        "template “specs” has no section “Desing”; did you mean “Design”?\n"
    )


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--template", "spces"), "there is no template “spces”; did you mean “specs”?"),
        (("--base", "nowhere"), "nowhere"),
        (("--config", "none.yml"), "none.yml: there is no such file; check --config"),
        (("--format", "xml"), "argument --format: invalid choice: “xml”"),
        (("--colour",), "unrecognized arguments: --colour; did you mean --no-color? ("),
        (("--config", ""), "argument --config: it is empty; see steward check --help"),
        (("--output", ""), "argument --output: it is empty"),
        (("--template", ""), "argument --template: it is empty"),
        (("--base", ""), "argument --base: it is empty"),
        (("",), "argument PATH: it is empty"),
        (("--config", "docs"), "docs: this is a folder; the configuration has to be a file"),
        (("--config", "c" * 5000), ": there is no such file; check --config"),
        (("--template", "t" * 5000), "there is no template “tttt"),
        (("p" * 5000,), ": there is no such file or folder; check the PATH"),
    ],
)
def test_a_wrong_call_is_told_in_one_line(
    repository: Repository, words: tuple[str, ...], said: str
) -> None:
    code, out, err = repository.steward("check", *words)
    assert code == 2
    assert out == ""
    assert err.startswith("steward: ")
    assert err.count("\n") == 1
    assert said in err


def test_outside_of_git(repository: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = repository.folder.parent / "plain"
    (folder / "docs/specs").mkdir(parents=True)
    for name in ("TEMPLATE.md", "001-parcel-search.md"):
        data = (repository.folder / "docs/specs" / name).read_bytes()
        (folder / "docs/specs" / name).write_bytes(data)
    monkeypatch.chdir(folder)
    assert [s["path"] for s in _report(repository)[1]["specs"]] == [
        "docs/specs/001-parcel-search.md"
    ]
    code, _, err = repository.steward("check", "--base", "main")
    assert code == 2
    assert "there is no git repository with a work tree here" in err
    (folder / "below").mkdir()
    monkeypatch.chdir(folder / "below")
    assert [s["path"] for s in _report(repository, "..")[1]["specs"]] == [
        f"{folder}/docs/specs/001-parcel-search.md"
    ]
    monkeypatch.chdir(folder.parent)
    assert [s["path"] for s in _report(repository, "repository")[1]["specs"]] == [
        "repository/docs/specs/001-parcel-search.md"
    ]
    monkeypatch.chdir(repository.folder)
    _, report = _report(repository, str(folder), "docs")
    assert [s["path"] for s in report["specs"]] == [
        f"{folder}/docs/specs/001-parcel-search.md",
        "docs/specs/001-parcel-search.md",
    ]


def test_from_a_folder_below_the_top(
    repository: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(repository.folder / "docs")
    _, report = _report(repository, "specs/001-parcel-search.md", "specs")
    assert [s["path"] for s in report["specs"]] == ["docs/specs/001-parcel-search.md"]


@pytest.mark.parametrize("form", ["text", "json", "sarif", "github", "markdown", "html"])
def test_every_format_tells_the_finding(repository: Repository, form: str) -> None:
    repository.write("docs/specs/001-parcel-search.md", COMPLETE.replace("## Design", "## Plan"))
    code, out, _ = repository.steward("check", "--format", form)
    assert code == 1
    assert "missing" in out
    code, out, _ = repository.steward("check", "--format", form, "--output", "report.txt")
    assert (code, out) == (1, "")
    assert "missing" in (repository.folder / "report.txt").read_text("utf-8")


def test_an_output_that_cannot_be_written_is_told(repository: Repository) -> None:
    code, _, err = repository.steward("check", "--output", "no/such/folder.txt")
    assert code == 2
    assert err.startswith("steward: no/such/folder.txt: cannot be written: ")


def test_a_second_run_reads_no_document(
    repository: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = repository.steward("check")
    read: list[str] = []
    from bot.app.asked import Asked, Docket

    def noted(_: Docket, asked: Asked) -> bytes | None:
        read.append(asked.path)
        return None

    monkeypatch.setattr(Docket, "read", noted)
    assert repository.steward("check") == first
    assert read == []


def test_many_documents_are_judged_side_by_side(repository: Repository) -> None:
    for number in range(2, 330):
        text = COMPLETE.replace("001", f"{number:03}")
        broken = text.replace("## Design", "## Plan") if number % 3 == 0 else text
        repository.write(f"docs/specs/{number:03}-spec.md", broken)
    cold = _report(repository)
    repository.commit()
    warm = _report(repository)
    assert cold == warm
    assert [spec["path"] for spec in cold[1]["specs"]] == sorted(
        s["path"] for s in cold[1]["specs"]
    )
    assert cold[1]["summary"] == {"specs": 329, "errors": 109, "warnings": 0, "notes": 0}


def test_a_template_that_cannot_be_read_stops_only_who_asks_for_it(repository: Repository) -> None:
    (repository.folder / "docs/broken").mkdir()
    (repository.folder / "docs/broken/TEMPLATE.md").symlink_to("nowhere.md")
    (repository.folder / "docs/away").mkdir()
    (repository.folder / "docs/away/TEMPLATE.md").symlink_to("/etc/passwd")
    code, report = _report(repository)
    assert (code, report["summary"]["specs"]) == (0, 1)
    code, _, err = repository.steward("check", "--template", "broken")
    assert code == 2
    assert "docs/broken/TEMPLATE.md: there is no such file" in err


def _configured(repository: Repository, text: str | bytes) -> str:
    repository.write(".github/spec-steward.yml", text)
    code, out, err = repository.steward("check")
    assert (code, out, err.count("\n")) == (2, "", 1)
    return err.removeprefix("steward: .github/spec-steward.yml").rstrip("\n")


def test_a_configured_template_that_is_not_there_is_named_with_its_line(
    repository: Repository,
) -> None:
    err = _configured(repository, "templates:\n- paths: [a]\n  template: spces\n")
    assert err == (
        ":3: templates, entry 1, template: there is no template “spces”; did you mean “specs”?"
    )
    err = _configured(repository, "templates: [{template: specs},\n {template: /etc/passwd}]\n")
    assert err.startswith(
        ":2: templates, entry 2, template: there is no template “/etc/passwd”; name a"
    )
    (repository.folder / "locked").symlink_to("/dev/null")
    (repository.folder / "docs/broken").mkdir()
    (repository.folder / "docs/broken/TEMPLATE.md").symlink_to("nowhere.md")
    err = _configured(repository, "templates: [{template: broken}]\n")
    assert err.startswith(":1: templates, entry 1, template: “broken”: there is no such file; ")


def test_all_that_is_wrong_with_configured_templates_is_told_at_once(
    repository: Repository,
) -> None:
    err = _configured(repository, "templates:\n- template: spces\n- template: tech-spc\n")
    assert err == (
        ":2: templates, entry 1, template: there is no template “spces”; did you mean “specs”? · "
        "also line 3: templates, entry 2, template: there is no template “tech-spc”; "
        "did you mean “tech-spec”?"
    )
    section = "- template: specs\n  sections: {required: [Desing, Design], optional: [Desgin]}\n"
    err = _configured(repository, "templates:\n" + section)
    assert err == (
        ":3: templates, entry 1, sections.required, entry 1: template “specs” has no section "
        "“Desing”; did you mean “Design”? · also line 3: templates, entry 1, sections.optional, "
        "entry 1: template “specs” has no section “Desgin”; did you mean “Design”?"
    )
    err = _configured(repository, "templates:\n" + section * 2)
    assert err.count("did you mean") == 4
    err = _configured(repository, "templates:\n" + "- template: spces\n" * 9)
    assert err.count("did you mean") == 6
    assert err.endswith("? · the rest is told once these are mended")


def test_a_configuration_that_is_no_text_is_refused(repository: Repository) -> None:
    assert _configured(repository, b"version: 1\nrules: {}  # caf\xe9\n") == (
        ":2: byte 0xe9 is not UTF-8; save it as UTF-8"
    )
    assert _configured(repository, b"\xef\xbb\xbf\n\xe9").startswith(":2: byte 0xe9 is not UTF-8")
    assert _configured(repository, "# é".encode() * 600_000) == (
        ": the file has more than 2,000,000 bytes, far more than a configuration; "
        "take out what is not configuration"
    )
    file = repository.folder / ".github/spec-steward.yml"
    file.unlink()
    file.symlink_to("/dev/null")
    assert "this is not a regular file" in repository.steward("check")[2]
    file.unlink()
    file.symlink_to("nowhere")
    assert repository.steward("check")[0] == 2
    file.unlink()
    file.mkdir()
    assert repository.steward("check") == (
        2,
        "",
        "steward: .github/spec-steward.yml: this is a folder; the configuration has to be a file\n",
    )


def test_a_transition_of_a_status_that_no_template_knows_is_named(repository: Repository) -> None:
    repository.write(
        ".github/spec-steward.yml",
        "status:\n  stages: {Parked: closed}\n"
        "  transitions: {In-Review: [Wurst, Parked], Käse: [Wurst]}\n",
    )
    place = "steward: .github/spec-steward.yml: status.transitions: no template knows"
    mend = "mend it, or list it in status.stages"
    assert repository.steward("check")[2].splitlines() == [
        f"{place} “Wurst”; {mend}",
        f"{place} “Käse”; {mend}",
    ]


def test_a_pattern_that_nothing_matches_is_named(repository: Repository) -> None:
    repository.write(
        ".github/spec-steward.yml",
        "templates:\n- template: specs\n  paths:\n  - docs/specs/*.md\n  - rfcs/*.md\n",
    )
    assert repository.steward("check")[2] == (
        "steward: .github/spec-steward.yml:5: templates, entry 1, paths, entry 2: "
        "no document matches “rfcs/*.md”; mend the pattern, or take it out\n"
    )
    assert repository.steward("check", "--quiet")[2] == ""
    assert repository.steward("check", "docs")[2] == ""


def test_with_a_base_the_reason_for_no_specs_is_told(repository: Repository) -> None:
    assert repository.steward("check", "--base", "main") == (0, "Nothing changed since main.\n", "")
    repository.write("code.py", "pass\n")
    words = ("check", "--base", "main", "--quiet")
    assert repository.steward(*words) == (0, "No specs among what changed since main.\n", "")
    assert repository.steward("check", "--base", "main", "--format", "json")[0] == 0


def test_without_git_a_base_is_refused_with_the_reason(
    repository: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(repository.folder))
    assert repository.steward("check", "--base", "main") == (
        2,
        "",
        "steward: git was not found; install it, or put it on the PATH\n",
    )


def test_a_template_at_the_top_is_called_after_its_folder(
    repository: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = repository.folder.parent / "decisions"
    folder.mkdir()
    (folder / "template.md").write_text(TEMPLATE)
    (folder / "001-search.md").write_text(COMPLETE)
    words = ("001-search.md", "--template")
    monkeypatch.chdir(folder)
    told = [
        _report(repository, *words, name)[1]["specs"][0]["template"]
        for name in ("template.md", "decisions", str(folder / "template.md"))
    ]
    assert told == ["decisions"] * 3
    (folder / "docs/specs").mkdir(parents=True)
    (folder / "001-search.md").rename(folder / "docs/specs/001-search.md")
    assert _report(repository)[1]["specs"][0]["template"] == "decisions"


def test_where_there_is_no_template_one_is_told_how_to_begin(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "notes.md").write_text("# Notes\n\n## Agenda\n\nWords.\n")
    monkeypatch.chdir(tmp_path)
    assert main(["check"]) == 0
    out = capsys.readouterr().out
    assert out.startswith("No specs found: ")
    assert "steward new tech-spec" in out


ALL = "steward check without --base judges them all\n"
CHANGED = (
    "steward: {}: this template has changed since main, but documents that have not are not "
    f"judged again here; {ALL}"
)


def _told(repository: Repository, *words: str) -> str:
    return repository.steward("check", "--base", "main", *words)[2]


def test_with_a_base_idle_patterns_and_no_specs_are_told(repository: Repository) -> None:
    repository.write(
        ".github/spec-steward.yml", "templates:\n- template: specs\n  paths: [rfcs/*.md]\n"
    )
    repository.commit()
    pattern, none = _told(repository).splitlines()
    assert pattern.endswith("no document matches “rfcs/*.md”; mend the pattern, or take it out")
    assert none == (
        "steward: no document here is made from a template that is known; steward check tells more"
    )
    assert _told(repository, "--quiet") == ""
    assert _told(repository, "docs") == ""


def test_with_a_base_a_changed_template_is_told(repository: Repository) -> None:
    repository.write("docs/specs/TEMPLATE.md", f"{TEMPLATE}\n## Costs\n\nHow much?\n")
    assert repository.steward("check", "--base", "main") == (
        0,
        "No specs among what changed since main.\n",
        CHANGED.format("docs/specs/TEMPLATE.md"),
    )
    assert _told(repository, "--quiet") == ""
    assert _told(repository, "docs") == CHANGED.format("docs/specs/TEMPLATE.md")
    assert _told(repository, "docs/specs/001-parcel-search.md") == ""
    assert _told(repository, "docs/specs/TEMPLATE.md") == (
        "steward: docs/specs/TEMPLATE.md: a template is no spec, so it is not judged; "
        "steward schema tells of it\n" + CHANGED.format("docs/specs/TEMPLATE.md")
    )
    repository.write("docs/specs/001-parcel-search.md", COMPLETE + "\nMore.\n")
    assert _told(repository) == "", "every document that it governs has changed, too"


def test_with_a_base_a_changed_template_without_a_place_is_told(repository: Repository) -> None:
    repository.write("TEMPLATE.md", "# [Name]\n\n## Context\n\nWhy?\n")
    repository.write("docs/broken/TEMPLATE.md", "words\n")
    assert _told(repository) == CHANGED.format("TEMPLATE.md")


def test_with_a_base_a_changed_configuration_is_told(repository: Repository) -> None:
    repository.write(
        ".github/spec-steward.yml",
        "templates:\n- template: docs/specs/TEMPLATE.md\n- template: docs/specs/TEMPLATE.md\n"
        "  paths: [docs/specs/*.md]\n",
    )
    assert _told(repository) == (
        "steward: .github/spec-steward.yml: the configuration has changed since main, but "
        f"documents that have not are not judged again here; {ALL}"
    )
    repository.commit()
    repository.write("docs/specs/TEMPLATE.md", f"{TEMPLATE}\n## Costs\n\nHow much?\n")
    assert _told(repository) == CHANGED.format("docs/specs/TEMPLATE.md")
    repository.write("docs/specs/TEMPLATE.md", "words\n")
    repository.commit()
    code, out, err = repository.steward("check", "--base", "HEAD")
    assert (code, out) == (0, "Nothing changed since HEAD.\n")
    assert err.startswith("steward: docs/specs/TEMPLATE.md: no section heading")
    assert err.count("\n") == 1


@pytest.mark.parametrize("to", ["", "docs/specs/how-to.md", "docs/specs/new-template.md"])
def test_with_a_base_a_template_that_is_gone_is_told(repository: Repository, to: str) -> None:
    file = repository.folder / "docs/specs/TEMPLATE.md"
    if to:
        file.rename(repository.folder / to)
        repository.git("add", "-A")
    else:
        file.unlink()
    if "template" in to:
        assert _told(repository) == CHANGED.format(to)
        return
    assert (
        "steward: docs/specs/TEMPLATE.md: this template is gone since main; "
        "its documents are judged by another one, or by none\n"
    ) in _told(repository)


def test_with_a_base_nothing_is_told_of_what_was_no_template_or_governed_nothing(
    repository: Repository,
) -> None:
    repository.write("docs/mail/TEMPLATE.md", "Dear all\n")
    repository.write("docs/mail/first.md", "Dear all, hello\n")
    repository.write("docs/adr/TEMPLATE.md", TEMPLATE.replace("docs/specs", "docs/adr"))
    repository.write("docs/large/TEMPLATE.md", TEMPLATE + "x" * 1_000_001)
    repository.write("docs/large/first.md", "# Large\n")
    repository.commit()
    for name in ("mail", "adr", "large"):
        (repository.folder / f"docs/{name}/TEMPLATE.md").unlink()
    assert _told(repository) == ""
