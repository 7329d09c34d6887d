import re
from base64 import b64encode
from hashlib import sha256

from hypothesis import given
from hypothesis import strategies as st

from bot.model.report import Report, SectionReport
from bot.render.as_html import render_html
from bot.render.defuse import BREAK, prose
from tests.render.attacks import ATTACKS
from tests.render.github_reader import Page
from tests.render.samples import EMPTY, FINE, LOGIN, REPORT, finding, spec
from tests.render.test_markdown import hostile

ALLOWED = {
    *["html", "head", "meta", "title", "style", "body", "header", "main", "footer", "aside"],
    *["details", "summary", "section", "h1", "h2", "h3", "p", "ul", "ol", "li", "dl", "dt", "dd"],
    *["div", "span", "b", "i", "strong", "small", "code", "progress"],
    *["fieldset", "legend", "label", "input"],
}


def test_the_page_loads_nothing_and_allows_nothing_but_its_own_style() -> None:
    page = render_html(REPORT)
    style = re.findall(r"<style>(.*?)</style>", page, re.DOTALL)
    assert len(style) == 1
    digest = b64encode(sha256(style[0].encode()).digest()).decode()
    policy = dict(Page(page).attributes)["content"]
    assert f"content=\"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'" in page
    assert policy is not None
    assert not re.search(r"https?:|url\(|@import|<script|<link|<img|\son\w+=|style=", page)


def test_the_page_says_what_the_report_says() -> None:
    page = Page(render_html(REPORT))
    assert set(page.elements) <= ALLOWED
    assert page.elements.count("details") == 3
    for words in (
        "3 specs: 4 errors, 1 warning",
        LOGIN,
        "section “Data Flow” is missing",
        "the vocabulary: Draft, Accepted, Done",
        "1 older finding, not counted",
        "older than the rule",
        "section “Database Schema”, 1 finding taken away",
        "no findings taken away",
        "placeholders left",
        "Which clock?",
        "1 of 2 done",
        "3 of 7 required sections",
    ):
        assert words in " ".join(page.text.split()), words


def test_specs_to_mend_come_first_and_are_unfolded() -> None:
    page = render_html(REPORT)
    assert re.findall(r'class="spec (\w+)" id="spec-(\d)"( open)?', page) == [
        ("error", "1", " open"),
        ("error", "2", " open"),
        ("fine", "3", ""),
    ]


def test_too_many_specs_to_mend_stay_folded() -> None:
    report = Report(tuple(spec(f"{n}.md", findings=(finding(),)) for n in range(13)))
    assert '" open>' not in render_html(report)


def test_each_required_section_has_its_segment() -> None:
    segments = re.findall(r'<span class="strip">(.*?)</span>', render_html(REPORT))[0]
    assert re.findall(r'class="([\w-]+)"', segments) == [
        *["placeholder", "missing", "empty", "not-applicable", "untouched"],
    ]


def test_a_brief_report_has_segments_too() -> None:
    page = render_html(Report((spec(sections=(), filled=1, required=3),)))
    assert '<i class="present"></i><i class="missing"></i><i class="missing"></i>' in page
    assert "Sections</h3>" not in page


def test_an_absent_section_that_nobody_requires_is_no_gap() -> None:
    absent = SectionReport("X", ("X",), 2, None, required=False, state="missing")
    report = Report((spec(sections=(absent,)),))
    assert '<li class="optional depth-0">' in render_html(report)


def test_nothing_to_mend_needs_no_filter() -> None:
    assert "<fieldset" not in render_html(FINE)
    assert "Nothing to mend in this spec." in render_html(FINE)
    assert "There is nothing here that a template governs." in render_html(EMPTY)
    assert "not counted" not in render_html(REPORT, show_all=True)


@given(st.sampled_from(ATTACKS) | st.text())
def test_no_text_becomes_an_element(attack: str) -> None:
    calm = Page(render_html(Report((hostile("x"),))))
    page = Page(render_html(Report((hostile(attack),))))
    gone = {"code", "span", "strong", "small", "p", "div", "dt", "dd"}  # an empty text has no place
    assert set(page.elements) <= ALLOWED
    assert page.elements.count("details") == 1
    assert [e for e in page.elements if e not in gone] == [
        e for e in calm.elements if e not in gone
    ]
    assert page.other == calm.other
    assert prose(attack).replace(BREAK, "") in " ".join(page.text.split()).replace(BREAK, "")
