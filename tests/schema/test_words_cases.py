"""What the words of statuses and headings mean."""

import pytest

from bot.model.schema import SectionKind
from bot.model.stage import Stage
from bot.schema.words import NOT_APPLICABLE, NOTHING_OPEN, NOTHING_YET, kind_of, spaced, stage_of


@pytest.mark.parametrize(
    ("word", "stage"),
    [
        ("Draft", Stage.DRAFTING),
        ("WIP", Stage.DRAFTING),
        ("In-Review", Stage.REVIEWING),
        ("last_call", Stage.REVIEWING),
        ("Accepted", Stage.APPROVED),
        ("in_progress", Stage.BUILDING),
        ("shipped", Stage.DONE),
        ("on-hold", Stage.CLOSED),
        ("superseded", Stage.CLOSED),
        ("LGTM", None),
        ("", None),
    ],
)
def test_a_status_word_means_a_stage(word: str, stage: Stage | None) -> None:
    assert stage_of(word) is stage


def test_joined_words_are_spaced_and_keep_their_length() -> None:
    assert spaced("in-review_now") == "in review now"


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Frequently Asked Questions", SectionKind.PROSE),
        ("Q&A", SectionKind.PROSE),
        ("Decision Log", SectionKind.DECISIONS),
        ("Resolved Questions", SectionKind.DECISIONS),
        ("2.1 Open Issues", SectionKind.QUESTIONS),
        ("a) Risks and Unknowns", SectionKind.QUESTIONS),
        ("❓ Questions:", SectionKind.QUESTIONS),
        ("3. Implementation Plan", SectionKind.WORK),
        ("To-do", SectionKind.WORK),
        ("Definition of Done", SectionKind.GATES),
        ("Success criteria", SectionKind.GATES),
        ("Key dependencies & risks", SectionKind.DEPENDENCIES),
        ("Depends on", SectionKind.DEPENDENCIES),
        ("Status", SectionKind.METADATA),
        ("Document History", SectionKind.METADATA),
        ("🔗 Links:", SectionKind.REFERENCES),
        ("See also", SectionKind.REFERENCES),
        ("Motivation", SectionKind.PROSE),
        ("", SectionKind.PROSE),
    ],
)
def test_a_title_tells_what_its_section_holds(title: str, kind: SectionKind) -> None:
    assert kind_of(title) is kind


def test_a_title_as_long_as_a_paragraph_tells_nothing() -> None:
    tail = " open questions"
    assert kind_of("so" + tail) is SectionKind.QUESTIONS
    assert kind_of("so " * 80 + tail) is SectionKind.PROSE


@pytest.mark.parametrize(
    ("text", "yet"),
    [
        ("TBD", True),
        ("*To be determined.*", True),
        ("coming soon…", True),
        ("FIXME", True),
        ("TBD by Ann", False),
        ("We pend nothing.", False),
    ],
)
def test_a_stopgap_is_nothing_yet(text: str, yet: bool) -> None:
    assert bool(NOTHING_YET.fullmatch(text)) is yet


@pytest.mark.parametrize(
    ("text", "applies_not", "open_not"),
    [
        ("N/A", True, True),
        ("Not applicable: no storage", True, True),
        ("None.", True, True),
        ("None at this time", True, True),
        ("No open questions", True, True),
        ("No outstanding issues", False, True),
        ("None of these scales", False, False),
        ("Names are unique", False, False),
    ],
)
def test_a_word_of_refusal_is_told_from_a_sentence(
    text: str, applies_not: bool, open_not: bool
) -> None:
    assert bool(NOT_APPLICABLE.match(text)) is applies_not
    assert bool(NOTHING_OPEN.match(text)) is open_not
