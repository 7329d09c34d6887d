"""What is suggested for a document, and what is not: where GitHub refuses it, or it may harm."""

import pytest

from bot.edit.suggest import Hunks, suggest
from bot.edit.values import dates
from bot.markdown.parse import parse
from bot.model.hearing import Suggestion
from bot.model.policy import Policy
from bot.rules.judge import judge
from bot.schema.read import read_spec
from tests.edit.mending import flat
from tests.rules.judging import policy_of, schema_of

PATH = "docs/x.md"
TEMPLATE = """
    # Title: [Name]

    - **Status:** Draft | In Review | Accepted
    - **Updated:** YYYY-MM-DD
    - **Priority:** High | Medium | Low

    ## Context

    Why is this needed?
"""
DOCUMENT = flat("""
    # Title: Parcel search

    - **Status:** Acepted
    - **Updated:** 21 November 2026
    - **Priority:** Hihg

    ## Context

    Support looks up parcels by hand.
""").encode()
ALL = ((1, 100),)


def suggested(
    data: bytes,
    hunks: Hunks = ALL,
    template: str = TEMPLATE,
    policy: Policy | None = None,
    without: str = "",
) -> list[tuple[int, str]]:
    return [(each.line, each.new_line) for each in made(data, hunks, template, policy, without)]


def made(
    data: bytes,
    hunks: Hunks = ALL,
    template: str = TEMPLATE,
    policy: Policy | None = None,
    without: str = "",
) -> tuple[Suggestion, ...]:
    policy = policy or Policy()
    document = parse(data, policy.size_cap)
    spec = read_spec(document, schema_of(template), PATH, policy.stages)
    findings, _ = judge(spec, policy)
    return suggest(data, spec, policy, [f for f in findings if f.rule != without], hunks)


def test_a_status_a_date_and_a_field_are_put_right() -> None:
    assert made(DOCUMENT) == (
        Suggestion(
            PATH, 3, "- **Status:** Acepted", "- **Status:** Accepted", "write Status as Accepted"
        ),
        Suggestion(
            PATH,
            4,
            "- **Updated:** 21 November 2026",
            "- **Updated:** 2026-11-21",
            "write Updated as 2026-11-21",
        ),
        Suggestion(
            PATH, 5, "- **Priority:** Hihg", "- **Priority:** High", "write Priority as High"
        ),
    )


def test_what_is_no_finding_of_the_change_is_left() -> None:
    assert [at for at, _ in suggested(DOCUMENT, without="invalid-field")] == [3]
    assert [at for at, _ in suggested(DOCUMENT, without="unknown-status")] == [4, 5]


@pytest.mark.parametrize(
    ("hunks", "lines"),
    [((), []), (((1, 4),), [3]), (((1, 3), (5, 9)), [5]), (((4, 5),), [4])],
)
def test_only_lines_that_the_difference_shows_count(hunks: Hunks, lines: list[int]) -> None:
    assert [at for at, _ in suggested(DOCUMENT, hunks)] == lines


@pytest.mark.parametrize(
    "status", ["Rejected", "Wurst", "Draft", "acepted acepted", "Draft | Accepted"]
)
def test_what_is_not_sure_is_left_to_people(status: str) -> None:
    data = DOCUMENT.replace(b"Acepted", status.encode())
    assert [at for at, _ in suggested(data)] == [4, 5]


@pytest.mark.parametrize("value", [b"5/6/2026", b"soon", b"2026-02-30", b"31.2.2026"])
def test_a_date_that_may_be_another_one_is_left_to_people(value: bytes) -> None:
    assert [at for at, _ in suggested(DOCUMENT.replace(b"21 November 2026", value))] == [3, 5]


def test_a_value_like_none_of_the_listed_is_left_to_people() -> None:
    assert [at for at, _ in suggested(DOCUMENT.replace(b"Hihg", b"Whatever"))] == [3, 4]


def test_line_ends_are_those_that_git_counts() -> None:
    """A lone CR ends a line for readers, and not for git: the click would replace another line."""
    windows = DOCUMENT.replace(b"\n", b"\r\n")
    assert suggested(windows) == suggested(DOCUMENT)
    assert suggested(DOCUMENT.replace(b"\n", b"\r")) == []
    first = DOCUMENT.replace(b"Title: ", b"Title:\r", 1)
    assert suggested(first) == []
    marked = b"\xef\xbb\xbf" + DOCUMENT
    assert suggested(marked) == suggested(DOCUMENT)


def test_the_mark_at_the_top_of_a_file_is_not_clicked_away() -> None:
    data = b"\xef\xbb\xbfStatus: Acepted\n\n# Title: Parcel search\n\n## Context\n\nWords.\n"
    assert suggested(data) == []
    assert [at for at, _ in suggested(data.removeprefix(b"\xef\xbb\xbf"))] == [1]


def test_what_does_not_mend_is_not_suggested() -> None:
    """The text may just be as large as may be; a letter more, and nobody reads it any more."""
    policy = policy_of(f"limits: {{size: {len(DOCUMENT)}}}")
    assert [at for at, _ in suggested(DOCUMENT, policy=policy)] == [4, 5]


def test_a_line_is_suggested_once() -> None:
    """In a table a line may hold several fields: one click after the other."""
    template = """
        # Title: [Name]

        | Name | Status | Updated |
        |------|--------|---------|
        | [Name] | Draft / Accepted | YYYY-MM-DD |

        ## Context

        Why is this needed?
    """
    data = flat("""
        # Title: Parcel search

        | Name | Status | Updated |
        |------|--------|---------|
        | Search | Acepted | 21.11.2026 |

        ## Context

        Support looks up parcels by hand.
    """).encode()
    assert suggested(data, template=template) == [(5, "| Search | Accepted | 21.11.2026 |")]
    after = data.replace(b"Acepted", b"Accepted")
    assert suggested(after, template=template) == [(5, "| Search | Accepted | 2026-11-21 |")]


def test_a_document_of_nothing_but_slips_costs_little() -> None:
    slips = "".join(f"- **Status:** Acepted{' ' * at}\n" for at in range(60))
    data = DOCUMENT.replace(b"- **Status:** Acepted\n", slips.encode())
    assert len(suggested(data)) == 20


def test_fields_that_are_not_wrong_are_left() -> None:
    spec = read_spec(parse(DOCUMENT, 10_000), schema_of(TEMPLATE), PATH, {})
    assert list(dates(spec, ())) == []
