"""``steward fix`` as its users run it."""

from tests.app.conftest import COMPLETE, Repository

_BROKEN = COMPLETE.replace("## Design\n\nAn index over parcel numbers.\n\n", "")


def test_a_diff_is_shown_and_nothing_written(repository: Repository) -> None:
    file = repository.write("docs/specs/002-other.md", _BROKEN)
    code, out, err = repository.steward("fix")
    assert code == 1
    assert "+++ b/docs/specs/002-other.md" in out
    assert "+## Design" in out
    assert err == "1 document can be mended: steward fix --write does it\n"
    assert file.read_text() == _BROKEN


def test_written_once_and_then_nothing_is_left(repository: Repository) -> None:
    file = repository.write("docs/specs/002-other.md", _BROKEN.replace("\n", "\r\n"))
    file.chmod(0o640)
    assert repository.steward("fix", "docs/specs/002-other.md", "--write") == (
        0,
        "docs/specs/002-other.md: add section “Design”\n1 document mended\n",
        "",
    )
    assert file.stat().st_mode & 0o777 == 0o640
    data = file.read_bytes()
    assert data.count(b"\n") == data.count(b"\r\n")
    assert b"## Design\r\n\r\nDescribe how it works.\r\n" in data
    assert repository.steward("fix", "--write") == (0, "nothing to mend\n", "")
    assert file.read_bytes() == data
    names = sorted(path.name for path in file.parent.iterdir())
    assert names == ["001-parcel-search.md", "002-other.md", "TEMPLATE.md"]


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
