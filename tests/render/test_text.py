import re
import subprocess
import sys
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.model.document import Waiver
from bot.model.finding import Severity
from bot.model.report import Report
from bot.model.spec import Waived
from bot.model.stage import Stage
from bot.render.as_text import render_text
from bot.render.excerpt import excerpt
from bot.render.paint import bar, cells, plain, wrap
from tests.render.attacks import ATTACKS
from tests.render.samples import EMPTY, FINE, LOGIN, REPORT, finding, source, spec

ESCAPES = re.compile("\x1b\\[[0-9;]*m")


def text(report: Report, **options: object) -> str:
    settings: dict[str, object] = {
        "source": source,
        "colour": False,
        "width": 0,
        "quiet": False,
        "show_all": False,
        **options,
    }
    return render_text(report, **settings)  # type: ignore[arg-type]


def test_every_finding_has_its_place_in_a_form_that_editors_link() -> None:
    lines = text(REPORT).splitlines()
    assert sum(line.strip().startswith(f"{LOGIN}:") for line in lines) == 6
    places = [int(m[1]) for line in lines if (m := re.search(r"login\.md:(\d+) +\w+ ", line))]
    assert places == [3, 7, 8, 9, 2, 4]  # in order of lines, waivers at the end


def test_older_findings_are_one_line_unless_all_are_wanted() -> None:
    assert "1 older finding not counted: --all shows them" in text(REPORT)
    everything = text(REPORT, show_all=True)
    assert "older finding" not in everything
    assert "[open-question]" in everything
    assert everything.endswith("\n3 specs: 4 errors, 1 warning, 1 note\n")


@pytest.mark.parametrize(
    ("stage", "filled", "left", "is_told"),
    [
        (Stage.DRAFTING, 3, 5, True),
        (Stage.DRAFTING, 3, 4, False),
        (Stage.DRAFTING, 5, 5, False),
        (Stage.APPROVED, 3, 5, False),
        (None, 3, 5, False),
    ],
)
def test_a_draft_just_begun_is_told_how_far_it_is(
    stage: Stage | None, filled: int, left: int, is_told: bool
) -> None:
    rules = ["untouched-section", "missing-section", "empty-section", *["untouched-section"] * 2]
    findings = tuple(finding(rule) for rule in (*rules[:left], "placeholder"))
    made = replace(spec("docs/a.md"), findings=findings, stage=stage, filled=filled, required=10)
    told = "A draft just begun, so this is to be expected: 5 sections are still to be written."
    assert (f"\n  {told}\n\n1 spec: " in text(Report((made,)))) is is_told


def test_quiet_is_the_verdict_alone() -> None:
    assert text(REPORT, quiet=True) == "3 specs: 4 errors, 1 warning\n"
    assert text(FINE, quiet=True) == "All well: 2 specs, nothing to mend.\n"
    assert text(EMPTY, quiet=True) == text(EMPTY) == "No specs found.\n"


def test_many_specs_in_order_are_only_counted_but_their_waivers_are_told() -> None:
    waived = (Waived(Waiver("file-name", None, "older than the rule", 3), 2),)
    specs = [spec(f"docs/{n:02}.md") for n in range(30)]
    specs[7] = replace(specs[7], waivers=waived)
    lines = text(Report(tuple(specs))).splitlines()
    assert lines[0] == "✓ 29 specs with nothing to mend"
    assert lines[1].startswith("✓ docs/07.md  CHRONO-004 Search · approved")
    assert lines[2] == "  docs/07.md:3  waived   file-name: older than the rule (2 findings)"
    assert lines[3:] == ["", "All well: 30 specs, nothing to mend."]
    assert len(text(Report(tuple(specs[:20]))).splitlines()) == 23


def test_more_than_many_without_waivers_are_one_line() -> None:
    report = Report(tuple(spec(f"docs/{n}.md") for n in range(21)))
    assert text(report).splitlines()[0] == "✓ 21 specs with nothing to mend"


def test_a_spec_without_name_status_or_requirements_is_its_path() -> None:
    bare = spec("a.md", id=None, title=None, status=None, required=0, filled=0)
    assert text(Report((bare,))).startswith("✓ a.md\n")


def test_an_id_is_not_said_twice() -> None:
    assert "CHRONO-003: Login · draft" in text(REPORT)
    assert "CHRONO-004 Search · approved" in text(REPORT)


@pytest.mark.parametrize("line", [0, 5, 9999])
def test_a_line_that_is_blank_or_not_there_has_no_excerpt(line: int) -> None:
    found = finding("placeholder", line=line, message="“x” is a placeholder")
    lines = ("a", "b", "c", "d", "  ")
    report = Report((spec(LOGIN, findings=(found,)),))
    assert "│" not in text(report, source=lambda _path: lines)


def test_the_source_is_read_once_a_spec_and_only_where_a_line_is_shown() -> None:
    read: list[str] = []

    def lines(path: str) -> tuple[str, ...]:
        read.append(path)
        return source(path)

    text(REPORT, source=lines)
    assert read == [LOGIN]


def test_colour_changes_nothing_but_colour() -> None:
    coloured = text(REPORT, colour=True, width=100)
    assert "\x1b[1;31m" in coloured
    assert ESCAPES.sub("", coloured) == text(REPORT, width=100)
    assert "\x1b" not in text(REPORT, width=100)


