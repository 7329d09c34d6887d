"""``missing-work``."""

import pytest

from bot.model.standing import Standing
from tests.rules.judging import Verdict, judged

HEAD = "# [Name]\n\n- **Status:** Draft | Accepted | Implementing | Done\n\n"
BOXES = f"{HEAD}## Implementation plan\n\n- [ ] [Task]"
BULLETS = f"{HEAD}## Implementation plan\n\n- [Task]"
PROSE = f"{HEAD}## Implementation plan\n\nHow do we get there?"
PLAN = "## Implementation plan\n\n"


def told(plan: str, *, status: str = "Implementing", template: str = BOXES) -> Verdict:
    return judged(template, f"# Search\n\n- **Status:** {status}\n\n{plan}")


def test_it_names_the_place_and_how_to_list_work_there() -> None:
    verdict = told(f"{PLAN}We begin in May.")
    assert verdict.of("missing-work") == [
        (
            5,
            "“Implementation plan” lists no work in a spec that is “implementing”",
            "list it as boxes (“- [ ] …”), which become issues; or write “N/A” and why",
        )
    ]
    assert verdict.findings[0].section == "Implementation plan"


@pytest.mark.parametrize(
    ("plan", "template", "says"),
    [
        (f"{PLAN}- [ ] Index", BOXES, False),
        (f"{PLAN}- Index", BOXES, True),
        (f"{PLAN}N/A: a decision, nothing to build.", BOXES, False),
        ("", BOXES, False),
        (PLAN, BOXES, False),
        (f"{PLAN}In May.", BULLETS, True),
        (f"{PLAN}- Index", BULLETS, False),
        (f"{PLAN}### May\n\nIndex.", BULLETS, False),
        (f"{PLAN}| what | when |\n|---|---|\n| Index | May |", BULLETS, False),
        (f"{PLAN}In May.\n\n## Annex\n\n| a | b |\n|---|---|\n| c | d |", BULLETS, True),
        (f"{PLAN}In May.", PROSE, False),
        ("Text.", f"{HEAD}## Context\n\nWhy?", False),
    ],
)
def test_what_counts_as_a_list(plan: str, template: str, says: bool) -> None:
    assert bool(told(plan, template=template).of("missing-work")) is says


def test_a_template_of_bullets_asks_for_a_list() -> None:
    (found,) = told(f"{PLAN}In May.", template=BULLETS).of("missing-work")
    assert found[2] == "list it as a list; or write “N/A” and why"


@pytest.mark.parametrize(
    ("status", "says"), [("Draft", 0), ("Accepted", 0), ("Implementing", 1), ("Done", 1)]
)
def test_it_speaks_from_building_on(status: str, says: int) -> None:
    assert len(told(f"{PLAN}In May.", status=status).of("missing-work")) == says


@pytest.mark.parametrize(
    ("before", "standing", "weight"),
    [
        (None, None, "warning"),
        (None, Standing(), "error"),
        ("Accepted", None, "error"),
        ("Accepted", Standing(), "error"),
        ("Implementing", None, "warning"),
        ("Implementing", Standing(), "warning"),
    ],
)
def test_it_is_an_error_where_the_change_brings_the_spec_there(
    before: str | None, standing: Standing | None, weight: str
) -> None:
    document = f"# Search\n\n- **Status:** {{}}\n\n{PLAN}In May."
    earlier = document.format(before) if before else None
    verdict = judged(BOXES, document.format("Implementing"), before=earlier, standing=standing)
    assert verdict.weights("missing-work") == [weight]
