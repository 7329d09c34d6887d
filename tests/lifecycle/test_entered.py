import pytest

from bot.lifecycle.entered import entered
from bot.model.stage import Stage

D, R, A, B, F, C = Stage


@pytest.mark.parametrize(
    ("before", "stage", "is_edited", "expected"),
    [
        (None, A, False, (D, R, A)),
        (D, A, False, (R, A)),
        (A, A, False, ()),
        (A, B, False, (B,)),
        (A, A, True, (D, R, A)),
        (F, R, False, ()),
        (None, C, False, (C,)),
        (F, C, True, (C,)),
        (C, C, True, ()),
        (C, R, False, (D, R)),
    ],
)
def test_stages_on_the_way(
    before: Stage | None, stage: Stage, is_edited: bool, expected: tuple[Stage, ...]
) -> None:
    assert entered(before, stage, is_edited=is_edited) == expected
