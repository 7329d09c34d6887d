"""No template, with whatever document, takes long: what is held against what is bounded."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.schema.hostile import TRIES


@pytest.mark.limits
def test_nothing_runs_away() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tests.schema.hostile"],
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        check=False,
        env={n: v for n, v in os.environ.items() if "COVERAGE" not in n},  # it would be traced
    )
    assert (done.returncode, done.stdout.split("\n")[-2]) == (0, list(TRIES)[-1]), done.stderr
