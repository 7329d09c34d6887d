"""What a heading says of how much its section is wanted."""

import pytest

from bot.model.schema import Tier
from bot.schema.markers import tier_of_marker, without_marker


@pytest.mark.parametrize(
    ("heading", "title", "marker"),
    [
        ("Security (optional)", "Security", "(optional)"),
        ("Security   [required]", "Security", "[required]"),
        ("Optional: Security", "Security", "Optional"),
        ("Security — optional", "Security", "optional"),
        ("Security (optional) plan", "Security plan", "(optional)"),
        ("Security (if applicable)", "Security", "(if applicable)"),
        ("Security (delete if empty)", "Security", "(delete if empty)"),
        ("Security (Required for  GA)", "Security", "(Required for GA)"),
        ("Security <!-- optional -->", "Security", "(optional)"),
        ("Security <!-- (if applicable) -->", "Security", "(if applicable)"),
        ("Security <!-- of the cache -->", "Security <!-- of the cache -->", ""),
        ("Security (of the cache)", "Security (of the cache)", ""),
        ("Optional features", "Optional features", ""),
        ("(optional)", "(optional)", ""),
        ("", "", ""),
    ],
)
def test_a_title_is_parted_from_its_marker(heading: str, title: str, marker: str) -> None:
    assert without_marker(heading) == (title, marker)


@pytest.mark.parametrize(
    ("marker", "tier"),
    [
        ("(required)", Tier.REQUIRED),
        ("[Mandatory]", Tier.REQUIRED),
        ("(never optional)", Tier.REQUIRED),
        ("(recommended)", Tier.EXPECTED),
        ("(strongly encouraged)", Tier.EXPECTED),
        ("(optional)", Tier.OPTIONAL),
        ("(not required)", Tier.OPTIONAL),
        ("(required if public)", Tier.OPTIONAL),
        ("(as needed)", Tier.OPTIONAL),
        ("(delete when empty)", Tier.OPTIONAL),
    ],
)
def test_a_marker_says_how_much_a_section_is_wanted(marker: str, tier: Tier) -> None:
    assert tier_of_marker(marker) is tier
