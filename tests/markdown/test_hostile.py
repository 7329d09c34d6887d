"""No text makes the work grow faster than itself.

Counted are the calls that Python makes, so that a busy machine changes nothing; what a pattern does
within one call is not seen here, but in ``python -m tests.markdown.hostile``.
"""

from collections.abc import Callable
from contextlib import suppress
from cProfile import Profile

import pytest

from bot.markdown.decode import Unreadable
from bot.markdown.parse import parse
from tests.markdown.hostile import TEXTS

_SIZE = 50_000
_A_BYTE = 40  # "-\n" costs 45 calls in all, where a loop within a loop costs hundreds a byte


def _calls(data: bytes) -> int:
    with Profile() as profile, suppress(Unreadable):
        parse(data)
    return sum(entry.callcount for entry in profile.getstats())


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS.keys())
def test_work_grows_with_the_text(text: Callable[[int], str]) -> None:
    data = text(_SIZE).encode()
    assert _calls(data) <= _A_BYTE * len(data)
