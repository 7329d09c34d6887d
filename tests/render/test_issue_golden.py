"""What issues and the write-back say in each kind of case, byte for byte.

After a change that is meant, `python -m tests.render.test_issue_golden` writes the files anew; read
them aloud before you keep them.
"""

from pathlib import Path

import pytest

from tests.render.sheets import PAGES

FOLDER = Path(__file__).parent / "golden" / "issue"
CASES = sorted(path.stem for path in FOLDER.iterdir())


@pytest.mark.parametrize("name", CASES)
def test_it_says_what_it_did(name: str) -> None:
    assert PAGES[name]() == (FOLDER / f"{name}.md").read_text("utf-8")


def test_every_case_has_its_file() -> None:
    assert sorted(PAGES) == CASES


def write() -> None:
    for name, page in PAGES.items():
        (FOLDER / f"{name}.md").write_text(page(), "utf-8")


if __name__ == "__main__":
    write()
