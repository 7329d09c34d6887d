"""Headings that stand for several."""

import re

import pytest

from bot.schema.patterns import Patterns, is_instance

TITLES = ("Phase 1: Build", "Phase 2: Ship", "Component A", "Motivation", "Story: [Name]")
TOKENS = re.compile(r"<from>|<to>|\{topic\}")


@pytest.mark.parametrize(
    ("title", "family"),
    [
        ("Phase 1: Build", "phase"),
        ("Phases 3", "phase"),
        ("Component A", ""),
        ("Option N", "option"),
        ("Step [number]", "step"),
        ("Story: [Name]", "story"),
        ("[Anything]", "*"),
        ("`any code`", "*"),
        ("Motivation", ""),
        ("Moving off <from><to>: today", "movingoff*today"),
        ("About the {topic} of it", "aboutthe*ofit"),
        ("About the [other] of it", ""),
    ],
)
def test_a_pattern_has_a_family(title: str, family: str) -> None:
    assert Patterns(TITLES, TOKENS).family(title) == family


def test_without_tokens_none_stands_in_a_heading() -> None:
    assert not Patterns(TITLES, None).family("About the {topic} of it")


def test_a_count_alone_needs_company() -> None:
    assert not Patterns(["Component A"], None).family("Component A")
    assert Patterns(["Component A", "Component B"], None).family("Component A") == "component"


@pytest.mark.parametrize(
    ("title", "family", "belongs"),
    [
        ("Phase 4: Testing", "phase", True),
        ("🚀 Phase IV", "phase", True),
        ("Story — Login", "story", True),
        ("Story: Login", "story", True),
        ("Stage 4", "phase", False),
        ("Phases", "phase", False),
        ("About the cache of it", "aboutthe*ofit", True),
        ("About the cache", "aboutthe*ofit", False),
        ("Anything", "*", False),
        ("From", "from*m", False),
        ("On A at B in C", "on*at*c", True),
        ("On A in C", "on*at*c", False),
    ],
)
def test_an_instance_belongs_to_its_family(title: str, family: str, belongs: bool) -> None:
    assert is_instance(title, family) is belongs
