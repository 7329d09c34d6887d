"""A repository's own template is printed in place of ours, within the same bounds."""

import pytest

from bot.errors import StewardError
from bot.render.comment.check import check_text
from bot.render.comment.comment import render_comment
from bot.render.comment.summary import render_summary
from bot.render.defuse import BREAK
from tests.render.github_reader import read
from tests.render.hearing_parts import ADDRESS
from tests.render.hearings import FULL, HEARINGS
from tests.render.test_comment_hostile import hostile

NEW = HEARINGS["errors-in-a-new-spec"]()
WHERE = ".github/spec-steward/comment.md.j2"


def told(text: str) -> str:
    return render_comment(NEW, ADDRESS, {"comment.md.j2": text})


def test_it_is_printed_in_place_of_ours() -> None:
    own = "Hello from **us**: {{ page.headline.text }} in {{ page.rows|length }} row\n"
    assert told(own) == "Hello from **us**: Not ready: 5 errors in 1 spec in 1 row\n"
    summed_up = render_summary(NEW, ADDRESS, ["n"], {"summary.md.j2": "{{ notes[0] }}!"})
    assert summed_up == "n!"
    assert check_text(NEW, {"check.md.j2": "short"}).summary == "short"
    assert told("x") != render_comment(NEW, ADDRESS, {"summary.md.j2": "x"})


def test_it_may_extend_ours_and_replace_one_block() -> None:
    own = (
        '{% extends "comment/comment.md.j2" %}{% block footer %}\nAsk in the channel.{% endblock %}'
    )
    ours = render_comment(NEW, ADDRESS)
    assert told(own).partition("\nAsk")[0].rstrip() == ours.partition("\n<sub>Judged")[0].rstrip()
    assert "Ask in the channel." in told(own)


@pytest.mark.parametrize(
    "use",
    [
        "{{ x }}",
        "{{ x|safe }}",
        "{{ x ~ x }}",
        "{{ x|code + x }}",
        "{{ '%s'|format(x) }}",
        "{{ (x|code).format(x) }}",
        "{{ x|e }}",
        "{{ x|urlize }}",
        "{{ x|tojson }}",
        "{{ page.headline }}",
        "{{ [x, page.rows] }}",
        "{{ {'a': x}|xmlattr }}",
        "{% autoescape true %}{{ x }}{{ x|safe }}{{ x ~ x|code }}{% endautoescape %}",
        "{% macro m(y) %}{{ y }}{% endmacro %}{{ m(x) }}",
        "{% set y %}{{ x }}{% endset %}{{ y }}",
        "{{ [x, x]|join(x|code) }}",
    ],
)
def test_no_text_is_live_in_it_either(use: str) -> None:
    text = "@octocat fixes #12 <b>x</b> https://evil.example"
    own = "{% set x = page.headline.lenient %}\nword " + use
    page = read(render_comment(hostile(text), ADDRESS, {"comment.md.j2": own}))
    assert page.live == []
    assert set(page.elements) <= {"p", "code", "span", "em", "strong"}
    assert "octocat" in page.text.replace(BREAK, "")


@pytest.mark.parametrize(
    ("own", "line", "what"),
    [
        ("a\n{{ page.\n", 2, "expected name"),
        ("a\n{% for x in page.rows %}\n", 2, "end of template"),
        ("a\n\n{{ page.nothing }}\n", 3, "nothing"),
        ("a\n{{ missing }}\n", 2, "'missing' is undefined"),
        ("{{ 1 / 0 }}", 1, "division by zero"),
        ("{{ page.__class__.__mro__ }}", 1, "unsafe"),
        ("\n{{ 'x' * 1000000000 }}", 2, "small numbers"),
        ("\n{{ 9 ** 9 ** 9 ** 9 }}", 2, "small numbers"),
        (
            "{% for a in range(99999) %}{% for b in range(99999) %}{% endfor %}{% endfor %}",
            1,
            "end",
        ),
        ("{% for a in range(999999999) %}x{% endfor %}", 1, "Range too big"),
        ("{% macro m() %}{{ m() }}{{ m() }}{% endmacro %}\n{{ m() }}", 1, "recursion"),
        ('{% include "nothing.j2" %}', 1, "nothing.j2"),
        ('{% include "../bot/errors.py" %}', 1, "../bot/errors.py"),
        ("{% for a in range(9999) %}{{ 'long ' ~ page.rows }}{% endfor %}", 0, "without end"),
        ("{% for a in range(999) %}" + "long " * 50 + "{% endfor %}", 0, "characters even"),
    ],
)
def test_a_slip_in_it_is_named(own: str, line: int, what: str) -> None:
    with pytest.raises(StewardError) as caught:
        told(own)
    assert caught.value.where == (f"{WHERE}:{line}" if line else WHERE)
    assert what in caught.value.what
    assert "delete the file" in caught.value.mend
    assert "\n" not in str(caught.value)


def test_ours_print_the_same_within_these_bounds() -> None:
    for name in ("comment", "check"):
        own = f'{{% include "comment/{name}.md.j2" %}}'
        overrides = {f"{name}.md.j2": own}
        if name == "comment":
            ours = render_comment(FULL, ADDRESS)
            assert render_comment(FULL, ADDRESS, overrides).strip() == ours.strip()
        else:
            assert check_text(FULL, overrides).summary.strip() == check_text(FULL).summary.strip()
