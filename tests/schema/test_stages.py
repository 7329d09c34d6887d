"""Every status word that the design lists means its stage, however it is written."""

import pytest

from bot.markdown.parse import parse_lines
from bot.model.stage import Stage
from bot.schema.derive import derive
from bot.schema.read import read_spec

WORDS = {
    Stage.DRAFTING: "draft, idea, proposed, provisional, wip, backlog, todo",
    Stage.REVIEWING: "review, in review, under review, active review, last call, "
    "awaiting decision, ready for review",
    Stage.APPROVED: "approved, accepted, implementable, adopted, ratified, ready, "
    "ready for implementation, planned",
    Stage.BUILDING: "implementing, in progress, building, experimental, active",
    Stage.DONE: "implemented, done, shipped, final, complete, completed, released, standard, "
    "living",
    Stage.CLOSED: "rejected, withdrawn, deprecated, superseded, replaced, obsolete, archived, "
    "abandoned, stagnant, deferred, on hold, moved",
}
PAIRS = [(stage, word) for stage, words in WORDS.items() for word in words.split(", ")]
OPEN = derive(("# [Name]", "- Status: Draft", "## Why", "[why]"), "open.md")


def _status(value: str) -> tuple[str | None, Stage | None]:
    document = parse_lines(("# Name", f"- Status: {value}", "## Why", "because"))
    spec = read_spec(document, OPEN, "x.md", {})
    return spec.status, spec.stage


@pytest.mark.parametrize(("stage", "word"), PAIRS)
@pytest.mark.parametrize(
    "form", ["{}", "**{}**", "🟢 {}", "{}, since 2026-01-02", "{} — by ADR-7", "{} (by all)"]
)
def test_a_word_means_its_stage_whatever_stands_around_it(
    form: str, stage: Stage, word: str
) -> None:
    assert _status(form.format(word.title())) == (word, stage)


@pytest.mark.parametrize(("stage", "word"), PAIRS)
def test_a_word_means_its_stage_however_it_is_joined(stage: Stage, word: str) -> None:
    assert _status(word.replace(" ", "-").upper()) == (word, stage)
    assert _status(word.replace(" ", "_")) == (word, stage)


@pytest.mark.parametrize(("stage", "word"), PAIRS)
def test_a_word_means_its_stage_in_a_closed_vocabulary(stage: Stage, word: str) -> None:
    lines = ("# [Name]", f"- Status: Unheard-of | {word.capitalize()}", "## Why", "[why]")
    status = derive(lines, "closed.md").status
    assert status is not None
    assert status.closed
    assert status.stages == {word.capitalize(): stage}


def test_a_word_is_read_to_its_end() -> None:
    assert _status("Readying") == ("readying", None)
    assert _status("Ready for implementation") == ("ready for implementation", Stage.APPROVED)
    assert _status("Superseded by ADR-12") == ("superseded", Stage.CLOSED)


def test_configured_words_go_before_the_dictionary() -> None:
    document = parse_lines(("# Name", "- Status: Ready to ship", "## Why", "because"))
    spec = read_spec(document, OPEN, "x.md", {"Ready to ship": Stage.DONE})
    assert (spec.status, spec.stage) == ("ready to ship", Stage.DONE)
