"""invalid-waiver: waivers that take nothing away because of how they are written."""

from tests.rules.judging import judged
from tests.rules.test_waivers import DOCUMENT, TEMPLATE, missing, verdict

FORM = '“<!-- steward: waive {} "Section": reason -->”; the section may be left out'


def told(*waivers: str) -> tuple[str, str]:
    ((line, message, mend),) = verdict(*waivers).of("invalid-waiver")
    assert line == 3
    return message, mend


def test_a_waiver_without_a_reason_does_not_count() -> None:
    for waiver in ("missing-section", "missing-section:", 'missing-section "Data model" just so'):
        given = verdict(waiver)
        assert given.waived == ()
        assert len(missing(given)) == 2
        assert told(waiver) == (
            "waiver of “missing-section” gives no reason",
            f"write {FORM.format('missing-section')}",
        )


def test_an_unknown_rule_is_told_with_the_nearest() -> None:
    assert told("mising-section: x") == (
        "waiver names an unknown rule, “mising-section”",
        "did you mean “missing-section”?",
    )
    assert told("xyzzy: x")[1] == "`steward explain` lists the rules"
    assert len(missing(verdict("mising-section: x"))) == 2


def test_a_waiver_needs_a_rule() -> None:
    assert told(": x") == (
        "waiver names no rule",
        f"write {FORM.format('RULE')}",
    )


def test_an_unknown_section_is_told_with_the_nearest() -> None:
    assert told('missing-section "Data modell": x') == (
        "waiver names a section that the template does not have, “Data modell”",
        "did you mean “Data model”?",
    )
    assert told('missing-section "Xyzzy": x')[1] == (
        "name one as the template does, or none for the whole document"
    )
    assert told('missing-section "": x')[0].endswith("does not have, “”")


def test_what_is_said_of_waivers_cannot_be_waived() -> None:
    given = verdict("invalid-waiver: be quiet", "nonsense: x")
    assert given.of("invalid-waiver") == [
        (3, "“invalid-waiver” cannot be waived", "mend what it speaks of, or turn it off"),
        (3, "waiver names an unknown rule, “nonsense”", "`steward explain` lists the rules"),
    ]
    assert given.waived == ()
    assert told("unreadable: x")[0] == "“unreadable” cannot be waived"


def test_each_waiver_is_told_of_at_its_line() -> None:
    document = DOCUMENT.format("").replace(
        "    Public domain.",
        "    Public domain.\n    <!-- steward: waive x: y -->\n    <!-- steward: waive x: y -->",
    )
    assert judged(TEMPLATE, document).lines("invalid-waiver") == [12, 13]


def test_a_waiver_in_code_is_an_example() -> None:
    given = judged(TEMPLATE, DOCUMENT.format("```\n    <!-- steward: waive x -->\n    ```"))
    assert given.of("invalid-waiver") == []
    assert given.waived == ()
