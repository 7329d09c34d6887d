"""Whole processes, timed in turn with a reference, so that a noisy machine is noisy for both."""

import os
import subprocess
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median


@dataclass(frozen=True, slots=True)
class Run:
    """One run: seconds on the clock, seconds of processor, largest process in MB."""

    wall: float
    cpu: float
    memory: float


@dataclass(frozen=True, slots=True)
class Command:
    """A command, where to run it, and what to undo before each run."""

    words: Sequence[str]
    cwd: Path
    before: Callable[[], None] = lambda: None


def once(command: Command) -> Run:
    """Run a command to its end, whatever it says."""
    command.before()
    start = time.perf_counter()
    process = subprocess.Popen(
        command.words, cwd=command.cwd, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    _, _, used = os.wait4(process.pid, 0)
    wall = time.perf_counter() - start
    process.returncode = 0  # waited for already
    return Run(wall, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)


def in_turn(commands: Sequence[Command], runs: int) -> list[Run]:
    """Run commands A B A B …, after a warm-up, and give the median of each."""
    for command in commands:
        once(command)
    rounds = [[once(command) for command in commands] for _ in range(runs)]
    return [
        Run(*(median(getattr(run, name) for run in column) for name in ("wall", "cpu", "memory")))
        for column in zip(*rounds, strict=True)
    ]