def test_help_is_wrapped_and_findings_are_not() -> None:
    found = finding(help="word " * 30, message="m" * 200)
    lines = text(Report((spec(LOGIN, findings=(found,)),)), width=60).splitlines()
    assert sum("mmm" in line for line in lines) == 1
    assert max(len(line) for line in lines if line.startswith("      ")) <= 60


def test_a_finding_without_help_is_one_line() -> None:
    lines = text(Report((spec(LOGIN, findings=(finding(help=""),)),))).splitlines()
    assert [line for line in lines if line != line.rstrip()] == []
    assert len(lines) == 4


@given(attack=st.sampled_from(ATTACKS) | st.text(), colour=st.booleans())
def test_no_text_of_a_document_reaches_the_terminal_or_a_runner(attack: str, colour: bool) -> None:
    waiver = Waived(Waiver("placeholder", attack, attack, 1), 0)
    found = finding("placeholder", line=1, message=attack, help=attack, path=attack)
    hostile = spec(attack, id=attack, title=attack, status=attack, waivers=(waiver,))
    report = Report((hostile, replace(hostile, findings=(found,))))
    printed = text(report, colour=colour, source=lambda _path: (attack.replace("\n", " "),))
    lines = re.split("\r\n|\r|\n", ESCAPES.sub("", printed))
    assert not any(line.lstrip().startswith("::") or "##[" in line for line in lines)
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\ud800-\udfff]", "".join(lines))
    printed.encode()


def marked(message: str, line: str, width: int = 0) -> tuple[str, str]:
    shown = excerpt(finding("placeholder", line=7, message=message), line, width, plain)
    return shown[0].removeprefix("7 │ "), shown[1].removeprefix("  │ ")


@pytest.mark.parametrize(
    ("message", "line", "expected"),
    [
        ("“<a>” is left", "x <a> y", "  ^^^"),
        ('"<a>" and `<b>`', "<b> <a>", "^^^ ^^^"),
        ("“<a long tok…” is left", "- <a long token>", "  ^^^^^^^^^^^"),
        ("“…” is odd", "  all of it ", "  ^^^^^^^^^"),
        ("nothing quoted", "- all of it", "^^^^^^^^^^^"),
        ("“not there”", "  all of it", "  ^^^^^^^^^"),
        ("“<a>” is left", "\t日本 <a>", "      ^^^"),
        ("“日本” is left", "x 日本", "  ^^^^"),
        ("“<a>” is left", "\x1b <a>", "     ^^^"),
        ("“a b” and “b c”", "a b c", "^^^^^"),
    ],
)
def test_carets_stand_below_the_words(message: str, line: str, expected: str) -> None:
    assert marked(message, line)[1] == expected


@given(st.text("ab 日\t\x1b", min_size=1, max_size=300), st.integers(0, 90))
def test_an_excerpt_keeps_to_the_width_in_characters(line: str, width: int) -> None:
    long = f"{line}<a>{line}"
    shown, carets = marked("“<a>”", long, width)
    assert "<a>" in shown
    assert shown.index("<a>") <= len(carets)
    at = carets.index("^^^")
    assert cells(shown[: shown.index("<a>")]) == at or "日" in shown
    if width:
        assert len(shown.replace("\\x1b", "x")) <= max(24, width - 4)


def test_a_long_line_is_cut_on_both_sides() -> None:
    shown, carets = marked("“<a>”", "x" * 200 + "<a>" + "y" * 200, 44)
    assert shown == "…" + "x" * 12 + "<a>" + "y" * 23 + "…"
    assert carets == " " * 13 + "^^^"
    assert marked("“<a>”", "<a>" + "y" * 90, 44)[0] == "<a>" + "y" * 36 + "…"
    assert marked("“<a>”", "x" * 90 + "<a>", 44)[0] == "…" + "x" * 36 + "<a>"


def test_a_bar_is_full_only_when_all_is_there() -> None:
    assert [bar(n, 30).count("▰") for n in (0, 1, 15, 29, 30)] == [0, 1, 5, 9, 10]
    assert bar(0, 0) == "▰" * 10


@given(st.text("ab 日", max_size=80), st.integers(1, 30))
def test_wrapping_keeps_all_words(line: str, width: int) -> None:
    parts = wrap(line, width)
    assert " ".join(parts).split() == line.split()
    assert all(len(part) <= width or " " not in part.strip() for part in parts)


def test_cells_count_columns() -> None:
    assert [cells(t) for t in ("abc", "日本", "é", "e\u0301", "a\u200bb")] == [3, 4, 1, 1, 2]


def test_plain_text_and_json_import_neither_rich_nor_jinja2() -> None:
    program = (
        "import sys\n"
        "from bot.render import as_github, as_json, as_sarif, as_text, formats\n"
        "from bot.model.report import Report\n"
        "as_text.render_text(Report(()), source=lambda p: (), colour=False, width=0,"
        " quiet=False, show_all=False)\n"
        "print(*(name for name in ('rich', 'jinja2', 'markupsafe') if name in sys.modules))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == ""


def test_severities_are_painted_apart() -> None:
    for severity in (Severity.ERROR, Severity.WARNING, Severity.NOTE):
        report = Report((spec(LOGIN, findings=(finding(severity=severity),)),))
        assert f"{severity.value:7}\x1b[0m" in text(report, colour=True)
