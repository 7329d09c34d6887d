"""What says that a section is optional: its heading, its text, a comment, its parent."""

import pytest

from bot.model.schema import Tier
from bot.schema.derive import derive

REQUIRED = (Tier.REQUIRED, "")


def _tiers(text: str) -> dict[str, tuple[Tier, str]]:
    schema = derive(tuple(text.split("\n")), "plan.md")
    return {section.title: (section.tier, section.why) for section in schema.sections}


@pytest.mark.parametrize(
    ("heading", "tier", "why"),
    [
        ("Why", Tier.REQUIRED, ""),
        ("Why (optional)", Tier.OPTIONAL, "(optional)"),
        ("Why (required)", Tier.REQUIRED, "(required)"),
        ("Why [recommended]", Tier.EXPECTED, "[recommended]"),
        ("Why (if applicable)", Tier.OPTIONAL, "(if applicable)"),
        ("Optional: Why", Tier.OPTIONAL, "Optional"),
    ],
)
def test_a_marker_says_it(heading: str, tier: Tier, why: str) -> None:
    assert _tiers(f"## {heading}\n\nThis section is optional.") == {
        "Why": (tier, why) if why else (Tier.OPTIONAL, "This section is optional")
    }


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("This section is optional.", "This section is optional"),
        ("the subsection\nmay be omitted", "the subsection may be omitted"),
        ("The sub-section can be skipped.", "The sub-section can be skipped"),
        ("This is an optional element.", "This is an optional element"),
        ("Please remove this section if it is empty.", "remove this section if"),
        ("This section is only needed for services.", "section is only needed"),
        ("*Optional*", "Optional"),
        ("_(optional, for services)_", "(optional, for services)"),
        ("<!-- optional -->", "optional"),
        ("<!-- Optional: delete if not needed -->", "Optional:"),
        ("_Optional._ What?", "Optional."),
        ("Optional — for services", "Optional —"),
        ("- Optional: a cache", ""),
        ("An optional value is stored.", ""),
        ("", ""),
    ],
)
def test_a_text_says_it(text: str, why: str) -> None:
    assert _tiers(f"## Why\n\n{text}") == {"Why": (Tier.OPTIONAL, why) if why else REQUIRED}


@pytest.mark.parametrize(
    ("text", "optional"),
    [
        # above the first heading, it can only speak of that one
        ("<!-- this section is optional -->\n## Why\n\nText\n\n## How\n\nText", ["Why"]),
        # below some text, it speaks of the heading under it
        ("## Why\n\nText\n\n<!-- this section is optional -->\n## How\n\nText", ["How"]),
        # on top of a deeper heading as well
        ("## Why\n\n<!-- this section is optional -->\n### How\n\nText", ["How"]),
        # all that the upper one has is the upper one's
        ("## Why\n\n<!-- this section is optional -->\n## How\n\nText", ["Why"]),
        # touching both, it is the upper one's
        ("## Why\n<!-- this section is optional -->\n## How\n\nText", ["Why"]),
        # even where that is a deeper one's neighbour
        ("## Why\n<!-- this section is optional -->\n### How (required)\n\nText", ["Why"]),
        # with a blank line above the heading, it is the upper one's
        ("## Why\n\nText\n\n<!-- this section is optional -->\n\n## How\n\nText", ["Why"]),
        # text may stand before a comment in its line
        ("## Why\n\nText <!-- this section is optional -->\n## How\n\nText", ["Why"]),
        # another comment has no say
        ("## Why\n\nText\n\n<!-- a note -->\n## How\n\nText", []),
        # over several lines
        ("## Why\n\nText\n\n<!--\nthis section is optional\n-->\n## How\n\nText", ["How"]),
        # an arrow is no comment
        ("## Why\n\nText -->\n## How\n\nThis section is optional", ["How"]),
    ],
)
def test_a_comment_says_it_of_one_of_two(text: str, optional: list[str]) -> None:
    tiers = _tiers(text)
    assert set(tiers) == {"Why", "How"}
    assert [title for title, (tier, _) in tiers.items() if tier is Tier.OPTIONAL] == optional


@pytest.mark.parametrize(
    ("marker", "below"),
    [
        ("(optional)", (Tier.OPTIONAL, "within “Why”")),
        ("(recommended)", (Tier.EXPECTED, "within “Why”")),
        ("(required)", REQUIRED),
        ("", REQUIRED),
    ],
)
def test_a_part_is_wanted_no_more_than_its_whole(marker: str, below: tuple[Tier, str]) -> None:
    assert _tiers(f"## Why {marker}\n\n### Who\n\nText")["Who"] == below
