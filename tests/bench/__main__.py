"""``python -m tests.bench [COUNT]``: the table of what must be fast, as ratios in one run."""

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from bot.shipped import shipped
from tests.bench.corpus import make_repository
from tests.bench.hostile import documents
from tests.bench.references import Reference, references
from tests.bench.timing import Command, Run, in_turn, once

_STEWARD = str(Path(sys.executable).with_name("steward"))
_COUNT = 10_000
_RUNS = 7
_HEAD = f"{'what':<38} {'wall ms':>9} {'cpu ms':>9} {'MB':>6}  ratio to the first row of its group"


def main() -> None:
    """Print the table."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else _COUNT
    tools, missing = references(Path(".bench").resolve())
    print(_HEAD)
    with tempfile.TemporaryDirectory() as place:
        for part in (_one(Path(place) / "one", tools), _many(Path(place) / "many", tools, count)):
            for line in part:
                print(line, flush=True)
        for line in _hostile(Path(place) / "hostile"):
            print(line, flush=True)
    # loaded last: a child's memory is counted from that of the process which started it
    from tests.bench.action import first_request, requests

    for part in (first_request(_RUNS, [sys.executable, "-c", "pass"]), requests()):
        for line in part:
            print(line, flush=True)
    for line in missing:
        print(line)


def _rows(named: dict[str, Command], runs: int) -> Iterator[str]:
    found = in_turn(list(named.values()), runs)
    for name, run in zip(named, found, strict=True):
        yield _row(name, run, run.wall / found[0].wall)


def _row(name: str, run: Run, ratio: float) -> str:
    figures = f"{run.wall * 1000:>9.0f} {run.cpu * 1000:>9.0f} {run.memory:>6.0f}"
    return f"{name:<38} {figures}  {ratio:.2f}"


def _one(folder: Path, tools: list[Reference]) -> Iterator[str]:
    """One spec of a small repository, nothing known, then everything known."""
    shutil.copytree(shipped("rehearsal", "base"), folder)
    subprocess.run(["git", "init", "-q"], cwd=folder, check=True)
    subprocess.run(["git", "add", "-A"], cwd=folder, check=True)
    spec = "docs/tech-spec/001-limit-tracking-lookups.md"
    words = [_STEWARD, "check", spec]
    cache = folder / ".git" / "spec-steward"
    yield f"\none spec, {(folder / spec).stat().st_size / 1000:.1f} KB"
    named = {
        "  steward check": Command(words, folder, lambda: shutil.rmtree(cache, ignore_errors=True)),
        "  steward check, known": Command(words, folder),
        "  python -c pass": Command([sys.executable, "-c", "pass"], folder),
        **{f"  {tool.name}": Command(tool.on(spec), folder) for tool in tools},
    }
    yield from _rows(named, _RUNS)


def _many(folder: Path, tools: list[Reference], count: int) -> Iterator[str]:
    """All specs of a large repository: cold, warm, and one changed."""
    folder.mkdir()
    size = make_repository(folder, count)
    cache = folder / ".git" / "spec-steward"
    words = [_STEWARD, "check", "--quiet"]
    yield f"\n{count:,} specs, {size / 1e6:.0f} MB"
    named = {
        "  steward check": Command(words, folder, lambda: shutil.rmtree(cache, ignore_errors=True)),
        **{f"  {tool.name}": Command(tool.on("docs"), folder) for tool in tools if _folders(tool)},
        **{f"  {t.name}": Command(t.on("docs/**/*.md"), folder) for t in tools if not _folders(t)},
    }
    yield from _rows(named, 1)
    once(Command(words, folder))
    yield from _rows({"  steward check, nothing changed": Command(words, folder)}, _RUNS)


def _folders(tool: Reference) -> bool:
    """Tell whether a tool takes a folder; the other takes a pattern."""
    return "rumdl" in tool.name


def _hostile(folder: Path) -> Iterator[str]:
    """Documents of a megabyte, each alone; the slowest three are shown."""
    folder.mkdir()
    template = str(shipped("specs", "tech-spec.md"))
    found: list[tuple[Run, str]] = []
    for name, data in documents().items():
        file = folder / "hostile.md"
        file.write_bytes(data)
        command = Command([_STEWARD, "check", "--template", template, str(file)], folder)
        found.append((once(command), name))
    found.sort(key=lambda pair: -pair[0].wall)
    yield f"\n{len(found)} hostile documents of up to 1 MB, the slowest"
    for run, name in found[:3]:
        yield _row(f"  {name}", run, run.wall / found[0][0].wall)


if __name__ == "__main__":
    main()
