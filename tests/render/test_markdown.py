from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import UndefinedError

from bot.model.document import Waiver
from bot.model.report import Report, SpecReport
from bot.model.spec import Question, Waived
from bot.render import pages
from bot.render.as_markdown import render_markdown
from tests.render.attacks import ATTACKS
from tests.render.github_reader import read
from tests.render.samples import EMPTY, FINE, LOGIN, REPORT, finding, spec

OURS = {
    *["h2", "table", "thead", "tbody", "tr", "th", "td", "details", "summary", "b", "p"],
    *["strong", "ul", "li", "br", "code", "span"],
}


def hostile(attack: str) -> SpecReport:
    """Put one text wherever a document, a path or a waiver can bring text in."""
    return replace(
        spec(attack, id=attack, title=attack, status=attack, template=attack),
        findings=(
            finding("placeholder", message=attack, help=attack, path=attack),
            finding("placeholder", message=attack, help=attack, path=attack, introduced=False),
        ),
        questions=(Question(attack, 3, resolved=False),),
        waivers=(Waived(Waiver(attack, attack, attack, 1), 1),),
    )


def test_the_verdict_comes_first_then_a_row_for_each_spec() -> None:
    lines = render_markdown(REPORT).splitlines()
    assert lines[0] == "## ❌ 3 specs: 4 errors, 1 warning"
    rows = [line for line in lines if line.startswith("| ") and "Spec" not in line]
    assert [row.count("|") for row in rows] == [7, 7, 7]
    assert "▰▰▱▱▱▱▱▱▱▱ 1/5" in rows[0]
    assert "`docs/specs/CHRONO-003-login.md`" in rows[0]


def test_findings_are_folded_below_and_older_ones_stand_apart() -> None:
    page = read(render_markdown(REPORT))
    assert page.elements.count("details") == 2  # nothing unfolds below a spec in order
    assert page.elements.count("tr") == 4
    assert "1 older finding, not counted" in page.text
    assert page.text.index("not counted") < page.text.index("Which clock?")
    assert "not counted" not in render_markdown(REPORT, show_all=True)
    assert "4 errors, 1 warning, 1 note" in render_markdown(REPORT, show_all=True)


def test_waivers_are_listed() -> None:
    page = render_markdown(REPORT)
    assert "`missing-section` “Database Schema”: no storage (1 waived)" in page
    assert "`file-name`: older than the rule (nothing to waive)" in page


def test_nothing_to_mend_has_nothing_to_unfold() -> None:
    assert "details" not in render_markdown(FINE)
    assert render_markdown(EMPTY) == "## \N{INFORMATION SOURCE}\ufe0f No specs found.\n"


@given(st.sampled_from(ATTACKS) | st.text())
def test_no_text_is_live(attack: str) -> None:
    page = read(render_markdown(Report((hostile(attack), hostile(attack)))))
    assert set(page.elements) <= OURS
    assert page.elements.count("details") == 2
    assert page.elements.count("td") == 12
    assert page.elements.count("li") == 6
    assert {name for name, _ in page.attributes} <= {"style"}  # the columns of the table
    assert page.other == []
    assert page.live == []


def test_a_template_prints_nothing_raw_and_misses_nothing_silently() -> None:
    environment = pages._environment(markdown=True)
    assert environment.from_string("{{ x }}{{ x ~ x }}").render(x="*") == "\\*\\*\\*"
    assert environment.from_string("{{ x|code }}{{ 3 }}").render(x="a") == "`a`3"
    with pytest.raises(UndefinedError):
        environment.from_string("{{ y }}").render(x="*")


def test_a_path_is_in_code_and_the_login_spec_is_there() -> None:
    assert f"`{LOGIN}`" in render_markdown(REPORT)
