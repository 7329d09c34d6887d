"""What issues are called."""

import pytest

from bot.model.sheet import Written
from bot.model.title_form import FORM
from bot.render.issue.title import issue_title, phase_title, tracking_title
from bot.render.issue.write_back import write_back_title


@pytest.mark.parametrize(
    ("form", "spec_id", "text", "phase", "said"),
    [
        (FORM, "A-1", "Do it", "", "A-1: Do it"),
        (FORM, "", "Do it", "", "Do it"),
        ("[{id}] {text}", "", "Do it", "", "Do it"),
        ("[{id}] {text}", "A-1", "Do it", "", "[A-1] Do it"),
        ("{text} ({phase})", "", "Do it", "", "Do it"),
        ("{text} ({phase})", "", "Do it", "One", "Do it (One)"),
        ("{phase} - {text}", "", "- Do it", "", "- Do it"),
        ("{text} \N{EN DASH} {phase}", "", "Do it -", "", "Do it -"),
        ("{id}/{title}/{text}", "A-1", "Do it", "", "A-1/Do it"),
        ("{text} {other}", "", "{id}", "", "{id} {other}"),
        (FORM, "A-1", "Do `it` **now**, [see](x) &  that\n", "", "A-1: Do it now, see & that"),
        (FORM, "", "", "", "Task"),
        (FORM, "A-1", "", "", "A-1"),
    ],
)  # fmt: skip
def test_a_form_is_filled_in(form: str, spec_id: str, text: str, phase: str, said: str) -> None:
    assert issue_title(form, spec_id, text, phase=phase) == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Do it.", "Do it"),
        ("Do it: ", "Do it"),
        ("Do it;", "Do it"),
        ("Do it,", "Do it"),
        ("**Do it:**", "Do it"),
        ("Do _it_.", "Do it"),
        ("Do `it`.", "Do it"),
        ("Add `a.b;`", "Add a.b;"),
        ("Do it!", "Do it!"),
        ("Do it?", "Do it?"),
        ("Do it…", "Do it…"),
        ("Do it...", "Do it..."),
        ("Do it, etc.", "Do it, etc."),
        ("By 9 a.m.", "By 9 a.m."),
        ("Do it :shipit:", "Do it :shipit:"),
        ("Do it\\:", "Do it:"),
        (".", "."),
        ("Clean &lt;tag&gt;", "Clean <tag>"),
        ("Fix &amp; clean `a &amp; b`, &quot;c&quot;.", 'Fix & clean a &amp; b, "c"'),
        ("Turn &#x202e;it", "Turn \\u202eit"),
    ],
)
def test_the_title_of_a_task_ends_without_a_stop(text: str, said: str) -> None:
    assert issue_title(FORM, "A-1", text) == f"A-1: {said}"
    assert issue_title("{text} ({phase})", "", text, phase="One") == f"{said} (One)"


def test_a_heading_ends_as_it_does() -> None:
    assert tracking_title("A-1", "Parcel Inc.", "a.md") == "A-1: Parcel Inc."
    assert phase_title("A-1", "Phase 1:") == "A-1: Phase 1:"
    assert phase_title("A-1", "Test &amp; ship") == "A-1: Test & ship"


def test_a_long_title_ends_at_a_word() -> None:
    title = issue_title(FORM, "A-1", "word " * 100)
    assert title.endswith("word…")
    assert 250 <= len(title) <= 256
    assert issue_title(FORM, "A-1", "x" * 70_000, 20) == f"A-1: {'x' * 14}…"


def test_tracking_issues_and_phases_have_names_too() -> None:
    assert tracking_title("A-1", "Login", "a.md") == "A-1: Login"
    assert tracking_title("A-1", "A-1 Login", "a.md") == "A-1 Login"
    assert tracking_title("A-1", "Guide: A-1", "a.md") == "A-1: Guide"
    assert tracking_title("A-1", "Guide to A-1 and more", "a.md") == "A-1: Guide to A-1 and more"
    assert tracking_title("", "", "docs/a.md") == "a.md"
    assert phase_title("A-1", "Phase 1") == "A-1: Phase 1"
    assert phase_title("A-1", "", "2 of 3") == "A-1: Tasks (2 of 3)"
    assert phase_title("A-1", "x " * 200, "2 of 3").endswith("x… (2 of 3)")


def test_the_write_back_is_called_by_what_it_does() -> None:
    line = (3, "Do it", 12)
    assert write_back_title([Written("a.md", (line,))]) == "Link 1 task to its issue"
    both = [Written("a.md", (line, line), (line,), (line,)), Written("b.md", ticked=(line,))]
    assert write_back_title(both) == "Link 2 tasks to their issues, tick 2 boxes and untick 1 box"
