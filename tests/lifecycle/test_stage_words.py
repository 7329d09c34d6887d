"""What a spec calls a stage, and which one comes next."""

from dataclasses import replace

import pytest

from bot.lifecycle.stage_words import stage_after, words_for
from bot.markdown.parse import parse_lines
from bot.model.spec import Spec
from bot.model.stage import Stage
from bot.schema.derive import derive
from bot.schema.read import read_spec
from bot.schema.status import vocabulary

OPEN = "# [Name]\n\n- **Status:** Accepted\n\n## Context\n\nWhy?"


def spec(status: str) -> Spec:
    schema = derive(tuple(OPEN.split("\n")), "T.md")
    text = f"# Search\n\n- **Status:** {status}\n\n## Context\n\nSo."
    return read_spec(parse_lines(tuple(text.split("\n"))), schema, "a.md", {})


@pytest.mark.parametrize(
    ("status", "first"), [("Draft", "accepted"), ("Ratified", "ratified"), ("", "accepted")]
)
def test_its_own_word_comes_first_and_then_the_templates(status: str, first: str) -> None:
    found = spec(status)
    words = words_for(Stage.APPROVED, found, vocabulary(found.schema, {}))
    assert words[0] == first
    assert {"accepted", "approved", "ratified"} < {*words}
    assert len(words) == len({*words})
    assert words_for(Stage.APPROVED, replace(found, status=None), {"draft": Stage.DRAFTING}) == ()


def test_the_next_stage_is_one_that_it_has_a_word_for() -> None:
    words = {"draft": Stage.DRAFTING, "ok": Stage.APPROVED, "odd": None, "gone": Stage.CLOSED}
    assert stage_after(None, words) is Stage.APPROVED
    assert stage_after(Stage.DRAFTING, words) is Stage.APPROVED
    for last in (Stage.APPROVED, Stage.CLOSED):
        assert stage_after(last, words) is None
