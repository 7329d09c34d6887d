import pytest

from bot.edit.boxes import boxed, linked


@pytest.mark.parametrize(
    ("line", "ticked"),
    [
        ("- [ ] dig", "- [x] dig"),
        ("  * [X] dig", "  * [x] dig"),
        ("> 1) [ ] dig", "> 1) [x] dig"),
        ("- - [ ] dig [ ] fill", "- - [x] dig [ ] fill"),
        ("- dig [ ] fill", None),
        ("[ ] dig", None),
        ("- [ ]dig", None),
    ],
)
def test_the_box_of_a_line_is_ticked(line: str, ticked: str | None) -> None:
    assert boxed(line, done=True) == ticked


def test_a_box_that_is_ticked_is_unticked() -> None:
    assert boxed("- [X] dig", done=False) == "- [ ] dig"


@pytest.mark.parametrize(
    ("line", "after"),
    [
        ("- [ ] dig", "- [ ] dig (#7)"),
        ("- [ ] dig  ", "- [ ] dig (#7)  "),
        ("- [ ] dig\\", "- [ ] dig (#7)\\"),
        ("- [ ] dig \\", "- [ ] dig (#7) \\"),
    ],
)
def test_a_line_names_an_issue_before_what_breaks_it(line: str, after: str) -> None:
    assert linked(line, 7) == after
