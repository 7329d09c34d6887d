from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from bot.model.finding import Severity
from bot.model.report import Report
from bot.render.as_github import MOST, render_github
from bot.render.as_html import render_html
from bot.render.as_json import render_json
from bot.render.as_markdown import render_markdown
from bot.render.as_sarif import render_sarif
from bot.render.as_text import render_text
from bot.render.defuse import prose, visible
from tests.render.attacks import ATTACKS
from tests.render.runner import Command, commands
from tests.render.samples import EMPTY, FINE, LOGIN, REPORT, finding, spec

HOSTILE = st.sampled_from(ATTACKS) | st.text() | st.text("%0AD25:,=;]#[\r\n ab")


def report(count: int, severity: Severity = Severity.ERROR) -> Report:
    findings = tuple(finding(severity=severity, line=n + 1) for n in range(count))
    return Report((spec(LOGIN, findings=findings),))


def test_each_finding_is_an_annotation_at_its_line() -> None:
    log = render_github(REPORT)
    found = commands(log)
    assert [command.name for command in found] == ["error", "error", "error", "error", "warning"]
    assert found[0].properties == {"file": LOGIN, "line": "7", "title": "missing-section"}
    assert found[0].data == "section “Data Flow” is missing\nadd “## Data Flow” here"
    assert log.endswith(
        "\n1 older finding not counted: --all shows them\n3 specs: 4 errors, 1 warning\n"
    )


def test_what_the_change_brought_in_comes_first() -> None:
    assert [c.properties["line"] for c in commands(render_github(REPORT))][:3] == ["7", "8", "3"]


def test_all_shows_what_was_there_before() -> None:
    names = [command.name for command in commands(render_github(REPORT, show_all=True))]
    assert names.count("notice") == 1


def test_nothing_to_mend_is_a_verdict_alone() -> None:
    assert render_github(FINE) == "All well: 2 specs, nothing to mend.\n"
    assert render_github(EMPTY) == "No specs found.\n"


def test_as_many_as_github_shows_are_shown() -> None:
    assert len(commands(render_github(report(MOST)))) == MOST


def test_the_last_annotation_stands_for_what_github_would_drop() -> None:
    for severity, name in ((Severity.ERROR, "error"), (Severity.NOTE, "notice")):
        found = commands(render_github(report(25, severity)))
        assert len(found) == MOST
        assert {command.name for command in found} == {name}
        assert found[-1].data == f"16 more {name}s in 1 file; run steward check to see all"


def test_a_finding_without_help_or_line_is_an_annotation_too() -> None:
    found = commands(render_github(Report((spec(findings=(finding(line=0, help=""),)),))))
    assert found[0].properties["line"] == "1"
    assert found[0].data == "section “Data Flow” is missing"


@given(path=HOSTILE, message=HOSTILE, help_text=HOSTILE)
def test_no_text_makes_a_second_command(path: str, message: str, help_text: str) -> None:
    hostile = finding(message=message, help=help_text, path=path)
    found = commands(render_github(Report((spec(path, findings=(hostile,)),))))
    lines = (visible(line.rstrip()) for line in help_text.split("\n"))
    said = "\n".join(line for line in (prose(message), *lines) if line)
    properties = {"file": visible(path), "line": "7", "title": "missing-section"}
    assert found == [Command("error", properties, said)]


@given(attack=HOSTILE)
def test_no_other_format_holds_a_command(attack: str) -> None:
    hostile = replace(
        spec(attack, id=attack, title=attack, status=attack, template=attack),
        findings=(finding("placeholder", message=attack, help=attack, path=attack, line=1),),
    )
    whole = Report((hostile,))
    assert commands(render_json(whole)) == []
    assert commands(render_sarif(whole, rules={}, version="1.0.0")) == []
    assert commands(render_markdown(whole)) == []
    assert commands(render_html(whole)) == []
    text = render_text(
        whole, source=lambda _path: (attack,), colour=False, width=40, quiet=False, show_all=False
    )
    assert commands(text) == []


def test_the_runner_is_read_as_it_reads() -> None:
    assert commands("  ::error file=a%2Cb,line=1::x%0Ay%25") == [
        Command("error", {"file": "a,b", "line": "1"}, "x\ny%")
    ]
    assert commands("text ##[warning]x") == [Command("warning", {}, "x")]
    assert commands("::unknown::x\n::error\nplain ::error::x") == []
