"""Whatever stands in a file: no crash, the same verdict twice, and one the JSON can carry."""

import json
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from bot.app.asked import Asked, Docket
from bot.app.court import Court
from bot.app.templates import TemplateFile
from bot.errors import StewardError
from bot.model.policy import Policy
from bot.model.report import Report, SpecReport
from bot.render.as_json import render_json
from tests.app.conftest import COMPLETE, TEMPLATE

_PIECES = st.sampled_from(
    [
        *TEMPLATE.splitlines(),
        *COMPLETE.splitlines(),
        *("---", "```", "<!--", "-->", "> ", "- ", "- [ ] a", "1. b", "| a | b |", "|---|---|"),
        *("## ", "# #", "===", "**Decision Log**:", "[a]: b", "\t- c", "status: done", "\u2028"),
        *("<!-- steward: waive placeholder: why -->", "{{X}}", "<goal>", "N/A", "TBD", "~~d?~~"),
    ]
)
_TEXTS = st.lists(_PIECES | st.text(max_size=20), max_size=40).map("\n".join)
_BYTES = (
    _TEXTS.map(str.encode)
    | st.binary(max_size=200)
    | st.text(max_size=200).map(lambda text: text.encode("utf-16"))
)


def _judge(template: bytes, document: bytes) -> SpecReport | None:
    file = TemplateFile("docs/TEMPLATE.md", template)
    docket = Docket(Path(), (file,), Policy(), "", alone=True, imposed=True)
    return Court(docket).judge(Asked("docs/001-a.md", named=True), document)


@given(_BYTES)
def test_any_document_is_judged_and_judged_alike(document: bytes) -> None:
    first = _judge(TEMPLATE.encode(), document)
    assert first is not None
    assert _judge(TEMPLATE.encode(), document) == first
    lines = document.count(b"\n") + document.count(b"\r") + 1
    assert all(1 <= finding.line <= lines for finding in first.findings)
    spec = json.loads(render_json(Report((first,))))["specs"][0]
    assert len(spec["findings"]) == len(first.findings)


@given(_BYTES, _BYTES)
def test_any_template_is_taken_or_refused_with_a_reason(template: bytes, document: bytes) -> None:
    refusals: list[str] = []
    try:
        assert _judge(template, document) is not None
    except StewardError as refusal:
        refusals.append(str(refusal))
    assert all(line.startswith("docs/TEMPLATE.md") and "\n" not in line for line in refusals)
