"""Which headings and texts count as the same, and which only look alike."""

import pytest

from bot.schema.fold import (
    bare_title,
    fold,
    fold_text,
    from_first_word,
    keys_of,
    likeness,
    unmarked,
    visible,
)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Goals & Non-Goals", "goals and non-goals"),
        ("Costs/Benefits", "Costs + Benefits"),
        ("1. Goal", "Goals"),
        ("2.3.1 Goals", "**Goals**"),
        ("iv. Scope", "a) Scope"),
        ("🎯 Goals:", "Goals"),
        (":rocket: Goals", "Goals"),
        ("Goals (optional)", "Goals"),
        ("Optional: Goals", "Goals - optional"),
        ("Goals {#goals}", "Goals"),
        ('<a id="goals"></a>Goals', "Goals"),
        ("[Goals](goals.md)", "`Goals`"),
        ("Caches", "Cache"),
        ("Boxes", "Box"),
        ("Dishes", "Dish"),
        ("Classes", "Class"),
        ("Policies", "Policy"),
        ("Cookies", "Cookie"),
        ("Behaviour", "Behaviors"),
        ("Colours", "Color"),
        ("Organisation", "Organization"),
        ("Summarise", "Summarize"),
        ("Data modelling", "Data modeling"),
        ("Licence", "License"),
        ("Trade-offs", "Tradeoffs"),
    ],
)
def test_headings_that_say_the_same_are_equal(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Goals", "Non-Goals"),
        ("Story 1", "Story 2"),
        ("Plan A", "Plan B"),
        ("As is", "A"),
        ("Bus", "Bu"),
        ("Class", "Clas"),
        ("Status", "Statu"),
        ("🎉", "🎯"),
        ("</a>", "</b>"),
    ],
)
def test_headings_that_differ_in_meaning_stay_apart(one: str, other: str) -> None:
    assert fold(one) != fold(other)


@pytest.mark.parametrize("title", ["🎉", "</a>", "12.", "—"])
def test_a_heading_without_words_still_has_a_form(title: str) -> None:
    assert fold(title)


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("🎯 - Goals", "Goals"),
        ("Goals!", "Goals!"),
        ("_(1) item", "1) item"),
        ("…", ""),
        ("", ""),
    ],
)
def test_a_text_starts_at_its_first_letter_or_digit(text: str, left: str) -> None:
    assert from_first_word(text) == left


@pytest.mark.parametrize(
    ("title", "bare"),
    [
        ("**Scope**  of\twork", "Scope of work"),
        ("Scope {.unnumbered}", "Scope"),
        ("Scope {name}", "Scope {name}"),
        ('<span id="x">Scope</span>', "Scope"),
        ("Scope of <topic>", "Scope of <topic>"),
        (":memo: Scope", "Scope"),
        ("Scope: work", "Scope: work"),
        ("Scope: part: two", "Scope: part: two"),
    ],
)
def test_a_bare_title_is_what_people_read(title: str, bare: str) -> None:
    assert bare_title(title) == bare


@pytest.mark.parametrize(
    ("title", "keys"),
    [
        ("Goals (short)", {"goalshort", "goal"}),
        ("Goals", {"goal"}),
        ("(aside)", {"aside"}),
        ("", set()),
    ],
)
def test_a_heading_is_found_with_and_without_its_aside(title: str, keys: set[str]) -> None:
    assert keys_of(title) == keys


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("kept", "kept"),
        ("kept <!-- hidden\nover lines --> too", "kept  too"),
        ("kept <!-- never closed", "kept"),
        ('kept\n[one]: https://example.org "Title"', "kept"),
        ("kept\n[^1]: a footnote", "kept\n[^1]: a footnote"),
        ("kept\n\n---\n\n---\n", "kept"),
        ("one\n\n***\n\ntwo", "one\n\n\n\ntwo"),
        ("one\n___\ntwo", "one\n\ntwo"),
        ("a --- b", "a --- b"),
        ("---", ""),
        ("", ""),
    ],
)
def test_only_what_is_seen_is_left(text: str, seen: str) -> None:
    assert visible(text) == seen


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("We retry\nthree times.", "We retry three times."),
        ("- one\n- two", "* one\n* two"),
        ("1. one\n2. two", "- [ ] one\n- [x] two"),
        ("> quoted", "quoted"),
        ("**Bold** and `code`", "bold and code"),
        ("said <!-- not said -->", "said"),
    ],
)
def test_a_copy_that_is_only_laid_out_anew_is_equal(one: str, other: str) -> None:
    assert fold_text(one) == fold_text(other)


def test_other_words_are_another_text() -> None:
    assert fold_text("We retry three times.") != fold_text("We retry twice.")


def test_emphasis_ticks_and_capitals_are_taken_out() -> None:
    assert unmarked("The **Bold** `Cache_Key`") == "the bold cachekey"


@pytest.mark.parametrize(
    ("one", "other", "least", "most"),
    [
        ("Goals", "goal", 1.0, 1.0),
        ("Motivation", "Motivating", 0.8, 0.99),
        ("Goals", "A heading that is far longer than the one before", 0.0, 0.49),
        ("abcdef", "uvwxyz", 0.0, 0.0),
        ("abcdef", "fedcba", 0.0, 0.49),
    ],
)
def test_likeness_runs_from_nothing_to_the_same(
    one: str, other: str, least: float, most: float
) -> None:
    assert least <= likeness(one, other) <= most
