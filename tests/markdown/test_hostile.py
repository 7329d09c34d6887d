"""No text makes the work grow faster than itself.

Counted are the calls that Python makes, so that a busy machine changes nothing. What a pattern does
within one call is not seen in that: ``limited`` reads the texts where the system holds a limit.
"""

import os
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from cProfile import Profile
from pathlib import Path

import pytest

from bot.markdown.decode import Unreadable
from bot.markdown.parse import parse
from tests.markdown.hostile import TEXTS

_SIZE = 8_000
_A_BYTE = 40  # "-\n" costs 45 calls in all, where a loop within a loop costs hundreds a byte


def _calls(data: bytes) -> int:
    with Profile() as profile, suppress(Unreadable):
        parse(data)
    return sum(entry.callcount for entry in profile.getstats())


@pytest.mark.limits
@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS.keys())
def test_work_grows_with_the_text(text: Callable[[int], str]) -> None:
    data = text(_SIZE).encode()
    assert _calls(data) <= _A_BYTE * len(data)


@pytest.mark.limits
def test_no_pattern_runs_away() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tests.markdown.limited"],
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        check=False,
        env={n: v for n, v in os.environ.items() if "COVERAGE" not in n},  # it would be traced
    )
    assert (done.returncode, done.stdout.split("\n")[-2]) == (0, list(TEXTS)[-1]), done.stderr
