"""What each format prints for the sample report, byte for byte.

After a change that is meant, `python -m tests.render.test_golden` writes the files anew; read the
difference before you keep it.
"""

from collections.abc import Callable
from pathlib import Path

import pytest

from bot.render.as_github import render_github
from bot.render.as_html import render_html
from bot.render.as_json import render_json, schema_json
from bot.render.as_markdown import render_markdown
from bot.render.as_sarif import render_sarif
from bot.render.as_text import render_text
from tests.render.samples import REPORT, source
from tests.render.test_json import SCHEMA
from tests.render.test_sarif import RULES

GOLDEN = Path(__file__).parent / "golden"


def _text(*, width: int, show_all: bool) -> str:
    return render_text(
        REPORT, source=source, colour=False, width=width, quiet=False, show_all=show_all
    )


def _html() -> str:
    """Leave out the style, which says nothing about the report."""
    head, _, rest = render_html(REPORT).partition("<style>")
    return head.split("<meta http-equiv")[0] + rest.partition("</style>")[2]


CASES: dict[str, Callable[[], str]] = {
    "report.txt": lambda: _text(width=0, show_all=False),
    "report-all-60.txt": lambda: _text(width=60, show_all=True),
    "report.json": lambda: render_json(REPORT),
    "schema.json": lambda: schema_json(SCHEMA),
    "report.sarif": lambda: render_sarif(REPORT, rules=RULES, version="1.2.3"),
    "report.log": lambda: render_github(REPORT),
    "report.md": lambda: render_markdown(REPORT),
    "report.html": _html,
}


@pytest.mark.parametrize("name", CASES)
def test_the_format_prints_what_it_did(name: str) -> None:
    assert CASES[name]() == (GOLDEN / name).read_text(encoding="utf-8")


def test_no_golden_file_is_left_over() -> None:
    assert {path.name for path in GOLDEN.iterdir() if path.is_file()} == set(CASES)


if __name__ == "__main__":
    GOLDEN.mkdir(exist_ok=True)
    for name, render in CASES.items():
        (GOLDEN / name).write_text(render(), encoding="utf-8")
