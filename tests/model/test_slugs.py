"""The names of the rules."""

import re

from bot.model.slugs import RULE_SLUGS


def test_names_are_distinct_words_with_hyphens() -> None:
    assert len(set(RULE_SLUGS)) == len(RULE_SLUGS)
    assert [slug for slug in RULE_SLUGS if not re.fullmatch(r"[a-z]+(?:-[a-z]+)*", slug)] == []
