"""A schema for people."""

from bot.markdown.decode import decode
from bot.render.as_schema import render_schema
from bot.schema.derive import derive

_FULL = """\
# SPEC-XXX: [Title]

Copy this file to `docs/specs/SPEC-XXX-*.md`.

- **Status:** Draft | Accepted | Parked
- **Owner:** [team]
- **Reviewed:** YYYY-MM-DD <!-- optional -->

## Context

[Why]

## Plan

### Phase 1: [Name]

- [ ] [task]

## Risks (recommended)

[What could go wrong]

## Appendix (optional)

[More]
"""


def test_all_that_a_template_asks_for_is_shown() -> None:
    schema = derive(decode(_FULL.encode()), "docs/specs/TEMPLATE.md", {}, "specs")
    assert render_schema(schema) == (
        "specs, as docs/specs/TEMPLATE.md has it\n"
        "  ids         SPEC-\\d{3,}\n"
        "  file names  docs/specs/SPEC-XXX-*.md\n"
        "  status      Draft     drafting\n"
        "              Accepted  approved\n"
        "              Parked\n"
        "\n"
        "Fields\n"
        "  Status    status\n"
        "  Owner     text\n"
        "  Reviewed  date    optional\n"
        "\n"
        "Sections  ● required  ◐ expected  ○ optional\n"
        "  ● Context\n"
        "  ● Plan\n"
        "    ● Phase 1: [Name]  work, may repeat\n"
        "  ◐ Risks\n"
        "  ○ Appendix\n"
        "\n"
        "9 placeholders\n"
    )


def test_a_template_that_asks_for_little_says_so() -> None:
    schema = derive(decode(b"# Any\n\n## Context\n\nWords.\n"), "any.md")
    shown = render_schema(schema)
    assert "  ids         none\n  file names  any\n" in shown
    assert "no field: the label is the status" in shown
    assert "Fields\n  none\n" in shown
    assert shown.endswith("\n0 placeholders\n")


def test_an_open_vocabulary_leaves_room() -> None:
    schema = derive(decode(b"# Any\n\n- Status: Draft\n\n## Context\n\nWords.\n"), "any.md")
    assert "  status      Draft       drafting\n              or another\n" in render_schema(schema)


def test_a_title_that_is_too_long_moves_no_column() -> None:
    long = "x" * 60
    text = f"# Any\n\n## {long} (as applicable)\n\n[Why]\n\n## Plan (as applicable)\n\n[Why]\n"
    lines = render_schema(derive(decode(text.encode()), "any.md")).splitlines()
    assert f"  ○ {long}  as applicable" in lines
    assert "  ○ Plan  as applicable" in lines


def test_values_of_other_fields_are_listed() -> None:
    fields = "- **Status:** Draft | Done\n- **Priority:** High | Low\n"
    text = f"# Any\n\n{fields}\n## Context\n\n[Why]\n"
    lines = render_schema(derive(decode(text.encode()), "any.md")).splitlines()
    assert "  Priority  text    one of High, Low" in lines
