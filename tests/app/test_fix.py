"""``steward fix`` as its users run it."""

from pathlib import Path

import pytest

from bot.app.fix import Mended
from bot.app.fix_told import Summary
from bot.errors import StewardError
from bot.model.finding import Severity
from tests.app.conftest import COMPLETE, Repository

_BROKEN = COMPLETE.replace("## Design\n\nAn index over parcel numbers.\n\n", "")

_LEFT = "left to you: 1 file-name, 1 untouched-section; steward check tells where and how\n"


def test_a_diff_is_shown_and_nothing_written(repository: Repository) -> None:
    file = repository.write("docs/specs/002-other.md", _BROKEN)
    code, out, err = repository.steward("fix")
    assert code == 1
    assert "+++ b/docs/specs/002-other.md" in out
    assert "+## Design" in out
    assert err == (
        "1 document can be mended: steward fix --write does it, "
        "which inserts 1 section to be written\n" + _LEFT
    )
    assert file.read_text() == _BROKEN


def test_written_once_and_then_nothing_is_left(repository: Repository) -> None:
    file = repository.write("docs/specs/002-other.md", _BROKEN.replace("\n", "\r\n"))
    file.chmod(0o640)
    assert repository.steward("fix", "docs/specs/002-other.md", "--write") == (
        0,
        (
            "docs/specs/002-other.md: add section “Design”\n"
            f"1 document mended: inserted 1 section to be written now\n{_LEFT}"
        ),
        "",
    )
    assert file.stat().st_mode & 0o777 == 0o640
    data = file.read_bytes()
    assert data.count(b"\n") == data.count(b"\r\n")
    assert b"## Design\r\n\r\nDescribe how it works.\r\n" in data
    assert repository.steward("fix", "--write") == (0, f"nothing to mend\n{_LEFT}", "")
    assert file.read_bytes() == data
    names = sorted(path.name for path in file.parent.iterdir())
    assert names == ["001-parcel-search.md", "002-other.md", "TEMPLATE.md"]


def test_what_weighs_more_until_it_is_written_is_told(repository: Repository) -> None:
    repository.write("steward.yml", "rules: {missing-section: {drafting: warning}}\n")
    repository.write("docs/specs/002-other.md", _BROKEN.replace("001", "002"))
    words = ("--config", "steward.yml")
    _, out, err = repository.steward("fix", *words)
    assert "inserts 1 section to be written (1 error more until then)\n" in err
    _, out, _ = repository.steward("fix", "--write", *words)
    assert "1 document mended: inserted 1 section to be written now (1 error more until" in out


def test_what_only_somebody_can_mend_is_named(repository: Repository) -> None:
    draft = COMPLETE.replace("001", "002").replace("Draft", "Drfat")
    repository.write("docs/specs/002-other.md", draft.replace("2026-11-21", "21 Nov 2026"))
    left = "left to you: 1 unknown-status; steward check tells where and how\n"
    code, out, _ = repository.steward("fix", "--write")
    assert (code, out.partition("\n")[2]) == (0, f"1 document mended\n{left}")
    assert repository.steward("fix") == (0, f"nothing to mend\n{left}", "")
    assert repository.steward("fix", "--quiet") == (0, "nothing to mend\n", "")


def test_of_many_rules_the_most_frequent_are_named() -> None:
    rules = [(f"rule-{letter}", Severity.WARNING) for letter in "aabcdefg"]
    noted = ("rule-h", Severity.NOTE)
    summary = Summary()
    summary.count(Mended(Path(), "a.md", "a.md", b"", b"", (), left=(*rules, noted)))
    assert summary.left().startswith("left to you: 2 rule-a, 1 rule-b, 1 rule-c, 1 rule-d, ")
    assert ", 1 rule-e, 2 more; " in summary.left()


def test_a_template_can_be_imposed(repository: Repository) -> None:
    repository.write("notes.md", "# Notes\n\n## Context\n\nWords.\n\n## Open questions\n\nNone.\n")
    code, out, _ = repository.steward("fix", "notes.md", "--template", "specs")
    assert code == 1
    assert "+## Acceptance criteria" in out


def test_what_cannot_be_read_or_is_no_spec_is_left_alone(repository: Repository) -> None:
    repository.write("docs/specs/002-bad.md", b"\xff")
    repository.write("notes.md", "# Notes\n")
    assert repository.steward("fix", "--quiet") == (0, "nothing to mend\n", "")


def test_the_missing_end_of_a_last_line_is_shown(repository: Repository) -> None:
    cut = COMPLETE[: COMPLETE.index("\n\n## Acceptance")]
    repository.write("docs/specs/002-other.md", cut)
    _, out, _ = repository.steward("fix")
    assert "-None.\n\\ No newline at end of file\n+None.\n" in out


def test_a_planted_link_is_not_written_through(repository: Repository) -> None:
    file = repository.write("docs/specs/002-other.md", _BROKEN)
    victim = repository.folder.parent / "victim"
    victim.write_text("mine\n")
    (file.parent / ".002-other.md.steward").symlink_to(victim)
    assert repository.steward("fix", "--write")[0] == 0
    assert victim.read_text() == "mine\n"
    assert "## Design" in file.read_text()


def test_what_a_named_link_leads_to_is_mended(repository: Repository) -> None:
    file = repository.write("docs/specs/002-other.md", _BROKEN)
    link = repository.folder / "docs/specs/003-link.md"
    link.symlink_to("002-other.md")
    assert repository.steward("fix", "--write", "docs/specs/003-link.md")[0] == 0
    assert link.is_symlink()
    assert "## Design" in file.read_text()


def test_a_link_that_leads_out_is_refused_when_it_is_written(tmp_path: Path) -> None:
    away, root = tmp_path / "away.md", tmp_path / "root"
    root.mkdir()
    away.write_text("old")
    (root / "a.md").symlink_to(away)
    mended = Mended(root, "a.md", "a.md", b"old", b"new", ())
    with pytest.raises(StewardError, match=r"^a\.md: this link leads out of the repository; "):
        mended.write()
    assert away.read_text() == "old"


def test_a_write_that_fails_leaves_nothing_behind(
    repository: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = repository.write("docs/specs/002-other.md", _BROKEN)
    before = sorted(file.parent.iterdir())

    def refused(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("os.replace", refused)
    code, _, err = repository.steward("fix", "--write")
    assert code == 2
    assert err == (
        "steward: docs/specs/002-other.md: cannot be written: Permission denied; "
        "see who may write to its folder, and whether there is space\n"
    )
    assert sorted(file.parent.iterdir()) == before
    assert file.read_text() == _BROKEN


def test_an_output_that_cannot_be_opened_stops_it_before_anything_is_written(
    repository: Repository,
) -> None:
    file = repository.write("docs/specs/002-other.md", _BROKEN)
    code, _, err = repository.steward("fix", "--write", "--output", "no/such/file")
    assert code == 2
    assert err.startswith("steward: no/such/file: cannot be written: ")
    assert file.read_text() == _BROKEN
    assert repository.steward("fix", "--write", "--output", "told.txt")[0] == 0
    assert "add section “Design”" in (repository.folder / "told.txt").read_text()
