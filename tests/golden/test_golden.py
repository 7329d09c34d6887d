"""Every golden folder: the schema of its template, and what is found in its documents.

After a change that is meant, ``python -m tests.tools.golden --write`` writes the files anew.
"""

from pathlib import Path

import pytest

from tests.tools.golden import GOLDEN, cases, expected, inputs, report_path

CASES = {case.name: case for case in cases()}


@pytest.mark.parametrize("name", CASES)
def test_a_case_comes_to_what_it_did(name: str) -> None:
    for path, text in expected(CASES[name]):
        assert path.read_text(encoding="utf-8") == text, f"{path} differs: read it, then --write"


@pytest.mark.parametrize("name", CASES)
def test_a_case_says_why_and_keeps_nothing_that_is_not_used(name: str) -> None:
    case = CASES[name]
    used = {case / "schema.json", case / "WHY.md", *case.glob("template.*"), *inputs(case)}
    used |= {report_path(document) for document in inputs(case)}
    assert set(case.iterdir()) == used
    assert len(list(case.glob("template.*"))) == 1


def test_our_templates_are_all_there() -> None:
    ours = {path.stem for path in Path(GOLDEN.parent.parent, "templates", "specs").glob("*.md")}
    assert ours <= set(CASES)
    assert len(ours) == 5
