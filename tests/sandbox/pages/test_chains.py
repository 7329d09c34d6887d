"""A diagram that is a plain chain is told in one line; any other stays as it is."""

import pytest

from bot.sandbox.pages.text.chains import chain

_A, _B, _C = 'p0["Phase 1"]', 'o1(["002 Other"])', 's["the rest"]'


def _graph(*lines: str) -> str:
    return "\n  ".join(("graph LR", *lines)) + "\n"


@pytest.mark.parametrize(
    ("source", "steps"),
    [
        (_graph(_A, _B, "p0 --> o1"), ("Phase 1", "002 Other")),
        (_graph(_A, _B, _C, "o1 --> s", "s --> p0"), ("002 Other", "the rest", "Phase 1")),
        (_graph(_A), ()),
        (_graph(_A, _B, _C, "p0 --> o1", "p0 --> s"), ()),
        (_graph(_A, _B, _C, "p0 --> s", "o1 --> s"), ()),
        (_graph(_A, _B, "p0 --> o1", "o1 --> p0"), ()),
        (_graph(_A, _B, _C, "o1 --> s", "s --> o1"), ()),
        (_graph(_A, _B, "p0 --> o1", "p0 --> o1"), ()),
        (_graph(_A, "p0 --> x"), ()),
        (_graph(_A, _B, "p0 --> o1", "click p0"), ()),
        (_graph(*(f'n{at}["a"]' for at in range(101))), ()),
        ("pie\n", ()),
        ("", ()),
    ],
)
def test_a_chain_is_known(source: str, steps: tuple[str, ...]) -> None:
    assert chain(source) == steps
