"""What holds for any two checklists: one to one, the same each time, and never across numbers."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.model.work import Task
from bot.work import likely
from bot.work.identity import Held, Matched, match
from bot.work.likeness import likeness

_WORDS = st.sampled_from(
    "add tests for the parser lexer component A B 1 2 `code` not from to scans Postgres the "
    "implement importer importers improter (#1) \U0001f680 导入 **bold** _x_ write docs".split()
)
_TEXTS = st.one_of(st.lists(_WORDS, max_size=8).map(" ".join), st.text(max_size=12))
_PHASES = st.sampled_from(("", "One", "Two"))
_NUMBERS = st.lists(st.integers(10, 16), max_size=2).map(tuple)
_TASKS = st.lists(
    st.builds(Task, _TEXTS, st.just(1), done=st.just(value=False), phase=_PHASES, numbers=_NUMBERS),
    max_size=8,
)
_HELD = st.lists(st.tuples(_TEXTS, _PHASES, st.booleans(), st.booleans()), max_size=8).map(
    lambda rows: [Held(number, *row) for number, row in enumerate(rows, start=10)]
)


@given(_TASKS, _HELD)
def test_one_to_one_and_the_same_each_time(tasks: list[Task], held: list[Held]) -> None:
    found = match(tasks, held)
    given_out = [number for number in found.numbers if number is not None]
    assert len(found.numbers) == len(tasks)
    assert len(set(given_out)) == len(given_out)
    assert set(given_out) <= {issue.number for issue in held}
    assert match(tasks, held) == found
    for doubt in found.doubts:
        assert all(found.numbers[at] is None for at in doubt.tasks)
        assert doubt.numbers
        if not any(tasks[at].numbers for at in doubt.tasks):
            assert not set(doubt.numbers) & set(given_out)


@given(_TASKS, _HELD)
def test_what_is_gone_or_over_is_never_guessed(tasks: list[Task], held: list[Held]) -> None:
    by_number = {issue.number: issue for issue in held}
    for task, number in zip(tasks, match(tasks, held).numbers, strict=True):
        if number is not None and by_number[number].is_over:
            assert number in task.numbers
        if task.numbers and number is not None:
            assert number in task.numbers


@given(st.lists(st.integers(0, 999), unique=True, max_size=8), st.data())
def test_nothing_is_joined_across_numbers(numbers: list[int], data: st.DataObject) -> None:
    before = data.draw(st.sets(st.sampled_from(numbers)) if numbers else st.just(set[int]()))
    after = data.draw(st.permutations([n for n in numbers if n not in before or n % 2]))
    tasks = [Task(f"Implement component {number}", 1, done=False) for number in after]
    held = [Held(number, f"Implement component {number}", "") for number in sorted(before)]
    expected = tuple(number if number in before else None for number in after)
    assert match(tasks, held).numbers == expected


@pytest.mark.untraced
@pytest.mark.parametrize(
    "form",
    [
        "Implement component {n}",
        "{n} " + "word " * 2_000,
        "a " * 500 + "{n}",
        "{w} {w}x {w}y implement the importer of scans",
        "implement the importer of all scans" + " again" * 40,
        "[a](" * 300 + "{n}",
    ],
)
def test_many_items_are_compared_a_few_times_each(
    form: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    compared = 0

    def counting(*args: object) -> object:
        nonlocal compared
        compared += 1
        return likeness(*args)  # type: ignore[arg-type]

    monkeypatch.setattr(likely, "likeness", counting)
    texts = [
        form.format(n=n, w=re.sub(r"\d", lambda m: "abcdefghij"[int(m[0])], str(n)))
        for n in range(300)
    ]
    held = [Held(number, text, "") for number, text in enumerate(texts)]
    tasks = [Task(f"{text} {at} once more", 1, done=False) for at, text in enumerate(texts)]
    found: Matched = match(tasks, held)
    assert len(found.numbers) == len(tasks)
    assert compared <= 10 * len(tasks)
