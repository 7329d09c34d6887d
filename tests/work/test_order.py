import pytest

from bot.model.work import Phase
from bot.work.order import leads_to, waits_for


def _waits(*said: tuple[str, str]) -> list[tuple[int, ...]]:
    return list(waits_for([Phase(title, 1, "", dependencies) for title, dependencies in said]))


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ((("Phase 1: A", ""), ("Phase 2: B", "")), [(), (0,)]),
        ((("Soil", ""), ("Water", "")), [(), ()]),
        ((("Soil", ""), ("Phase 1", "")), [(), ()]),
        ((("Phase 1", ""), ("Soil", "")), [(), ()]),
        ((("Soil", ""), ("Water", "Soil")), [(), (0,)]),
        (
            (("Phase A", ""), ("Phase B", "None."), ("Phase C", "phase a, Phase B")),
            [(), (), (0, 1)],
        ),
        (
            (("Phase 1: Core model", ""), ("Phase 2", "-"), ("Phase 3", "core model")),
            [(), (), (0,)],
        ),
        ((("Phase 1: Soil", ""), ("Phase 2", "good soil")), [(), ()]),
        ((("Phase 1", ""), ("Phase 10", "n/a"), ("Phase 11", "Phase 10")), [(), (), (1,)]),
        ((("Phase 1", "Phase 2"), ("Phase 2", "Phase 1")), [(1,), ()]),
        ((("Phase 1", "Phase 1"),), [()]),
    ],
)
def test_phases_wait(said: tuple[tuple[str, str], ...], found: list[tuple[int, ...]]) -> None:
    assert _waits(*said) == found


def test_a_ring_is_gone_through_but_once() -> None:
    assert leads_to({1: (2, 3), 2: (1, 3), 3: ()}, 1, 3)
    assert not leads_to({1: (2,), 2: (1,)}, 1, 3)
