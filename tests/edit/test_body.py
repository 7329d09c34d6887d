"""The part of a template that its documents start from."""

import pytest

from bot.edit.body import body_of
from tests.edit.mending import flat
from tests.rules.judging import lines_of, schema_of

SECTIONS = "## Context\n\nWhy?\n\n## Design\n\nHow?\n\n## Risks\n\nWhich?\n"
COPY = "Copy this file to `docs/specs/NNN-title.md`."


def body(template: str) -> str:
    return "\n".join(body_of(lines_of(template), schema_of(template)))


def test_a_template_without_a_guide_is_taken_whole() -> None:
    template = f"# [Name]\n\nAn introduction.\n\n<!-- a hint -->\n\n{SECTIONS}".rstrip("\n")
    assert body(template) == template


def test_a_guide_with_a_title_of_its_own_is_left_out() -> None:
    template = f"# Template\n\n> {COPY}\n\nMore words.\n\n---\n\n# Spec: [Name]\n\n{SECTIONS}"
    assert body(template) == f"# Spec: [Name]\n\n{SECTIONS}".rstrip("\n")


def test_front_matter_above_a_guide_stays() -> None:
    template = f"---\nstatus: Draft\n---\n# Template\n\n{COPY}\n\n# Spec: [Name]\n\n{SECTIONS}"
    assert body(template).startswith("---\nstatus: Draft\n---\n# Spec: [Name]\n\n## Context")


@pytest.mark.parametrize(
    "guide",
    [
        COPY,
        f"> {COPY}\n> Then fill it in.",
        f"<!--\n{COPY}\n\nThen fill it in.\n-->",
        f"<!-- {COPY} -->",
        "<!-- Copy this file to docs/specs/NNN-title.md -->",
        f"Thank you.\n{COPY}\nThen fill it in.",
    ],
)
def test_a_passage_that_says_where_to_copy_it_is_left_out(guide: str) -> None:
    wanted = f"# [Name]\n\n- **Status:** Draft\n\n{SECTIONS}".rstrip("\n")
    assert body(f"# [Name]\n\n{guide}\n\n- **Status:** Draft\n\n{SECTIONS}") == wanted
    assert body(f"{guide}\n\n# [Name]\n\n- **Status:** Draft\n\n{SECTIONS}") == wanted
    assert body(f"# [Name]\n{guide}\n\n- **Status:** Draft\n\n{SECTIONS}") == wanted


def test_fields_beside_the_guide_stay() -> None:
    template = f"# [Name]\n> {COPY}\n- **Status:** Draft\n\n{SECTIONS}"
    assert body(template).startswith("# [Name]\n- **Status:** Draft\n\n## Context")


def test_a_path_within_the_sections_is_text() -> None:
    template = f"# [Name]\n\n{SECTIONS}\n{COPY}"
    assert body(template) == template


def test_other_passages_above_the_sections_stay() -> None:
    template = f"# [Name]\n\nWho reads this?\n\n{COPY}\n\nWho writes it?\n\n{SECTIONS}"
    assert body(template).startswith("# [Name]\n\nWho reads this?\n\nWho writes it?\n\n## Context")


def test_a_template_that_a_readme_shows_in_a_fence_is_taken_out_of_it() -> None:
    readme = flat("""
        # How we write specs

        ```bash
        # a comment
        # another
        # a third
        ```

        {}

        ## Questions
    """)
    shown = f"# [Name]\n\n- **Status:** Draft | Done\n\n{SECTIONS}".rstrip("\n")
    assert body(readme.format(f"```markdown\n{shown}\n```")) == shown


def test_a_template_without_a_title_is_taken_whole() -> None:
    template = f"---\ntitle: [name]\n---\n\n{SECTIONS}".rstrip("\n")
    assert body(template) == template
