"""A template's own prompts, left exactly as they are, are nobody's content: in whatever form."""

from textwrap import dedent

import pytest

from tests.rules.judging import judged

HEAD = "# [Title]\n\n## Context\n\n_What led here. Numbers help._\n"
WRITTEN = HEAD.replace("[Title]", "Parcel search").replace(
    "_What led here. Numbers help._", "Support looks up parcels by hand."
)


def _copied(rest: str, changed: str | None = None) -> list[tuple[str, str | None]]:
    """Judge a draft whose context is written, and whose rest is the template's or as given."""
    template, document = dedent(rest).strip("\n"), dedent(changed or rest).strip("\n")
    found = judged(f"{HEAD}\n{template}\n", f"{WRITTEN}\n{document}\n").findings
    return [(finding.rule, finding.section) for finding in found]


@pytest.mark.parametrize(
    "prompt",
    [
        "_How it works. Diagrams are welcome._",
        "*How it works. Diagrams are welcome.*",
        "<em>How it works.</em>",
        "_How it\nworks._ _Diagrams are\nwelcome._",
        "- _One part a line._",
        "> _How it works._",
        "**Design:** _how it works_",
        "_How the **whole** of snake_case works._",
        "| Part | Reason |\n|---|---|\n| _its name_ | _what it is for_ |",
        "_How it works._\n\nDesigns follow the house style.",
        "- [ ] _One part a line_",
    ],
)
def test_a_prompt_in_emphasis_is_no_content(prompt: str) -> None:
    assert _copied(f"## Design\n\n{prompt}") == [("untouched-section", "Design")]


@pytest.mark.parametrize(
    "standing",
    [
        "_None._",
        "_No decisions yet._",
        "_Draft_",
        '*"Every parcel finds its way."*',
        "*Copyright and related rights waived.*",
        "_This document follows the house style._",
        "_A footnote_ of some kind",
        "__How it works.__",
        "***",
        "Designs follow the house style.\n\n---\n\n_Kept by the architects_",
        "- [ ] *Security* review",
        "_All of these hold._\n\n- [ ] Tests pass",
        "| _Part_ | _Reason_ |\n|---|---|\n| search | it finds |",
    ],
)
def test_what_is_meant_to_stay_may_stay(standing: str) -> None:
    assert _copied(f"## Design\n\n{standing}") in ([], [("empty-section", "Design")])


def test_a_licence_may_stand_in_emphasis() -> None:
    assert _copied("## Licence\n\n_In the public domain._") == []
    assert _copied("## Metadata\n\n_In the usual form._") == []


def test_what_is_left_of_several_prompts_is_no_content_either() -> None:
    template = "## Design\n\n_How it works._\n\n_What it costs._\n\nCosts are in euro."
    untouched = [("untouched-section", "Design")]
    assert _copied(template, "## Design\n\n_What it costs._") == untouched
    assert _copied(template, "## Design\n\n*What it\ncosts.*\n\nTBD") == untouched
    assert _copied(template, "## Design\n\nCosts are in euro.") == []
    assert _copied(template, "## Design\n\n_How it works._\n\nBy an index.") == []
    assert _copied(template, "## Design\n\n_How it works._\n\nCosts are in euro.") == []


ASKED = "- [ ] _Question? (who answers, by when)_"


@pytest.mark.parametrize(
    "prompt",
    [
        ASKED,
        "- [ ] Question? (who answers, by when)",
        "- [ ] Which clock decides?",
        "- [ ] Costs\n- [ ] Risks",
        "1. _Question? (who answers)_",
        "_What is not known yet._",
        f"_What is not known yet._\n\n{ASKED}",
    ],
)
def test_the_templates_own_question_is_not_asked(prompt: str) -> None:
    title = "Open questions"
    assert _copied(f"## {title}\n\n{prompt}") == [("untouched-section", title)]


def test_beside_real_questions_it_is_a_leftover() -> None:
    real = "- [ ] Which clock decides?"
    template = f"## Open questions\n\n{ASKED}"
    found = _copied(template, f"{template}\n{real}")
    assert found == [("placeholder", "Open questions"), ("open-question", "Open questions")]
    said = judged(f"{HEAD}\n{template}", f"{WRITTEN}\n{template}\n{real}").of("placeholder")
    assert said[0][1] == "“Question? (who answers, by when)” is a placeholder of the template"
    assert _copied(template, f"## Open questions\n\n{real}") == [found[1]]


