import pytest

from bot.model.work import Memory, Rank
from bot.work.memory import TOLD, fingerprint, from_values, to_values

FULL = Memory(
    rank=Rank.SPEC,
    key="k",
    family="f",
    path="a.md",
    spec_id="A-1",
    template="t",
    text="dig",
    phase="One",
    done=True,
    gone=True,
    title="1",
    body="2",
    labels=("a", "b"),
    milestone="m",
    at="c:1",
    steps="01",
    left=("0123456789", "abcdef0123"),
    after=("x",),
    parts=((1, "w"), (2, "")),
    flat=("sub-issues",),
    dangling=((7, "w"), (9, "v")),
)


@pytest.mark.parametrize("memory", [FULL, Memory(Rank.TASK, "k", "f", "a.md")])
def test_what_is_remembered_is_read_back(memory: Memory) -> None:
    assert from_values(to_values(memory)) == memory


def test_what_is_empty_is_not_written() -> None:
    assert set(to_values(Memory(Rank.TASK, "k", "f", "a.md"))) == {"rank", "key", "family", "path"}


@pytest.mark.parametrize("name", ["rank", "key", "family", "path"])
def test_a_marker_that_was_cut_short_is_no_word(name: str) -> None:
    values = to_values(FULL)
    del values[name]
    assert from_values(values) is None
    assert from_values({**values, "rank": "king"}) is None


def test_parts_that_somebody_has_spoilt_are_nobodys() -> None:
    read = from_values({**to_values(FULL), "parts": "x:w,²:v,7"})
    assert read is not None
    assert read.parts == ((0, "w"), (0, "v"), (7, ""))


def test_a_comma_parts_what_is_told_and_is_left_out_of_it() -> None:
    read = from_values(to_values(Memory(Rank.TASK, "k", "f", "p", labels=("a,b",))))
    assert read is not None
    assert read.labels == ("a b",)


def test_so_much_of_a_text_is_kept() -> None:
    long = Memory(Rank.TASK, "k", "f", "p", text="x" * 1_000, phase="y" * 1_000)
    read = from_values(to_values(long))
    assert read is not None
    assert (len(read.text), len(read.phase)) == (TOLD, TOLD)


def test_a_lone_surrogate_has_a_fingerprint() -> None:
    assert fingerprint("\ud800") != fingerprint("")
