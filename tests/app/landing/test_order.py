"""What comes before what: phases as they are counted or say themselves, specs by their ids."""

import pytest

from tests.app.landing.farm import SPEC, Farm

pytestmark = pytest.mark.untraced

TEMPLATE = """# SRCH-XXX: [Title]

- **Status:** Draft | Accepted | Done

## Context

Why is this needed?

## Dependencies

- **Requires**: SRCH-YYY
- **Blocks**: SRCH-ZZZ

## Implementation plan

### Phase 1: [Name]

- [ ] [Task]
"""


def _phases(*said: str) -> str:
    lines = [f"- **Dependencies**: {each}\n" if each else "" for each in said]
    parts = [
        f"### Phase {n}: Part {n}\n\n{line}\n- [ ] Do {n}\n"
        for n, line in enumerate(lines, start=1)
    ]
    head = "# Spec: Search\n\n- **Status:** Accepted\n\n## Context\n\nIt is slow.\n\n"
    return f"{head}## Implementation plan\n\n{''.join(parts)}"


def _waits(farm: Farm, count: int) -> list[list[int]]:
    by_number = {farm.issue(f"Phase {n}:").number: n for n in range(1, count + 1)}
    return [
        sorted(by_number[b] for b in farm.issue(f"Phase {n}:").blocked_by)
        for n in range(1, count + 1)
    ]


@pytest.mark.parametrize(
    ("said", "found"),
    [
        (("", "", ""), [[], [1], [2]]),
        (("", "", "", "Phase 1 and Phase 3"), [[], [1], [2], [1, 3]]),
        (("None", "None", "Phase 1"), [[], [], [1]]),
        (("", "N/A", "Part 2"), [[], [], [2]]),
        (("Phase 2", "Phase 3", "Phase 1"), [[2], [3], []]),
        (("the vendor", "the vendor"), [[], []]),
        (("", "Phase 2"), [[], []]),
    ],
)
def test_phases_wait_for_what_they_name(said: tuple[str, ...], found: list[list[int]]) -> None:
    farm = Farm({SPEC: _phases(*said)})
    farm.settle()
    assert _waits(farm, len(said)) == found


def test_what_a_phase_waits_for_follows_the_document() -> None:
    farm = Farm({SPEC: _phases("", "", "")})
    farm.settle()
    farm.push({SPEC: _phases("", "", "Phase 1")})
    farm.settle()
    assert _waits(farm, 3) == [[], [1], [1]]


def _spec(number: int, *requires: int, word: str = "Accepted") -> str:
    wanted = ", ".join(f"SRCH-{n:03}" for n in requires) or "None"
    return (
        f"# SRCH-{number:03}: Thing {number}\n\n- **Status:** {word}\n\n## Context\n\nSlow.\n\n"
        f"## Dependencies\n\n- **Requires**: {wanted}\n\n## Implementation plan\n\n"
        f"- [ ] Do it all {number}\n- [ ] And test {number}\n"
    )


def _specs(template: str = TEMPLATE, **specs: str) -> Farm:
    files = {f"docs/specs/SRCH-{name[1:]}-thing.md": text for name, text in specs.items()}
    farm = Farm({"docs/specs/TEMPLATE.md": template, **files})
    farm.settle()
    return farm


@pytest.mark.traced
def test_a_spec_waits_for_those_that_it_requires() -> None:
    farm = _specs(s001=_spec(1), s002=_spec(2, 1))
    first, second = farm.issue("SRCH-001: Thing"), farm.issue("SRCH-002: Thing")
    assert second.blocked_by == (first.number,)
    assert first.blocked_by == ()
    assert f"Comes after SRCH-001 (#{first.number})." in second.body


@pytest.mark.traced
def test_what_is_required_and_cannot_be_read_is_waited_for_as_before() -> None:
    farm = _specs(s001=_spec(1), s002=_spec(2, 1))
    path = "docs/specs/SRCH-001-thing.md"
    before, whole = farm.issues, farm.text(path)
    farm.push({path: b"\0"})
    farm.settle()
    assert farm.issues == before
    farm.edit("Accepted", "Draft", "docs/specs/SRCH-002-thing.md")
    farm.settle()
    assert "The spec is back in draft." in farm.issue("SRCH-002: Thing").body
    farm.edit("Draft", "Accepted", "docs/specs/SRCH-002-thing.md")
    farm.push({path: whole})
    farm.settle()
    assert farm.issues == before


def test_what_is_required_and_was_done_before_has_no_issue_to_come() -> None:
    farm = _specs(
        TEMPLATE.replace("| Done", "| Done | Rejected"),
        s001=_spec(1, word="Done"),
        s002=_spec(2, 1, 3),
        s003=_spec(3, word="Rejected"),
    )
    second = farm.issue("SRCH-002: Thing")
    assert "Comes after SRCH-001 (done) and SRCH-003 (closed)." in second.body
    assert second.blocked_by == ()


def test_what_is_required_and_has_no_issue_yet_is_said() -> None:
    farm = _specs(s001=_spec(1, word="Draft"), s002=_spec(2, 1, 9))
    second = farm.issue("SRCH-002: Thing")
    assert "Comes after SRCH-001 (no issue yet) and SRCH-009." in second.body
    farm.edit("Draft", "Accepted", "docs/specs/SRCH-001-thing.md")
    farm.settle()
    number = farm.issue("SRCH-001: Thing").number
    assert farm.issue("SRCH-002: Thing").blocked_by == (number,)


def test_specs_that_require_each_other_wait_one_way_only() -> None:
    farm = _specs(s001=_spec(1, 3), s002=_spec(2, 1), s003=_spec(3, 2), s004=_spec(4, 4))
    numbers = [farm.issue(f"SRCH-{n:03}: Thing").number for n in range(1, 5)]
    waits = [farm.issue(f"SRCH-{n:03}: Thing").blocked_by for n in range(1, 5)]
    assert waits == [(numbers[2],), (numbers[0],), (), ()]


def test_a_requirement_that_is_dropped_is_no_blocker_any_more() -> None:
    farm = _specs(s001=_spec(1), s002=_spec(2, 1))
    farm.push({"docs/specs/SRCH-002-thing.md": _spec(2)})
    farm.settle()
    assert farm.issue("SRCH-002: Thing").blocked_by == ()
