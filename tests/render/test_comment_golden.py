"""What the comment says in each kind of case, byte for byte.

After a change that is meant, `python -m tests.render.test_comment_golden` writes the files anew;
read them aloud before you keep them.
"""

from pathlib import Path

import pytest

from bot.render.comment.check import check_text
from bot.render.comment.comment import render_comment
from tests.render.hearing_parts import ADDRESS
from tests.render.hearings import HEARINGS

FOLDER = Path(__file__).parent / "golden" / "comment"
CASES = sorted(path.name for path in FOLDER.iterdir())


@pytest.mark.parametrize("name", CASES)
def test_the_comment_says_what_it_did(name: str) -> None:
    hearing = HEARINGS[name]()
    assert render_comment(hearing, ADDRESS) == (FOLDER / name / "comment.md").read_text("utf-8")


@pytest.mark.parametrize("name", CASES)
def test_the_check_says_what_it_did(name: str) -> None:
    check = check_text(HEARINGS[name]())
    expected = (FOLDER / name / "check.md").read_text("utf-8")
    assert f"{check.title}\n\n{check.summary}" == expected


def test_every_case_has_its_folder() -> None:
    assert sorted(HEARINGS) == CASES


def write() -> None:
    for name, hearing in HEARINGS.items():
        folder = FOLDER / name
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "comment.md").write_text(render_comment(hearing(), ADDRESS), "utf-8")
        check = check_text(hearing())
        (folder / "check.md").write_text(f"{check.title}\n\n{check.summary}", "utf-8")


if __name__ == "__main__":
    write()
