"""What the title counts, what stands at the lines, and what log and comment say is the same."""

import pytest

from bot.app.action.telling import log, overview
from bot.plan.actions import WriteCheck
from bot.plan.desired import CheckWish
from tests.app.action.test_attend import BARE, OPEN
from tests.app.action.town import SPEC, WHOLE, Town


def checked(town: Town) -> CheckWish:
    (found,) = [each for each in town.door.deeds if isinstance(each, WriteCheck)]
    return found.wish


@pytest.mark.parametrize(
    ("text", "said", "marked"),
    [
        (BARE, "1 error in 1 spec", ""),
        (OPEN, "1 spec, nothing to mend", "Marked at their lines: 1 note."),
        (
            OPEN.replace("## Design\n\nA field, and an index behind it.\n\n", ""),
            "1 error in 1 spec",
            "Marked at their lines: 1 error, 1 note.",
        ),
    ],
)
def test_all_of_them_count_alike(text: str, said: str, marked: str) -> None:
    town = Town({SPEC: text})
    attended = town.run()
    check = checked(town)
    assert check.title == said
    assert next(log(attended, is_dry=False)).partition(": ")[2].startswith(f"{said}: ")
    assert f"{said}: {attended.hearing.verdict}" in overview([attended], [])
    assert said in town.comment.body
    assert said not in check.summary
    assert ("Marked at" in check.summary, marked in check.summary) == (bool(marked), True)
    count = sum(int(word) for word in marked.replace(".", "").split() if word.isdigit())
    assert len(check.annotations) == (count or 1)


def test_more_than_can_be_marked_is_told_with_what_is() -> None:
    lines = "".join(f"- [ ] Why {n}?\n" for n in range(120))
    town = Town({SPEC: WHOLE.replace("\nNone\n", f"\n{lines}")})
    town.run()
    check = checked(town)
    assert len(check.annotations) == 100
    assert "100 of 120 findings are marked at their lines, errors first." in check.summary


def test_what_is_all_well_says_so_once() -> None:
    town = Town({SPEC: WHOLE})
    town.run()
    check = checked(town)
    assert check.title == "1 spec, nothing to mend"
    assert check.summary.startswith("Merging adds “Parcel search” as draft.")
