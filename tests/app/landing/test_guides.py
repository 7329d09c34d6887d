"""A guide goes by the stage of its spec, whose status is the label that it was merged with."""

from pathlib import Path

from tests.app.action.people import Village
from tests.app.landing.farm import Farm, created, once

SPECS = Path(__file__).parents[3] / "templates" / "specs"
FEATURE, GUIDE = "docs/specs/FEAT-007-search.md", "docs/guides/FEAT-007-search-guide.md"
CONFIG = """version: 1
templates:
  - template: docs/templates/feature-spec.md
    paths: ["docs/specs/*.md"]
  - template: docs/templates/implementation-guide.md
    paths: ["docs/guides/*.md"]
"""


def _filled() -> str:
    return (SPECS.parent / "examples" / "implementation-guide.md").read_text()


def _files() -> dict[str, str]:
    feature = (SPECS / "feature-spec.md").read_text()
    guide = (SPECS / "implementation-guide.md").read_text()
    return {
        "docs/templates/feature-spec.md": feature,
        "docs/templates/implementation-guide.md": guide,
        FEATURE: feature.replace("FEAT-XXX: [Feature Title]", "FEAT-007: Parcel search"),
        GUIDE: _filled().replace("FEAT-012", "FEAT-007"),
    }


@once
def _farm(*labels: str) -> Farm:
    farm = Farm(_files(), CONFIG)
    if labels:
        farm.landed(FEATURE, *labels)
    farm.settle()
    return farm


def test_a_guide_waits_until_its_spec_is_approved() -> None:
    assert _farm().issues == []
    assert _farm("spec: review").issues == []


def test_a_guide_of_an_approved_spec_gets_its_issues() -> None:
    farm = _farm("spec: approved", "docs")
    roots = [issue for issue in farm.issues if issue.parent is None]
    assert len(roots) == 1
    assert len(roots[0].children) == 5
    assert "FEAT-007" in roots[0].title
    farm.merge_sync()
    assert farm.run().plan == ()
    assert "(#" not in farm.text(FEATURE)


def test_what_a_guide_opens_is_foreseen_by_the_label_of_its_spec() -> None:
    files = _files()
    guide = files.pop(GUIDE)
    village = Village({}, base={**files, ".github/spec-steward.yml": CONFIG})
    village.push({GUIDE: guide})
    assert not village.run().hearing.works
    village.landed(FEATURE, "spec: approved")
    assert len(village.run().hearing.works.opens) == len(_farm("spec: approved").issues)
    village.push(
        {GUIDE: guide, ".github/spec-steward.yml": f"{CONFIG}issues: {{when: building}}\n"}
    )
    assert not village.run().hearing.works.opens


def test_gates_of_a_spec_and_of_its_guide_are_no_issues() -> None:
    farm = _farm("spec: approved")
    assert not [issue for issue in farm.issues if "is finished" in issue.title]


def test_a_guide_whose_spec_goes_back_to_draft_is_marked() -> None:
    farm = _farm("spec: approved")
    farm.landed(FEATURE, "spec: draft")
    farm.settle()
    roots = [issue for issue in farm.issues if issue.parent is None]
    assert "The spec is back in draft." in roots[0].body
    farm.landed(FEATURE, "spec: approved")
    farm.settle()
    assert created(farm) == []
    assert "[!WARNING]" not in farm.door.standing[roots[0].number].body


def test_a_guide_without_work_keeps_its_issues_and_says_so() -> None:
    farm = _farm("spec: approved")
    text = farm.text(GUIDE)
    start, stop = text.index("### Phase 1"), text.index("## Step-by-Step")
    farm.push({GUIDE: text[:start] + text[stop:]})
    farm.settle()
    roots = [issue for issue in farm.issues if issue.parent is None]
    assert "The spec lists no work any more." in roots[0].body
    assert all(issue.is_open for issue in farm.issues)
    farm.push({GUIDE: text})
    farm.settle()
    assert "[!WARNING]" not in farm.door.standing[roots[0].number].body


def test_a_guide_whose_spec_cannot_be_read_keeps_its_issues_as_they_are() -> None:
    farm = _farm("spec: approved")
    before, whole = farm.issues, farm.text(FEATURE)
    farm.push({FEATURE: b"\0"})
    assert farm.settle().plan == ()
    farm.push({FEATURE: whole})
    farm.landed(FEATURE, "spec: approved")
    assert farm.settle().plan == ()
    assert farm.issues == before
