from hashlib import sha256

import pytest

from bot.render.comment.address import Address, Links
from tests.render.hearing_parts import PULL

HERE = Address("https://ghe.example/", "acme/app")


@pytest.mark.parametrize(
    ("path", "line", "expected"),
    [
        ("docs/a.md", 12, "docs/a.md?plain=1#L12"),
        ("docs/a.md", None, "docs/a.md"),
        ("docs/a b#c?d.md", 0, "docs/a%20b%23c%3Fd.md?plain=1#L1"),
        ("docs/(x)[y]<z>.md", None, "docs/%28x%29%5By%5D%3Cz%3E.md"),
        ("docs/é/~a_b.md", None, "docs/%C3%A9/%7Ea_b.md"),
        ("a%2Fb.md", None, "a%252Fb.md"),
        ("\udcff.md", None, "%ED%B3%BF.md"),
    ],
)
def test_a_file_has_a_link_that_holds(path: str, line: int | None, expected: str) -> None:
    assert HERE.file("abc", path, line) == f"https://ghe.example/acme/app/blob/abc/{expected}"


def test_a_commit_has_one() -> None:
    assert HERE.commit("abc/d") == "https://ghe.example/acme/app/commit/abc%2Fd"


def test_without_a_repository_there_is_none() -> None:
    nowhere = Links(None, "abc")
    assert (nowhere.file("a"), nowhere.line("a", 1), nowhere.commit("b")) == ("", "", "")


def test_the_editor_opens_a_branch_and_the_difference_a_line() -> None:
    edit = HERE.editor("you/app", "notes/a b", "docs/a#b.md", 3)
    assert edit == "https://ghe.example/you/app/edit/notes/a%20b/docs/a%23b.md#L3"
    spot = f"#diff-{sha256(b'docs/a.md').hexdigest()}R1"
    found = HERE.changed_line(7, "docs/a.md", 0)
    assert found == f"https://ghe.example/acme/app/pull/7/files{spot}"
    assert HERE.remark(7, 31) == "https://ghe.example/acme/app/pull/7#issuecomment-31"
    assert Links(None, "abc").remark(PULL, 31) == ""


def test_a_pull_request_has_one() -> None:
    assert HERE.pull(7) == "https://ghe.example/acme/app/pull/7"
