"""``status-label``."""

import pytest

from bot.model.standing import Standing
from tests.rules.judging import Verdict, judged
from tests.rules.pull_request import standing_of

TEMPLATE = "# [Name]\n\n- **Status:** Draft | Accepted | Done\n\n## Context\n\nWhy?"
DOCUMENT = "# Search\n\n- **Status:** Draft\n\n## Context\n\nSupport asks."


def asked(said: str, config: str = "") -> Verdict:
    return judged(TEMPLATE, DOCUMENT, config=config, standing=standing_of(said))


def test_a_refused_request_says_who_what_and_why_not() -> None:
    verdict = asked("mallory asks by label for accepted; refused: it takes write access")
    assert verdict.of("status-label") == [
        (
            3,
            "@mallory asked for “Accepted” with a label, and it was refused",
            "it takes write access",
        )
    ]
    assert verdict.weights("status-label") == ["note"]


def test_a_granted_request_names_the_step_that_is_left() -> None:
    verdict = asked("bob asks by command for accepted")
    assert verdict.of("status-label") == [
        (
            3,
            "@bob asked for “Accepted” in a comment, and the document does not say so yet",
            "set the status in the document to “Accepted”: the label follows it",
        )
    ]
    assert verdict.weights("status-label") == ["note"]


@pytest.mark.parametrize(
    ("config", "refused", "granted"),
    [
        ("rules: {status-label: error}", ["error"], ["note"]),
        ("rules: {status-label: note}", ["note"], ["note"]),
        ("rules: {status-label: off}", [], []),
    ],
)
def test_what_is_granted_never_weighs_more_than_a_note(
    config: str, refused: list[str], granted: list[str]
) -> None:
    said = "bob asks by label for accepted"
    assert asked(f"{said}; refused: no", config).weights("status-label") == refused
    assert asked(said, config).weights("status-label") == granted


def test_a_word_that_the_template_does_not_have_is_shown_as_it_came() -> None:
    (found,) = asked("bob asks by label for wurst; refused: no such status").of("status-label")
    assert found[1].startswith("@bob asked for “wurst” with")


def test_without_a_status_it_stands_at_the_title_or_the_first_line() -> None:
    standing = standing_of("bob asks by label for done; refused: no")
    template = "# [Name]\n\n## Context\n\nWhy?"
    for document, line in (("Intro.\n\n# Search\n\n", 3), ("Intro.\n\n", 1)):
        verdict = judged(template, f"{document}## Context\n\nSo.", standing=standing)
        assert verdict.lines("status-label") == [line]


def test_nothing_is_said_where_nobody_asked() -> None:
    assert judged(TEMPLATE, DOCUMENT).findings == ()
    assert judged(TEMPLATE, DOCUMENT, standing=Standing()).findings == ()