def test_what_is_answered_is_no_leftover() -> None:
    template = "## Open questions\n\n- [ ] Which clock decides?\n- [ ] Which zone?"
    assert _copied(template, template.replace("[ ]", "[x]")) == []
    some = template.replace("[ ] Which zone", "[x] Which zone")
    assert _copied(template, some) == [("open-question", "Open questions")]
    answered = "## Open questions\n\n- _Technical_\n  - Which clock decides?\n- Which zone?"
    rule = ("open-question", "Open questions")
    assert _copied("## Open questions\n\n- _Technical_", answered) == [rule, rule]


def test_a_guiding_question_above_real_ones_is_not_asked() -> None:
    guide = "- What is expected to be resolved by review?"
    template = f"## Open questions\n\n{guide}\n\nWhat else is not known?"
    document = f"## Open questions\n\n{guide}\n- Which clock decides?\n\n"
    assert _copied(template, document) == [("open-question", "Open questions")]
    alone = "## Open questions\n\nWhat else is not known?\n\nWhich clock decides?"
    assert _copied(template, alone) == [("open-question", "Open questions")]


def test_a_decision_that_only_the_template_has_taken_is_none() -> None:
    template = "## Open questions\n\n- [question]\n\n## Decisions\n\n- _Clock: the server's_\n"
    settled = "## Open questions\n\n- Which clock, the server's?\n\n## Decisions\n\n"
    found = _copied(template, f"{settled}- _Clock: the server's_\n- We log.")
    assert found == [("open-question", "Open questions"), ("placeholder", "Decisions")]


@pytest.mark.parametrize(
    "line",
    [
        "**Author:** @github-handle",
        "**Author:** [@githubHandle](https://github.com/githubHandle)",
        "**Author:** Author Name, Jane Doe",
        "- **Author:** `@github-handle`",
        "Owner: your name",
        "Lead: @handle",
        "**Owner:** _who answers for it_",
        "**Owner:** who answers for it?",
    ],
)
def test_a_field_that_stands_for_somebody_may_not_stay(line: str) -> None:
    template, document = HEAD.replace("\n\n", f"\n\n{line}\n\n", 1), WRITTEN
    kept = document.replace("\n\n", f"\n\n{line}\n\n", 1)
    assert judged(template, kept).rules() == ["placeholder"]
    named = document.replace("\n\n", f"\n\n{line.rpartition(':')[0]}:** Ann\n\n", 1)
    assert "placeholder" not in judged(template, named).rules()


@pytest.mark.parametrize(
    "owner",
    ['"@github-handle"', "'@your-team'", '\n  - "@github-handle"', "name@example.com"],
)
def test_nor_does_it_in_front_matter(owner: str) -> None:
    front = f"---\ntitle: Parcels\nowner: {owner}\n---\n\n"
    assert judged(front + HEAD, front + WRITTEN).lines("placeholder") == [3]
    assert judged(front + HEAD, front.replace(owner, "ann") + WRITTEN).rules() == []


def test_guidance_may_head_the_parts_that_answer_it() -> None:
    parts = "\n\n### Index\n\nBy a hash."
    assert _copied("## Design\n\n_How it works._", f"## Design\n\n_How it works._{parts}") == []
    both = "## Design\n\n_How it works._\n\n### Index\n\n_Its key._"
    untouched = [("untouched-section", "Design"), ("untouched-section", "Index")]
    assert _copied(both) == untouched
    assert _copied(both, both.replace("_Its key._", "By a hash.")) == []
    assert _copied(both, both.replace("_Its key._", ""))[0] == untouched[0]
    asked = "## Design\n\nDescribe how it works."
    assert _copied(asked, asked + parts) == [("untouched-section", "Design")]


def test_standing_entries_may_stay_without_the_prompt_among_them() -> None:
    standing = "- [x] Tests pass\n- Reviewed by security (if applicable)"
    template = f"## Acceptance criteria\n\n{standing}\n- [criterion]"
    assert _copied(template, f"## Acceptance criteria\n\n{standing}") == []
