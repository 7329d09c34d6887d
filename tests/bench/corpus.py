"""A repository of as many specs as asked for, made from the rehearsal's complete one."""

import random
import subprocess
from pathlib import Path

from bot.shipped import shipped

_SIZE = 6_600  # bytes of a spec, as measured over many repositories
_LONG = 60  # characters of a line that is prose
_SEED = 20_261_121


def make_repository(folder: Path, count: int) -> int:
    """Write specs with faults of every kind, commit them, and give their size in bytes."""
    chance = random.Random(_SEED)  # noqa: S311 - a benchmark, and the same each time
    source = shipped("rehearsal", "base", "docs", "tech-spec")
    template = (source / "TEMPLATE.md").read_text("utf-8")
    example = (source / "001-limit-tracking-lookups.md").read_text("utf-8")
    parts = example.split("\n## ")
    home = folder / "docs" / "tech-spec"
    home.mkdir(parents=True)
    (home / "TEMPLATE.md").write_text(template, "utf-8")
    total = 0
    for number in range(count):
        text = _spec(parts, number, chance)
        place = home / f"{number // 1000:02}"
        place.mkdir(exist_ok=True)
        (place / f"{number % 1000:03}-spec-{number}.md").write_text(text, "utf-8")
        total += len(text.encode())
    for command in (("init", "-q"), ("add", "-A"), ("commit", "-q", "-m", "specs")):
        identity = ("-c", "user.name=bench", "-c", "user.email=bench@example.org")
        subprocess.run(["git", *identity, *command], cwd=folder, check=True)
    return total


def _spec(parts: list[str], number: int, chance: random.Random) -> str:
    chosen = [part.replace("001", f"{number % 1000:03}") for part in parts]
    if number % 5 == 0:
        del chosen[chance.randrange(1, len(chosen))]
    if number % 7 == 0:
        at = chance.randrange(1, len(chosen))
        chosen[at] = chosen[at].split("\n", 1)[0] + "\n\nTBD\n"
    text = "\n## ".join(chosen)
    return _sized(text, int(_SIZE * chance.uniform(0.4, 1.6)), chance)


def _sized(text: str, size: int, chance: random.Random) -> str:
    """Repeat paragraphs of prose under the design until the size is about right."""
    prose = [line for line in text.split("\n") if len(line) > _LONG and line[0].isalpha()]
    head, mark, tail = text.partition("\n## Failure modes\n")
    while prose and mark and len(head) + len(tail) < size:
        head += f"\n{chance.choice(prose)}\n"
    return f"{head}{mark}{tail}"
