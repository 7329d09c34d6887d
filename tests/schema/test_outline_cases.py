"""Which headings of a template name it, which it asks for, and what each of them holds."""

import pytest

from bot.markdown.parse import parse_lines
from bot.model.schema import Schema, SectionKind, SectionSchema, Tier
from bot.schema.derive import derive
from bot.schema.outline import titles_and_sections


def _derive(text: str) -> Schema:
    return derive(tuple(text.split("\n")), "plan.md")


def _by_title(text: str) -> dict[str, SectionSchema]:
    return {section.title: section for section in _derive(text).sections}


@pytest.mark.parametrize(
    ("headings", "titles", "sections"),
    [
        (["## Why"], [], ["Why"]),
        (["# Plan", "## Why"], ["Plan"], ["Why"]),
        (["# Plan"], ["Plan"], []),
        (["# Meta", "## Why"], [], ["Meta", "Why"]),
        (["# How to use it", "## Steps", "# [Feature]", "## Why"],
         ["How to use it", "[Feature]"], ["Why"]),
        (["# Plan", "## Steps", "# RFC-XXX", "## Why"], ["Plan", "RFC-XXX"], ["Why"]),
        (["# Plan", "# Appendix", "# [Feature]", "## Why"],
         [], ["Plan", "Appendix", "[Feature]", "Why"]),
        (["# Template usage", "# [Feature]", "# Why", "# How"],
         ["Template usage", "[Feature]"], ["Why", "How"]),
        (["# Plan", "# [Feature]"], [], ["Plan", "[Feature]"]),
        (["# [Feature]", "# Why", "# How"], ["[Feature]"], ["Why", "How"]),
        (["# Why", "# How"], [], ["Why", "How"]),
        (["# Guide", "# Plan", "## Why"], ["Guide", "Plan"], ["Why"]),
        (["# Plan", "## Why", "# Appendix"], ["Plan"], ["Why", "Appendix"]),
        (["# <b>Plan</b>", "## Why", "# <Feature>", "## How"],
         ["<b>Plan</b>", "<Feature>"], ["How"]),
    ],
)  # fmt: skip
def test_titles_are_parted_from_sections(
    headings: list[str], titles: list[str], sections: list[str]
) -> None:
    named, asked = titles_and_sections(parse_lines(tuple("\n\n".join(headings).split("\n"))))
    assert [section.title for section in named] == titles
    assert [section.title for section in asked] == sections


@pytest.mark.parametrize(
    ("text", "paths"),
    [
        ("# Plan\n## Why\n### Who\n## How", [("Why",), ("Why", "Who"), ("How",)]),
        ("# Meta\n## Why\n### Who", [("Meta",), ("Why",), ("Why", "Who")]),
        ("# Plan\n## \n### Who", [("Who",)]),
        ("# Plan\n## <em>Why</em> **not**", [("Why not",)]),
        ("## Why\n#### Deep\n### Who", [("Why",), ("Why", "Deep"), ("Why", "Who")]),
    ],
)
def test_sections_stand_within_one_another(text: str, paths: list[tuple[str, ...]]) -> None:
    schema = _derive(text)
    assert [section.path for section in schema.sections] == paths
    assert [section.index for section in schema.sections] == list(range(len(paths)))


@pytest.mark.parametrize(
    ("text", "title", "kind"),
    [
        ("## Why\n\nText", "Why", SectionKind.PROSE),
        ("## Checks\n\n- [ ] it runs", "Checks", SectionKind.GATES),
        ("## Checks\n\n1. [x] it runs", "Checks", SectionKind.GATES),
        ("## Phase 1\n\nText", "Phase 1", SectionKind.WORK),
        ("## Open questions", "Open questions", SectionKind.QUESTIONS),
        ("## Open questions\n### Money", "Money", SectionKind.QUESTIONS),
        ("## Work plan\n### Rollout\n- [ ] switch it on", "Rollout", SectionKind.WORK),
        ("## Work plan\n### Rollout\nText", "Rollout", SectionKind.PROSE),
        ("## Why\n### Money\nText", "Money", SectionKind.PROSE),
        ("## Open questions\n### References", "References", SectionKind.REFERENCES),
    ],
)
def test_a_section_has_a_kind(text: str, title: str, kind: SectionKind) -> None:
    assert _by_title(text)[title].kind is kind


def test_instances_of_a_pattern_share_a_family_and_only_the_first_is_wanted() -> None:
    schema = _derive("## Work\n### Phase 1: Start\n### Phase 2: End\n## Rest\n### Phase 1: Again")
    assert [(s.title, s.family, s.repeatable, s.tier, s.why) for s in schema.sections] == [
        ("Work", "", False, Tier.REQUIRED, ""),
        ("Phase 1: Start", "phase", True, Tier.REQUIRED, ""),
        ("Phase 2: End", "phase", True, Tier.OPTIONAL, "repeats “Phase 1: Start”"),
        ("Rest", "", False, Tier.REQUIRED, ""),
        ("Phase 1: Again", "phase", True, Tier.REQUIRED, ""),
    ]


def test_an_instance_of_the_same_title_repeats_the_first() -> None:
    schema = _derive("## [Option]\n## [Option]")
    assert [(s.family, s.tier, s.why) for s in schema.sections] == [
        ("*", Tier.REQUIRED, ""),
        ("*", Tier.OPTIONAL, "repeats “[Option]”"),
    ]


@pytest.mark.parametrize(
    ("text", "skeleton"),
    [
        ("## Why\n\nText\n\n---\n\n## How", "## Why\n\nText"),
        ("## Why\n\nText\n\n***\n", "## Why\n\nText"),
        ("## Why\n\n\n## How", "## Why"),
        ("## Why\nA line\n\n- - b", "## Why\nA line\n\n- - b"),
    ],
)
def test_a_skeleton_is_the_section_without_the_line_below(text: str, skeleton: str) -> None:
    assert _by_title(text)["Why"].skeleton == skeleton


def test_labels_that_head_questions_are_sections_once() -> None:
    schema = _derive(
        "## Why\n\n**Open questions**:\n\n- one\n\n**Risks**:\n\n- two\n\n**Decision log**:\n\n"
        "- three\n\n---\n\n**Open Question**:\n\n- four\n\n## How\n\n**Open questions**:\n\n- five"
    )
    assert [(s.title, s.kind, s.label, s.parent, s.path) for s in schema.sections] == [
        ("Why", SectionKind.PROSE, False, -1, ("Why",)),
        ("Open questions", SectionKind.QUESTIONS, True, 0, ("Why", "Open questions")),
        ("Decision log", SectionKind.DECISIONS, True, 0, ("Why", "Decision log")),
        ("How", SectionKind.PROSE, False, -1, ("How",)),
        ("Open questions", SectionKind.QUESTIONS, True, 3, ("How", "Open questions")),
    ]
    log = schema.sections[2]
    assert (log.level, log.tier, log.why) == (3, Tier.OPTIONAL, "a label within “Why”")
    assert log.skeleton == "**Decision log**:\n\n- three"


def test_the_text_that_has_to_go_is_kept_as_a_sample() -> None:
    sections = _by_title("## Why\n\nDescribe the need.\n\n## Rule\n\nWe retry thrice.")
    assert (sections["Why"].sample, sections["Rule"].sample) == ("describe the need.", "")
