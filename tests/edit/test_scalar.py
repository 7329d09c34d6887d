"""Values as YAML takes them, proven by a YAML reader and by our own."""

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from bot.edit.scalar import quoted, scalar
from bot.markdown.front import split_value

WORDS = st.text(st.characters(codec="ascii", exclude_categories=["Cc"]), min_size=1).map(
    lambda text: " ".join(text.split())
)


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("Parcel search", "Parcel search"),
        ("Parcel: search", '"Parcel: search"'),
        ("Search by 10:30", "Search by 10:30"),
        ("C# and more", "C# and more"),
        ("Fix #5", '"Fix #5"'),
        ("Why:", '"Why:"'),
        ("- a", '"- a"'),
        ("-a", "-a"),
        ("[draft] x", '"[draft] x"'),
        ("@ann", '"@ann"'),
        ("No", '"No"'),
        ("Notes", "Notes"),
        ("2026", '"2026"'),
        ('the: "best"', "'the: \"best\"'"),
        ('the "best"', 'the "best"'),
        ("a: \\ b", "'a: \\ b'"),
        ("it's: so", '"it\'s: so"'),
        ("", '""'),
    ],
)
def test_words_are_quoted_where_it_takes_it(words: str, wanted: str) -> None:
    assert scalar(words) == wanted


def test_quotes_that_stand_there_stay() -> None:
    assert quoted("it's", "'") == "'it''s'"
    assert quoted("so") == '"so"'


@given(WORDS)
def test_what_is_read_is_what_was_written(words: str) -> None:
    assert yaml.safe_load(f"title: {scalar(words)}") == {"title": words}
    assert split_value(scalar(words))[0] == words
